/** What crosses the wire about paper that is kept; the shapes stand in the rooms, and everybody takes them from here. */
export * from './pages/contract.ts'
