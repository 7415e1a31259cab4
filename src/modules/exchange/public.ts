/** The door of exchange: a whole import in one call, for the command line and for jobs. */
export { importFile } from './importing.ts'
export type { FileReceipt, ImportRequest } from './importing.ts'
export { fileOf } from './csv.ts'
export { fieldInWords } from './rules/field-words.ts'
