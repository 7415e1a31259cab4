/** What an act asks for: fields, and how they become its input; the words that many acts share. */
import type { Field } from '#ui/Form.tsx'
import type { Say } from '#ui/say.ts'
import type { ItemSeen } from '../contract.ts'
import { askCodes, askPeople } from './state.ts'

export type Values = Readonly<Record<string, unknown>>
export interface Asks {
  readonly fields: readonly Field[]
  readonly input: (item: ItemSeen, values: Values) => unknown
  /** What stands there already. */
  readonly initial?: Values
  /** The answer to “why” goes with the act, not into it. */
  readonly reason?: true
  /** Whoever opens it is shown every danger and names it back. */
  readonly opens?: true
}
/** Acts by name with their fields; an act without fields is only confirmed. */
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
export const choice = (
  say: Say,
  key: string,
  label: string,
  options: readonly string[],
  of: (option: string) => string,
  required = true,
): Field => ({
  key,
  label: say(label),
  kind: 'choice',
  required,
  options: options.map((o) => ({ value: o, label: of(o) })),
})

/** A second person who signs beside with the PIN; both are given or neither. */
export const second = (say: Say, label: string, help: string): Field[] => [
  { key: 'second', label: say(label), kind: 'ref', ask: askPeople, help: say(help) },
  {
    key: 'pin',
    label: say('evidence.h-pin'),
    kind: 'text',
    secret: true,
    show: (v) => Boolean(v.second),
    required: true,
  },
]
/** Those two answers as `coSigner` or `witness`. */
export function signedAs(key: 'coSigner' | 'witness', v: Values, person?: unknown): Values {
  const { second: who, pin, ...rest } = v
  const signer = person ?? who
  return signer && pin ? { ...rest, [key]: { person: signer, pin } } : rest
}
