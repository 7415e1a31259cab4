/** What the acts on collection kits share: a row of what happened, how a kit is told. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { KitLine } from './contract.ts'
import { kitExpired } from './rules.ts'
import type { KitRow } from './store/kits.ts'

interface Happened {
  readonly kind: 'issued' | 'used' | 'returned'
  readonly unit?: string | null
  readonly unit_name?: string | null
  readonly person?: string | null
  readonly person_name?: string | null
  readonly root?: string
  readonly thing?: string
  readonly condition?: string
  readonly words?: string | null
}
export const kitEvent = (
  cx: Pick<Cx, 'newId' | 'occurredAt' | 'actor'>,
  kit: string,
  before: number,
  h: Happened,
): CoveredRow => ({
  id: cx.newId(),
  kit,
  seq: before + 1,
  kind: h.kind,
  unit: h.unit ?? null,
  unit_name: h.unit_name ?? null,
  person: h.person ?? null,
  person_name: h.person_name ?? null,
  root: h.root ?? null,
  thing: h.thing ?? null,
  condition: h.condition ?? null,
  words: h.words ?? null,
  at: cx.occurredAt,
  by_name: cx.actor.name,
})

export const kitLine = (cx: Pick<Cx, 'language'>, k: KitRow, today: string): KitLine => ({
  id: k.id,
  number: k.number,
  kit: k.kit,
  name: k[cx.language],
  state: k.state,
  expired: k.state === 'out' && kitExpired(k, today),
  expiresOn: k.expires_on,
  unit: k.unit_name,
  person: k.person_name,
  since: k.since,
})
