/** What crosses the wire about a call: told, taken on or declined, whom the office told and asked; by subject in `contract/`. */
export * from './contract/call.ts'
export * from './contract/lines.ts'
