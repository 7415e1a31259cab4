/** The door of the archive: what higher modules may ask of paper that is kept. */
export { alikeFor } from './linking.ts'
export type { Candidate } from './contract/inventory.ts'
export { isColdFile } from './store/cold.ts'
export { nextAlikeFile } from './comparing-files.ts'
export { seeFile } from './store/files.ts'
export type { FileRow } from './store/files.ts'
