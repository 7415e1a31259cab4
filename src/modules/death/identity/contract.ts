/** What crosses the wire about who somebody was: words on identity, features, those who are missed; by subject in `contract/`. */
export * from './contract/identity.ts'
