/** The scan desk without its screen: which scans mean what in which act, when it is ready, and what is then asked; pure. */
import { said } from '#modules/cases/screens/said.ts'
import type { Scanned } from '../../things/contract.ts'
import { type Signing, signedBy } from '../../counter/screens/intake.ts'

export const modes = ['take-out', 'put-away', 'hand-over', 'take-in', 'send', 'court'] as const
export type Mode = (typeof modes)[number]

/** The acts behind a mode; the first tells whether somebody may use it at all. */
export const operationOf: Readonly<Record<Mode, readonly string[]>> = {
  'take-out': ['evidence.retrieve-item'],
  'put-away': ['evidence.store-item'],
  'hand-over': ['evidence.hand-over'],
  'take-in': [
    'evidence.accept-hand-over',
    'evidence.receive-consignment',
    'evidence.take-in-items',
    'evidence.return-from-court',
    'evidence.take-back',
  ],
  send: ['evidence.dispatch-consignment'],
  court: ['evidence.check-out-to-court'],
}

export interface Desk {
  readonly place: NonNullable<Scanned['place']> | null
  readonly person: { readonly id: string; readonly name: string } | null
  readonly outsider: { readonly name: string; readonly where?: string } | null
  readonly witness: { readonly id: string; readonly name: string } | null
  readonly witnessPin: string
  readonly purpose: string
  readonly carrier: string
  readonly waybill: string
  readonly toUnit: string | null
  readonly court: string
  readonly dueBack: string | null
  readonly signing: Signing
}
export const emptyDesk: Desk = {
  place: null,
  person: null,
  outsider: null,
  witness: null,
  witnessPin: '',
  purpose: '',
  carrier: '',
  waybill: '',
  toUnit: null,
  court: '',
  dueBack: null,
  signing: { way: 'none' },
}

/** A place, a badge or a purpose changes the desk, not the list: the taker in a hand-over, the second person at a door. */
export function heard(
  found: Scanned,
  desk: Desk,
  mode: Mode,
): { desk: Desk; key: string; values: Record<string, string> } | null {
  if (found.place) {
    return mode === 'put-away'
      ? {
          desk: { ...desk, place: found.place },
          key: 'evidence.sc-into',
          values: { place: `${found.place.code}, ${found.place.name}` },
        }
      : { desk, key: 'evidence.sc-a-place', values: { place: `${found.place.code}, ${found.place.name}` } }
  }
  if (found.person) {
    const { id, name } = found.person
    return mode === 'put-away' || mode === 'take-out'
      ? { desk: { ...desk, witness: { id, name } }, key: 'evidence.sc-witness', values: { name } }
      : { desk: { ...desk, person: { id, name }, outsider: null }, key: 'evidence.sc-to', values: { name } }
  }
  if (found.purpose)
    return {
      desk: { ...desk, purpose: found.purpose.name },
      key: 'evidence.sc-why',
      values: { purpose: found.purpose.name },
    }
  return null
}

/** What is still missing before the act, as a text. */
export function readyOf(mode: Mode, desk: Desk, things: number): { ok: true } | { ok: false; why: string } {
  const need = (ok: boolean, why: string): { ok: true } | { ok: false; why: string } =>
    ok ? { ok: true } : { ok: false, why }
  if (things === 0) return { ok: false, why: 'evidence.sc-scan-first' }
  if (mode === 'put-away') return need(desk.place !== null, 'evidence.sc-need-place')
  if (mode === 'hand-over')
    return need(Boolean(desk.person ?? desk.outsider?.name), 'evidence.sc-need-person')
  if (mode === 'send')
    return need(desk.carrier.trim() !== '' && desk.toUnit !== null, 'evidence.sc-need-carrier')
  if (mode === 'court')
    return need(
      desk.court.trim() !== '' && desk.dueBack !== null && Boolean(desk.person ?? desk.outsider?.name),
      'evidence.sc-need-court',
    )
  return { ok: true }
}

export interface Group {
  readonly operation: string
  readonly things: number
  readonly input: Record<string, unknown>
}
type Ways = ReadonlyMap<string, { operation: string; item: Scanned['items'][number] }>

/** One act, or one for each way in which things come in. */
export function inputOf(
  mode: Mode,
  things: readonly string[],
  desk: Desk,
  ways: Ways,
  partly: boolean,
): Group[] {
  if (mode === 'take-in') return comingIn(things, ways)
  const common = { things, ...(partly ? { partly } : {}) }
  const witness =
    desk.witness && desk.witnessPin ? { witness: { person: desk.witness.id, pin: desk.witnessPin } } : {}
  const purpose = said({ purpose: desk.purpose })
  const input: Readonly<Record<Exclude<Mode, 'take-in'>, Record<string, unknown>>> = {
    'take-out': { ...purpose, ...witness },
    'put-away': { place: desk.place?.id, ...witness },
    'hand-over': desk.person
      ? { to: desk.person.id, ...purpose, ...coSigned(desk) }
      : { outsider: { ...desk.outsider, ...documents(desk) }, ...purpose },
    send: {
      carrier: desk.carrier,
      toUnit: desk.toUnit,
      ...said({ reference: desk.waybill, words: desk.purpose }),
    },
    court: {
      court: desk.court,
      dueBack: desk.dueBack,
      ...purpose,
      ...(desk.person
        ? { by: desk.person.id, ...coSigned(desk) }
        : { byName: desk.outsider?.name, ...signedBy(desk.signing, undefined) }),
    },
  }
  return [
    {
      operation: operationOf[mode][0] ?? '',
      things: things.length,
      input: { ...common, ...input[mode] },
    },
  ]
}
const coSigned = (desk: Desk): Record<string, unknown> => {
  const { coSigner } = signedBy(desk.signing, desk.person?.id) as { coSigner?: unknown }
  return coSigner ? { coSigner } : {}
}
const documents = (desk: Desk): Record<string, unknown> =>
  said({ document: desk.signing.document, drawn: desk.signing.drawn })

function comingIn(things: readonly string[], ways: Ways): Group[] {
  const groups = new Map<string, { operation: string; key: string; things: string[] }>()
  for (const id of things) {
    const way = ways.get(id)
    if (!way) continue
    const key =
      way.operation === 'evidence.accept-hand-over'
        ? (way.item.offer ?? '')
        : way.operation === 'evidence.receive-consignment'
          ? (way.item.holder?.id ?? '')
          : ''
    const name = `${way.operation} ${key}`
    const group = groups.get(name) ?? { operation: way.operation, key, things: [] }
    group.things.push(id)
    groups.set(name, group)
  }
  return [...groups.values()].map((g) => ({
    operation: g.operation,
    things: g.things.length,
    input: {
      things: g.things,
      ...(g.operation === 'evidence.accept-hand-over' ? { handOver: g.key } : {}),
      ...(g.operation === 'evidence.receive-consignment' ? { consignment: g.key } : {}),
    },
  }))
}
