/** The door of the observatory: nothing stands above it but the program itself. */
export { FOLLOWER } from './store/datasets.ts'
