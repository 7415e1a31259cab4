/** The SQL behind reliance: the facts on which a thing is judged, the deviations that lift, and the uses themselves. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { type Judged, judgeEquipment, judgeLot, judgePerson, judgeVersion } from '../rules.ts'
import type { AuthorisationFacts, EquipmentFacts, LotFacts, VersionFacts } from '../rules.ts'
import { no } from '#kernel/verdict.ts'

export interface Thing {
  readonly kind: 'method-version' | 'person' | 'equipment' | 'lot' | 'room'
  readonly id: string
  /** What it is used for; for a person `<method version id or method code>:analyst` or `:reviewer`. */
  readonly for?: string | undefined
}
/** `basis`: the calibration, authorisation or verification that held when the thing was judged. */
export interface Weighed extends Judged {
  readonly thing: Thing
  readonly basis: string | null
}

const unknown = (thing: Thing): Weighed => ({
  thing,
  verdict: no('quality.unknown-thing', { kind: thing.kind }, 'quality.next-register'),
  liftable: false,
  basis: null,
})

export async function weigh(cx: Cx, thing: Thing, today: string): Promise<Weighed> {
  if (thing.kind === 'equipment' || thing.kind === 'room') {
    const row = await cx.tx.maybe<EquipmentFacts>(
      sql`select code, name, state, state_why, calibrated, calibration, outcome, due_on from quality.public_equipment where id = ${thing.id}`,
    )
    return row ? { thing, ...judgeEquipment(row, today), basis: row.calibration } : unknown(thing)
  }
  if (thing.kind === 'lot') {
    const row = await cx.tx.maybe<LotFacts & { step: string | null }>(
      sql`select number, name, state, state_why, expires_on, step from quality.public_lot where id = ${thing.id}`,
    )
    return row ? { thing, ...judgeLot(row, today), basis: row.step } : unknown(thing)
  }
  if (thing.kind === 'method-version') {
    const row = await cx.tx.maybe<VersionFacts>(
      sql`select code, version, from_on, until_on from quality.public_method_version where id = ${thing.id}`,
    )
    return row ? { thing, ...judgeVersion(row, today), basis: null } : unknown(thing)
  }
  return weighPerson(cx, thing, today)
}

/** A person without `for` is only named, as when somebody witnesses: nothing to judge. */
async function weighPerson(cx: Cx, thing: Thing, today: string): Promise<Weighed> {
  const person = await cx.tx.maybe<{ name: string }>(
    sql`select name from identity.person where id = ${thing.id}`,
  )
  if (!person) return unknown(thing)
  if (thing.for === undefined) return { thing, verdict: { ok: true }, liftable: false, basis: null }
  const cut = thing.for.lastIndexOf(':')
  const [what, as] = [thing.for.slice(0, cut), thing.for.slice(cut + 1)]
  const method = await cx.tx.maybe<{ id: string; code: string }>(
    sql`select m.id, m.code from quality.method m where m.code = ${what} or m.id::text = ${what} or m.id = (select method from quality.method_version where id::text = ${what})`,
  )
  if (!method) return unknown({ ...thing, kind: 'method-version' })
  const held = await cx.tx.many<AuthorisationFacts & { id: string }>(
    sql`select id, from_on, until_on, ended_why from quality.public_authorisation where person = ${thing.id} and method = ${method.id} and capacity = ${as} order by from_on desc`,
  )
  const judged = judgePerson(person.name, method.code, as, held, today)
  const basis =
    held.find((a) => a.from_on <= today && (a.until_on === null || a.until_on >= today))?.id ?? null
  return { thing: { ...thing, for: `${method.code}:${as}` }, ...judged, basis }
}

export interface DeviationRow {
  id: string
  text: string
  why: string
  until_on: string
  subjects: string[]
  things: string[]
  director: string | null
  director_name: string | null
  quality_manager: string | null
  quality_manager_name: string | null
  ended: boolean
  recorded_at: string
  recorded_by: string | null
}
const deviation = sql`
  select d.id, d.text, d.why, d.until_on, d.subjects, d.things, d.recorded_at, d.recorded_by, a.recorded_by as director, ap.name as director_name, b.recorded_by as quality_manager, bp.name as quality_manager_name, (e.id is not null) as ended
    from quality.deviation d
    left join quality.deviation_step a on a.deviation = d.id and a.kind = 'director' left join identity.person ap on ap.id = a.recorded_by
    left join quality.deviation_step b on b.deviation = d.id and b.kind = 'quality-manager' left join identity.person bp on bp.id = b.recorded_by
    left join quality.deviation_step e on e.deviation = d.id and e.kind = 'ended'`

export function findDeviation(cx: Cx, id: string): Promise<DeviationRow | undefined> {
  return cx.tx.maybe<DeviationRow>(sql`${deviation} where d.id = ${id}`)
}
/** Standing deviations that name any of these ids as subject or as thing. */
export function standingDeviations(cx: Cx, ids: readonly string[], today: string): Promise<DeviationRow[]> {
  return cx.tx.many<DeviationRow>(
    sql`${deviation} where (d.subjects && ${ids as string[]}::uuid[] or d.things && ${ids as string[]}::uuid[]) and d.until_on >= ${today}::date and a.id is not null and b.id is not null and e.id is null order by d.recorded_at`,
  )
}
/** Deviations that name one of these subjects and stood on some day since, and those of these ids, ended or not. */
export function deviationsSince(
  cx: Cx,
  subjects: readonly string[],
  since: string,
  ids: readonly string[],
): Promise<DeviationRow[]> {
  return cx.tx.many<DeviationRow>(
    sql`${deviation} where a.id is not null and b.id is not null and (d.id = any(${ids as string[]}::uuid[])
      or d.subjects && ${subjects as string[]}::uuid[] and d.until_on >= ${since}::date and (e.id is null or e.recorded_at >= ${since}::timestamptz)) order by d.recorded_at, d.id`,
  )
}
export interface RelianceRow {
  readonly id: string
  readonly subject: string
  readonly kind: Thing['kind']
  readonly thing: string
  readonly name: string
  readonly usedFor: string | null
  readonly basis: string | null
  readonly deviation: string | null
  readonly at: string
}

export function listReliances(cx: Cx, subjects: readonly string[]): Promise<RelianceRow[]> {
  return cx.tx.many<RelianceRow>(sql`
    select r.id, r.subject, r.kind, r.thing, r.used_for as "usedFor", r.basis, r.deviation, r.recorded_at as at,
           coalesce(e.code || ' ' || e.name, l.name || ' ' || l.number, v.code || ' v' || v.version, p.name, '') as name
      from quality.reliance r left join quality.equipment e on e.id = r.thing left join quality.lot l on l.id = r.thing
      left join quality.public_method_version v on v.id = r.thing left join identity.person p on p.id = r.thing
     where r.subject = any(${subjects as string[]}) order by r.recorded_at, r.id`)
}
