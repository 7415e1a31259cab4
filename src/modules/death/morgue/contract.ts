/** What crosses the wire about the morgue: bodies, places, effects, papers, release; by subject in `contract/`. */
export * from './contract/body.ts'
