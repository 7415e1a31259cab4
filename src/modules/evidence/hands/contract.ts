/** What crosses the wire about hands: given, sent, taken to court, lost, given back; by subject in `contract/`. */
export * from './contract/custody.ts'
