/** The values, second part: every third operation. */
import { valuesOf } from './values.ts'

valuesOf(2, 3)
