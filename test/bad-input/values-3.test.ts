/** The values, third part: every third operation. */
import { valuesOf } from './values.ts'

valuesOf(3, 3)
