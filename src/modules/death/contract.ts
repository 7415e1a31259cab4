/** What crosses the wire about a death, by subject: the call and its decision; what is shown of it. */
export * from './contract/call.ts'
export * from './contract/body.ts'
export * from './contract/certification.ts'
export * from './contract/examination.ts'
export * from './contract/identity.ts'
export * from './contract/pictures.ts'
export * from './contract/results.ts'
export * from './contract/seen.ts'
