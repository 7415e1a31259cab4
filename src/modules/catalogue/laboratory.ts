/** The door of laboratories as folders, for set-up and the command line: read, write, compare, apply the parts of other modules. */
export { readLaboratory, laboratoriesIn, type Offered } from './laboratory/reading.ts'
export { writeLaboratory } from './laboratory/writing.ts'
export { applyParts } from './laboratory/parts.ts'
export { type Difference, compareParts, onlyNew } from './laboratory/comparing.ts'
