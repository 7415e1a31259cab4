/** Reads of the case file by root: the row that acts ask about, and the card that others print. */
import type { Json } from '#kernel/canonical.ts'
import { notFound } from '#kernel/verdict.ts'
import { visible } from '#identity/sight.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { type Mask, maskOf, masked } from '../rules.ts'
import { caseRef } from './holds.ts'

/** `unit` is null: a case belongs to no one section, need to know decides who acts on it; `receiving_unit` is where it was opened. */
export interface CaseRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly title: string
  readonly summary: string | null
  readonly type: string
  readonly unit: null
  readonly receiving_unit: string | null
  readonly state: 'open' | 'closed'
  readonly sensitive: boolean
  readonly restricted: boolean
  readonly sealed: boolean
  readonly guarded: boolean
  readonly sexual: boolean
  readonly priority: number
  readonly offence_on: string | null
  readonly opened_at: string
  readonly closed_at: string | null
  readonly duplicate_of: string | null
}

const row = (cx: Pick<Cx, 'actor' | 'now'>): Sql => sql`
  c.root as id, c.root, c.number, c.title, c.summary, c.type, null as unit, c.unit as receiving_unit, c.state,
  c.restricted or c.sealed or c.guarded as sensitive, c.restricted, c.sealed, c.guarded, c.sexual, c.priority,
  c.offence_on, c.opened_at, c.closed_at, c.duplicate_of, ${visible(cx, 'c.root')} as may_see`

/** The case with the answer to “may this person see it?”; the caller gives it to `cx.allow`. With `lock`, its head first. */
export async function seeCase(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<CaseRow> {
  if (opts.lock) await cx.lock([caseRef(id)])
  const found = await cx.tx.maybe<CaseRow>(sql`select ${row(cx)} from cases.standing c where c.root = ${id}`)
  if (!found) throw notFound()
  return found
}

/** Many, locked, in the order in which they were asked, each once; 404 where one of them is not there. */
export async function seeCases(cx: Cx, ids: readonly string[]): Promise<CaseRow[]> {
  const once = [...new Set(ids)]
  await cx.lock(once.map(caseRef))
  const found = await cx.tx.many<CaseRow>(
    sql`select ${row(cx)} from cases.standing c where c.root = any(${once}::uuid[])`,
  )
  const byId = new Map(found.map((f) => [f.id, f]))
  return once.map((id) => {
    const file = byId.get(id)
    if (!file) throw notFound()
    return file
  })
}

export interface PartyRow {
  readonly party: string
  readonly row: string
  readonly root: string
  readonly seq: number
  readonly role: string
  readonly ordinal: number | null
  readonly vault: string | null
  readonly identified: boolean
  readonly sex: string | null
  readonly age: number | null
  readonly minor: boolean
  readonly organisation: boolean
}
/** What the vault keeps of a party. */
export interface PersonalValue {
  readonly name?: string | null
  readonly otherNames?: readonly string[]
  readonly born?: string | null
  readonly address?: string | null
  readonly phone?: string | null
  readonly document?: string | null
  readonly note?: string | null
}
export interface CardParty {
  readonly id: string
  readonly role: string
  readonly ordinal: number | null
  readonly name: string | null
  readonly otherNames: readonly string[]
  readonly born: string | null
  readonly hidden: Mask
  readonly sex: string | null
  readonly age: number | null
  readonly minor: boolean
  readonly identified: boolean
  readonly organisation: boolean
}

/**
 * Parties as this reader sees them: minors and complainants of sexual offences without name, other names, birth date,
 * unless they asked (cases.unmask-party) and the time has not run out. `names: 'all'` is for papers that the court itself
 * requires to name the person; whoever uses it has asked for the right first.
 */
export async function partiesOf(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  root: string,
  sexual: boolean,
  opts: { names?: 'all'; asOf?: string } = {},
): Promise<CardParty[]> {
  const rows = await cx.tx.many<PartyRow & { value: PersonalValue | null; unmasked: boolean }>(sql`
    select p.*, p.minor or coalesce((select n.minor from cases.party n where n.party = p.party order by n.seq desc limit 1), false) as minor, v.value, exists (select 1 from cases.unmasking u where u.party = p.party and u.person = ${cx.actor.id} and u.until_at > ${cx.now}::timestamptz) as unmasked
      from (select distinct on (party) party, id as row, root, seq, role, ordinal, vault, identified, sex, age, minor, organisation
              from cases.party where root = ${root} and recorded_at <= ${opts.asOf ?? 'infinity'}::timestamptz order by party, seq desc) p
      left join ledger.vault v on v.id = p.vault
     order by p.role, p.ordinal nulls last, p.party`)
  return rows.map((r) => {
    const seen = masked(r.value?.name ?? null, maskOf(r, sexual), opts.names === 'all' || r.unmasked)
    const open = seen.hidden === null
    return {
      id: r.party,
      role: r.role,
      ordinal: r.ordinal,
      name: seen.name,
      otherNames: open ? [...(r.value?.otherNames ?? [])] : [],
      born: open ? (r.value?.born ?? null) : null,
      hidden: seen.hidden,
      sex: r.sex,
      age: r.age,
      minor: r.minor,
      identified: r.identified,
      organisation: r.organisation,
    }
  })
}

export interface Incident {
  readonly on: string | null
  readonly absent: 'unknown' | 'not-applicable' | 'not-yet-determined' | null
  readonly until: string | null
  readonly time: string | null
  readonly precision: string
  readonly district: string | null
  readonly settlement: string | null
  readonly highway: string | null
  readonly mile: string | null
  readonly place: string | null
  readonly latitude: string | null
  readonly longitude: string | null
}
export interface CaseCard {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly summary: string | null
  readonly type: string
  readonly state: 'open' | 'closed'
  readonly aliases: readonly { readonly kind: string; readonly text: string }[]
  readonly parties: readonly CardParty[]
  readonly offences: readonly {
    readonly code: string
    readonly iccs: string | null
    readonly counts: number | null
  }[]
  readonly incident: Incident | null
  readonly investigator: {
    readonly person: string | null
    readonly name: string | null
    readonly unit: string | null
    readonly unitName: string | null
    readonly agency: string | null
    readonly agencyName: string | null
  } | null
}

/** The facts of a case that stand on letters, labels and certificates; the caller has asked whether the reader may see it. */
export async function caseCard(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  id: string,
  opts: { names?: 'all' } = {},
): Promise<CaseCard> {
  const head = await cx.tx.maybe<{
    number: string
    title: string
    summary: string | null
    type: string
    state: 'open' | 'closed'
    sexual: boolean
    aliases: { kind: string; text: string }[]
    offences: CaseCard['offences']
    incident: Incident | null
    investigator: CaseCard['investigator']
  }>(sql`
    select s.number, s.title, s.summary, s.type, s.state, s.sexual,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text) order by a.recorded_at, a.id) from cases.alias a where a.root = s.root), '[]') as aliases,
      coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'iccs', o.iccs, 'counts', o.counts) order by o.recorded_at, o.id) from cases.offence o where o.root = s.root), '[]') as offences,
      (select jsonb_build_object('on', i.on_text, 'absent', i.absent, 'until', i.until_text, 'time', i.time_text, 'precision', i.precision, 'district', i.district, 'settlement', i.settlement, 'highway', i.highway, 'mile', i.mile::text, 'place', i.place, 'latitude', i.latitude::text, 'longitude', i.longitude::text)
         from cases.incident i where i.root = s.root order by seq desc limit 1) as incident,
      (select jsonb_build_object('person', v.person, 'name', coalesce(v.name, p.name), 'unit', u.id, 'unitName', u.name, 'agency', g.id, 'agencyName', g.name)
         from cases.investigator v left join identity.person p on p.id = v.person left join identity.unit u on u.id = coalesce(v.unit, p.unit) left join identity.agency g on g.id = u.agency
        where v.root = s.root order by v.seq desc limit 1) as investigator
      from cases.standing s where s.root = ${id}`)
  if (!head) throw notFound()
  const { sexual, ...facts } = head
  return { id, ...facts, parties: await partiesOf(cx, id, sexual, opts) }
}

export interface VaultValue {
  readonly id: string
  readonly value: Json
}
/** Personal values by their ids; an id whose value was destroyed by order has no row. */
export async function vaultValues(cx: Pick<Cx, 'tx'>, ids: readonly string[]): Promise<Map<string, Json>> {
  const rows = await cx.tx.many<VaultValue>(
    sql`select id, value from ledger.vault where id = any(${ids as string[]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.id, r.value]))
}
