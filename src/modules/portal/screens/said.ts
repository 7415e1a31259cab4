/** From what was filled in to what is announced; what was left empty is left out. */
import { newKey } from '#ui/client.ts'
import type { Draft } from './outbox.ts'

type Values = Readonly<Record<string, unknown>>
const text = (v: unknown): string | undefined =>
  typeof v === 'string' && v.trim() !== '' ? v.trim() : undefined
const rows = (v: unknown): readonly Values[] => (Array.isArray(v) ? (v as Values[]) : [])
const number = (v: unknown): number | undefined => (text(String(v ?? '')) ? Number(v) : undefined)
const instant = (v: unknown): string | undefined => {
  const said = text(v)
  const at = said ? new Date(said) : null
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

export function announcementOf(draft: Draft, me: { id: string; name: string }): { [key: string]: unknown } {
  const v = draft.values
  const person = text(v.person) ? newKey() : undefined
  const at = instant(v.seizedAt)
  const own = v.who !== 'other'
  return {
    id: draft.id,
    to: v.to,
    numbers: rows(v.numbers).flatMap((n) => (text(n.text) ? [{ kind: n.kind, text: text(n.text) }] : [])),
    title: text(v.title),
    offences: text(v.offence) ? [v.offence] : [],
    people: person
      ? [
          {
            id: person,
            name: text(v.person),
            role: v.role,
            ...(number(v.age) === undefined ? {} : { age: number(v.age) }),
          },
        ]
      : [],
    seizure: {
      at,
      place: text(v.place),
      ...(own ? { byPerson: me.id } : { byName: text(v.byName) }),
      ...(person ? { from: { value: person } } : {}),
      fromWords: text(v.from),
      ...(text(v.presence) ? { presence: [text(v.presence)] } : {}),
      sealedBy: text(v.sealedBy),
      initialledBy: text(v.initialledBy),
      ...(text(v.power)
        ? { power: v.power === '?' ? { absent: 'not-yet-determined' } : { value: v.power } }
        : {}),
      authority: text(v.authority),
    },
    ...(at && own ? { hands: [{ person: me.id, tookAt: at }] } : {}),
    items: rows(v.items).map((i) => ({
      id: newKey(),
      description: text(i.description),
      type: text(i.type),
      count: number(i.count),
      theirNumber: text(i.label),
      ...(text(i.packaging) ? { packaging: { type: i.packaging, colour: text(i.colour) } } : {}),
      seals: text(i.seal) ? [{ number: text(i.seal) }] : [],
      ...(person ? { takenFrom: person } : {}),
      ...(at ? { takenAt: at } : {}),
      takenPlace: text(v.place),
    })),
    comesOn: text(v.comesOn),
    words: text(v.remarks),
  }
}
