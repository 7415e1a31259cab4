/** The rules of custody: who may do what with a thing as it stands; pure, each no a sentence for the counter. Room by room. */
export * from './things/rules.ts'
export * from './hands/rules.ts'
export * from './counter/rules.ts'
export * from './stores/rules.ts'
export * from './disposal/rules.ts'
