/** What crosses the wire about evidence; the shapes stand in the rooms, and everybody takes them from here. */
export * from './things/contract.ts'
export * from './hands/contract.ts'
export * from './counter/contract.ts'
export * from './stores/contract.ts'
export * from './disposal/contract.ts'
