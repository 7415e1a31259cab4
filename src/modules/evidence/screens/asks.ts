/** What an act asks for: fields, and how they become its input; the words that many acts share. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import type { ItemSeen } from '../contract.ts'
import { askCodes } from './state.ts'

export type Values = Readonly<Record<string, unknown>>
export interface Asks {
  readonly fields: readonly Field[]
  readonly input: (item: ItemSeen, values: Values) => unknown
  readonly reason?: true
}
/** Acts by name with their fields; an act without fields is done at once. */
export type AsksOf = (say: Say, item: ItemSeen) => Readonly<Record<string, Asks>>

export const things = (item: ItemSeen, v: Values): unknown => ({ things: [item.id], ...v })
export const ofItem = (item: ItemSeen, v: Values): unknown => ({ item: item.id, ...v })

export const words = (say: Say): Field => ({ key: 'words', label: say('evidence.d-words'), kind: 'prose' })
export const why = (say: Say): Field => ({
  key: 'why',
  label: say('evidence.d-why'),
  kind: 'text',
  required: true,
})
export const code = (say: Say, key: string, list: string, label: string, required = false): Field => ({
  key,
  label: say(label),
  kind: 'ref',
  ask: askCodes(list),
  required,
})
export const line = (say: Say, key: string, label: string, required = false): Field => ({
  key,
  label: say(label),
  kind: 'text',
  required,
})
