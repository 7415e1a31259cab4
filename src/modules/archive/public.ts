/** The door of the archive: what higher modules may ask of paper that is kept. */
export { seeFile } from './store/files.ts'
export type { FileRow } from './store/files.ts'
