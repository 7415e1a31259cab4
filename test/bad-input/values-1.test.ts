/** The values, first part: every third operation. */
import { valuesOf } from './values.ts'

valuesOf(1, 3)
