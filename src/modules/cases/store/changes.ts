/** The newest rows of a case that a change builds on; each answers undefined where nothing was said yet. */
import type { Json } from '#kernel/canonical.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { keepAllPersonal } from '#ledger/vault.ts'
import type { PartyRow, PersonalValue } from './case-file.ts'
import { addHandles, dropPartyHandles } from './handles.ts'
import type { PartyInput } from '../contract.ts'
import { ageOn, isMinor, maskOf, mayEntitle } from '../rules.ts'
import { partyHandles } from './opening.ts'
import { refreshGuards, refreshStanding } from './standing.ts'

export async function nextSeq(
  cx: Pick<Cx, 'tx'>,
  table: 'title' | 'incident' | 'investigator' | 'sensitivity' | 'priority' | 'state',
  root: string,
): Promise<{ seq: number; corrects: string | null }> {
  const rows = {
    title: sql`select id, seq from cases.title where root = ${root} order by seq desc limit 1`,
    incident: sql`select id, seq from cases.incident where root = ${root} order by seq desc limit 1`,
    investigator: sql`select id, seq from cases.investigator where root = ${root} order by seq desc limit 1`,
    sensitivity: sql`select id, seq from cases.sensitivity where root = ${root} order by seq desc limit 1`,
    priority: sql`select id, seq from cases.priority where root = ${root} order by seq desc limit 1`,
    state: sql`select id, seq from cases.state where root = ${root} order by seq desc limit 1`,
  }
  const row = await cx.tx.maybe<{ id: string; seq: number }>(rows[table])
  return { seq: (row?.seq ?? 0) + 1, corrects: row?.id ?? null }
}

export interface NewestParty extends PartyRow {
  readonly value: PersonalValue | null
}

/** The newest row of a party with its personal values; 404 where the case has no such party. */
export async function newestParty(cx: Pick<Cx, 'tx'>, root: string, party: string): Promise<NewestParty> {
  const row = await cx.tx.maybe<NewestParty>(sql`
    select p.party, p.id as row, p.root, p.seq, p.role, p.ordinal, p.vault, p.identified, p.sex, p.age, p.minor, p.organisation, v.value
      from cases.party p left join ledger.vault v on v.id = p.vault where p.root = ${root} and p.party = ${party} order by p.seq desc limit 1`)
  if (!row) throw notFound()
  return row
}

/** What is said of a party after a change: spoken words replace, unspoken ones stay; an age counted from a birth date is counted anew. */
export function mergedParty(
  before: NewestParty,
  change: { readonly [K in keyof Omit<PartyInput, 'id'>]?: PartyInput[K] | undefined },
): PartyInput {
  const { note: _note, otherNames, ...value } = before.value ?? {}
  const said = Object.fromEntries(
    Object.entries(change).filter(([, v]) => v !== undefined),
  ) as Partial<PartyInput>
  return {
    role: before.role,
    ordinal: before.ordinal,
    sex: before.sex,
    age: before.value?.born ? null : before.age,
    organisation: before.organisation,
    ...value,
    ...(otherNames ? { otherNames: [...otherNames] } : {}),
    ...said,
  }
}

/** Keeps new personal values of one party; null where nothing personal is known. */
export async function keepParty(cx: Cx, root: string, value: PersonalValue | null) {
  return value === null ? null : ((await keepAllPersonal(cx, [{ root, value: value as Json }]))[0] ?? null)
}

/** After a party changed: its names are found by the new spelling, guarded where it must be. */
export async function followParty(
  cx: Cx,
  root: string,
  number: string,
  party: { id: string; value: PersonalValue | null },
): Promise<void> {
  await dropPartyHandles(cx, root, party.id)
  await addHandles(cx, partyHandles(root, number, party, true))
  await follow(cx, root)
}

export async function follow(cx: Cx, root: string): Promise<void> {
  await refreshStanding(cx, [root])
  await refreshGuards(cx, [root])
  await mustKeepQuiet(cx, root)
}

/** Whatever made somebody protected: the title does not tell who it is; the whole act is refused until it is corrected. */
async function mustKeepQuiet(cx: Cx, root: string): Promise<void> {
  const file = await cx.tx.maybe<{ title: string; sexual: boolean; place: (string | null)[] }>(sql`
    select s.title, s.sexual, (select array[i.place, i.settlement, i.district, i.highway] from cases.incident i where i.root = s.root order by seq desc limit 1) as place
      from cases.standing s where s.root = ${root} and s.guarded`)
  if (!file) return
  const parties = await cx.tx.many<{ role: string; minor: boolean; value: PersonalValue | null }>(sql`
    select distinct on (p.party) p.role, p.minor, v.value from cases.party p left join ledger.vault v on v.id = p.vault where p.root = ${root} order by p.party, p.seq desc`)
  const names = parties
    .filter((p) => maskOf(p, file.sexual) !== null)
    .flatMap((p) => [p.value?.name, ...(p.value?.otherNames ?? [])])
    .filter((n): n is string => Boolean(n))
  refuseUnless(mayEntitle(file.title, names, file.place ?? []))
}

/** Rows for parties who were, or were not, under age on a day other than the one believed until now. */
export async function partiesWhoseAgeMoved(cx: Cx, root: string, on: string): Promise<CoveredRow[]> {
  const rows = await cx.tx.many<NewestParty & { commitment: string | null }>(sql`
    select distinct on (p.party) p.party, p.id as row, p.root, p.seq, p.role, p.ordinal, p.vault, p.commitment, p.identified, p.sex, p.age, p.minor, p.organisation, v.value
      from cases.party p left join ledger.vault v on v.id = p.vault where p.root = ${root} order by p.party, p.seq desc`)
  return rows.flatMap((r) => {
    const born = r.value?.born ?? null
    if (!born) return []
    const minor = isMinor({ born }, on)
    const age = ageOn(born, on)
    if (minor === r.minor && age === r.age) return []
    return [
      {
        id: cx.newId(),
        seq: r.seq + 1,
        root,
        party: r.party,
        corrects: r.row,
        role: r.role,
        ordinal: r.ordinal,
        vault: r.vault,
        commitment: r.commitment,
        identified: r.identified,
        sex: r.sex,
        age,
        minor,
        organisation: r.organisation,
      },
    ]
  })
}

export async function sealedAt(cx: Pick<Cx, 'tx'>, root: string): Promise<string> {
  return (
    await cx.tx.one<{ recorded_at: string }>(
      sql`select recorded_at from cases.sensitivity where root = ${root} and level = 'sealed' order by seq desc limit 1`,
    )
  ).recorded_at
}
