/** What crosses the wire about scenes: calls, attendances, and everything that is written at one. */
export * from './contract/call-outs.ts'
export * from './contract/attendance.ts'
export * from './contract/finds.ts'
export * from './contract/identity.ts'
export * from './contract/keeping.ts'
export * from './contract/media.ts'
export * from './contract/seen.ts'
export * from './contract/vehicles.ts'
