/** What crosses the wire about a death, by subject: the call and its decision; what is shown of it. */
export * from './call/contract.ts'
export * from './inquiry/contract.ts'
export * from './identity/contract.ts'
export * from './examination/contract.ts'
export * from './certification/contract.ts'
export * from './morgue/contract.ts'
export * from './page/contract.ts'
