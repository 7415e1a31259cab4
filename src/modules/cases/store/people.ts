/** Parties by id, across cases, as this reader sees them. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { maskOf, masked } from '../rules.ts'
import type { PersonalValue } from './case-file.ts'
import { findHandles } from './search.ts'

export interface NamedParty {
  party: string
  root: string
  role: string
  name: string | null
  number: string
  title: string
  may_see: boolean
  sensitive: boolean
}

export async function partiesNamed(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  parties: readonly string[],
): Promise<NamedParty[]> {
  if (parties.length === 0) return []
  const rows = await cx.tx.many<
    NamedParty & { minor: boolean; sexual: boolean; value: PersonalValue | null; unmasked: boolean }
  >(sql`
    select p.party, p.root, p.role, p.minor, s.sexual, v.value, s.number, s.title, s.guarded or s.restricted or s.sealed as sensitive, ${visible(cx, 'p.root')} as may_see,
           exists (select 1 from cases.unmasking u where u.party = p.party and u.person = ${cx.actor.id} and u.until_at > ${cx.now}::timestamptz) as unmasked
      from (select distinct on (party) party, root, role, minor, vault from cases.party where party = any(${parties as string[]}::uuid[]) order by party, seq desc) p
      join cases.standing s on s.root = p.root left join ledger.vault v on v.id = p.vault`)
  const order = new Map(parties.map((p, i) => [p, i]))
  return rows
    .map(({ minor, sexual, value, unmasked, ...r }) => ({
      ...r,
      name: masked(value?.name ?? null, maskOf({ minor, role: r.role }, sexual), unmasked).name,
    }))
    .sort((a, b) => (order.get(a.party) ?? 0) - (order.get(b.party) ?? 0))
}

const PARTY = 'cases.party/'
const MOST_CASES = 200
/** Cases on which somebody of this name has this part (or any), as far as the reader may know who it is: masked names answer nothing. */
export async function casesOfPeople(cx: Cx, name: string, role: string | undefined): Promise<string[]> {
  const hits = await findHandles(cx, name, { limit: MOST_CASES, offset: 0, kind: PARTY })
  const named = await partiesNamed(
    cx,
    hits.map((h) => h.subject.slice(PARTY.length)),
  )
  return [
    ...new Set(
      named.filter((p) => p.may_see && p.name && (!role || p.role === role)).map((p) => p.root as string),
    ),
  ]
}
