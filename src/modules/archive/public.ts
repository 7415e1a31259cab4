/** The door of the archive: what higher modules may ask of paper that is kept. */
export { alikeFor } from './pages/linking.ts'
export type { Candidate } from './shelves/contract.ts'
export { coldCopies } from './pages/store/cold.ts'
export { nextAlikeFile } from './pages/comparing-files.ts'
export { seeFile } from './shelves/store/files.ts'
export type { FileRow } from './shelves/store/files.ts'
export { countOpenHealings } from './pages/store/places.ts'
