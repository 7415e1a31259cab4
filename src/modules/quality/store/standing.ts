/** The SQL of methods, people, equipment and lots as they stand. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { Capacity, Technique, WorksheetDefinition } from '../contract.ts'

interface Page {
  limit: number
  cursor?: string | undefined
  q?: string | undefined
}
const titled = (cx: Cx): Sql => (cx.language === 'es' ? sql`title_es` : sql`title_en`)
const today = (cx: Cx): string => dayOfInstant(cx.now)

export interface MethodRow {
  id: string
  code: string
  title_en: string
  title_es: string
  discipline: string
  newest: number
}
/** By id or by code. */
export async function methodRow(cx: Cx, idOrCode: string): Promise<MethodRow> {
  const row = await cx.tx.maybe<MethodRow>(
    sql`select m.id, m.code, m.title_en, m.title_es, m.discipline, coalesce((select max(version) from quality.method_version v where v.method = m.id), 0)::int as newest from quality.method m where m.id::text = ${idOrCode} or m.code = ${idOrCode}`,
  )
  if (!row) throw notFound()
  return row
}
export async function mustBePerson(cx: Cx, id: string): Promise<void> {
  if (!(await cx.tx.maybe(sql`select 1 from identity.person where id = ${id}`))) throw notFound()
}

export interface VersionSeen {
  id: string
  method: string
  code: string
  title: string
  version: number
  discipline: string
  worksheet: WorksheetDefinition
  techniques: Technique[]
  decisionRule: string | null
  from: string
  until: string | null
}
export function versionsOf(cx: Cx, method: string): Promise<VersionSeen[]> {
  return cx.tx.many<VersionSeen>(
    sql`select id, method, code, ${titled(cx)} as title, version, discipline, worksheet, techniques, decision_rule as "decisionRule", from_on as from, until_on as until from quality.public_method_version where method = ${method} order by version desc`,
  )
}

export interface MethodLine {
  id: string
  code: string
  title: string
  discipline: string
  version: number | null
  versionId: string | null
  from: string | null
  analysts: number
  reviewers: number
}
export function pageOfMethods(
  cx: Cx,
  page: Page & { discipline?: string | undefined },
): Promise<MethodLine[]> {
  const held = (as: Capacity): Sql =>
    sql`(select count(distinct a.person)::int from quality.public_authorisation a where a.method = m.id and a.capacity = ${as} and a.from_on <= ${today(cx)}::date and (a.until_on is null or a.until_on >= ${today(cx)}::date))`
  return cx.tx.many<MethodLine>(sql`
    select m.id, m.code, m.${titled(cx)} as title, m.discipline, v.version, v.id as "versionId", v.from_on as from, ${held('analyst')} as analysts, ${held('reviewer')} as reviewers
      from quality.method m left join lateral (select id, version, from_on from quality.public_method_version v where v.method = m.id and v.from_on <= ${today(cx)}::date and (v.until_on is null or v.until_on >= ${today(cx)}::date) order by version desc limit 1) v on true
     where true ${page.discipline ? sql`and m.discipline = ${page.discipline}` : noSql} ${page.q ? sql`and (m.code || ' ' || m.title_en || ' ' || m.title_es) ilike ${anywhere(page.q)}` : noSql} ${page.cursor ? sql`and m.code > ${page.cursor}` : noSql}
     order by m.code limit ${page.limit}`)
}

export interface AuthorisationRow {
  id: string
  person: string
  method_code: string
  capacity: Capacity
  from_on: string
  until_on: string | null
  ended_why: string | null
}
export async function getAuthorisation(cx: Cx, id: string): Promise<AuthorisationRow> {
  const row = await cx.tx.maybe<AuthorisationRow>(
    sql`select id, person, method_code, capacity, from_on, until_on, ended_why from quality.public_authorisation where id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
/** All that were ever given, or those that hold on a day. `ends` is the reason of a withdrawal. */
export function authorisationsOf(
  cx: Cx,
  f: { method: string; as?: Capacity | undefined; on?: string | undefined },
): Promise<
  {
    id: string
    person: string
    name: string
    as: Capacity
    from: string
    until: string | null
    ends: string | null
  }[]
> {
  return cx.tx.many(sql`
    select a.id, a.person, p.name, a.capacity as as, a.from_on as from, a.until_on as until, a.ended_why as ends from quality.public_authorisation a join identity.person p on p.id = a.person
     where a.method_code = ${f.method} ${f.as ? sql`and a.capacity = ${f.as}` : noSql} ${f.on ? sql`and a.from_on <= ${f.on}::date and (a.until_on is null or a.until_on >= ${f.on}::date)` : noSql}
     order by p.name, a.capacity, a.from_on`)
}

export interface EquipmentRow {
  id: string
  code: string
  kind: string
  name: string
  make: string | null
  model: string | null
  serial: string | null
  unit_name: string | null
  place: string | null
  calibrated: boolean
  data: unknown
  state: string
  state_why: string | null
  service_seq: number
  calibration: string | null
  outcome: string | null
  done_on: string | null
  due_on: string | null
  uncertainty: string | null
  uncertainty_unit: string | null
  coverage: string | null
  certificate: string | null
}
const equipment = sql`select e.*, u.name as unit_name, coalesce((select max(seq) from quality.service s where s.equipment = e.id), 0)::int as service_seq from quality.public_equipment e left join identity.unit u on u.id = e.unit`
export async function getEquipment(cx: Cx, id: string): Promise<EquipmentRow> {
  const row = await cx.tx.maybe<EquipmentRow>(sql`${equipment} where e.id = ${id}`)
  if (!row) throw notFound()
  return row
}
interface OfEquipment {
  kind?: string | undefined
  unit?: string | undefined
  fit?: boolean | undefined
  q?: string | undefined
}
/** `judgeEquipment` in SQL, so that a list can be asked for what may not be used; a story holds the two together. */
const fitToday = (cx: Cx): Sql =>
  sql`(e.state <> 'out-of-service' and (not e.calibrated or (e.calibration is not null and e.outcome <> 'failed' and (e.due_on is null or e.due_on >= ${today(cx)}::date))))`
const chosenEquipment = (cx: Cx, f: OfEquipment): Sql =>
  sql`true ${f.kind ? sql`and e.kind = ${f.kind}` : noSql} ${f.unit ? sql`and e.unit = ${f.unit}` : noSql} ${f.fit === undefined ? noSql : sql`and ${fitToday(cx)} = ${f.fit}`}
    ${f.q ? sql`and (e.code || ' ' || e.name || ' ' || coalesce(e.serial, '')) ilike ${anywhere(f.q)}` : noSql}`
export function pageOfEquipment(cx: Cx, page: Page & OfEquipment): Promise<EquipmentRow[]> {
  return cx.tx.many<EquipmentRow>(
    sql`${equipment} where ${chosenEquipment(cx, page)} ${page.cursor ? sql`and e.code > ${page.cursor}` : noSql} order by e.code limit ${page.limit}`,
  )
}
export async function countEquipment(cx: Cx, f: OfEquipment): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from quality.public_equipment e where ${chosenEquipment(cx, f)}`,
    )
  ).n
}

export interface LotRow {
  id: string
  number: string
  material: string
  name: string
  kind: string
  supplier: string | null
  received_on: string
  expires_on: string | null
  amount: string | null
  unit: string | null
  storage: string | null
  state: 'received' | 'verified' | 'rejected' | 'withdrawn'
  state_why: string | null
  seq: number
}
const lot = sql`select l.*, coalesce((select max(seq) from quality.lot_step s where s.lot = l.id), 0)::int as seq from quality.public_lot l`
export async function getLot(cx: Cx, id: string): Promise<LotRow> {
  const row = await cx.tx.maybe<LotRow>(sql`${lot} where l.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const cursorOf = (row: LotRow | undefined): string | null =>
  row ? `${row.material}|${row.number}` : null
interface OfLots {
  material?: string | undefined
  usable?: boolean | undefined
  state?: string | undefined
  q?: string | undefined
}
/** `judgeLot` in SQL, as with equipment. */
const chosenLots = (cx: Cx, f: OfLots): Sql =>
  sql`true ${f.material ? sql`and l.material = ${f.material}` : noSql} ${f.state ? sql`and l.state = ${f.state}` : noSql}
    ${f.usable === undefined ? noSql : sql`and (l.state = 'verified' and (l.expires_on is null or l.expires_on >= ${today(cx)}::date)) = ${f.usable}`}
    ${f.q ? sql`and (l.name || ' ' || l.number || ' ' || l.material) ilike ${anywhere(f.q)}` : noSql}`
export function pageOfLots(cx: Cx, page: Page & OfLots): Promise<LotRow[]> {
  const [material, number] = (page.cursor ?? '').split('|')
  return cx.tx.many<LotRow>(sql`${lot} where ${chosenLots(cx, page)}
    ${page.cursor ? sql`and (l.material, l.number) > (${material ?? ''}, ${number ?? ''})` : noSql} order by l.material, l.number limit ${page.limit}`)
}
export async function countLots(cx: Cx, f: OfLots): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from quality.public_lot l where ${chosenLots(cx, f)}`,
    )
  ).n
}
export function stepsOfLot(
  cx: Cx,
  id: string,
): Promise<{ state: string; at: string; by: string; why: string }[]> {
  return cx.tx.many(sql`
    select 'received' as state, l.recorded_at as at, coalesce(p.name, '') as by, coalesce(l.supplier, '') as why, 0 as seq from quality.lot l left join identity.person p on p.id = l.recorded_by where l.id = ${id}
    union all select s.state, s.recorded_at, coalesce(p.name, ''), s.why, s.seq from quality.lot_step s left join identity.person p on p.id = s.recorded_by where s.lot = ${id} order by seq`)
}
export async function usesOf(cx: Cx, thing: string): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from quality.reliance r where r.thing = ${thing} and ${visible(cx, 'r.root')}`,
    )
  ).n
}

/** Late first. Instruments that were never calibrated have no day. */
export function listDue(
  cx: Cx,
  from: string,
  until: string,
): Promise<
  { kind: 'equipment' | 'authorisation' | 'lot' | 'deviation'; id: string; name: string; on: string | null }[]
> {
  return cx.tx.many(sql`
    select * from (
      select 'equipment' as kind, id, code || ' ' || name as name, due_on as on from quality.public_equipment where calibrated and state = 'in-service' and (due_on is null and calibration is null or due_on <= ${until}::date)
      union all select 'authorisation', a.id, p.name || ', ' || a.method_code, a.until_on from quality.public_authorisation a join identity.person p on p.id = a.person where a.until_on between ${from}::date and ${until}::date and a.ended_why is null
      union all select 'lot', id, name || ' ' || number, expires_on from quality.public_lot where state = 'verified' and expires_on <= ${until}::date
      union all select 'deviation', d.id, left(d.text, 80), d.until_on from quality.deviation d where d.until_on between ${from}::date and ${until}::date and not exists (select 1 from quality.deviation_step s where s.deviation = d.id and s.kind = 'ended')) x
     order by "on" nulls first, name limit 500`)
}

interface Use {
  thing: string
  from?: string | undefined
  until?: string | undefined
}
const used = (cx: Cx, f: Use): Sql =>
  sql`r.thing = ${f.thing} and ${visible(cx, 'r.root')} ${f.from ? sql`and r.recorded_at >= ${f.from}::date` : noSql} ${f.until ? sql`and r.recorded_at < ${f.until}::date + 1` : noSql}`
export function pageOfAffected(
  cx: Cx,
  f: Use & Page,
): Promise<
  {
    id: string
    subject: string
    root: string
    kind: string
    usedFor: string | null
    at: string
    by: string | null
  }[]
> {
  const [at, id] = (f.cursor ?? '').split('|')
  return cx.tx.many(sql`
    select r.id, r.subject, r.root, r.kind, r.used_for as "usedFor", r.recorded_at as at, p.name as by from quality.reliance r left join identity.person p on p.id = r.recorded_by
     where ${used(cx, f)} ${f.cursor ? sql`and (r.recorded_at, r.id) < (${at ?? ''}::timestamptz, ${id ?? ''}::uuid)` : noSql} order by r.recorded_at desc, r.id desc limit ${f.limit}`)
}
export async function countAffected(cx: Cx, f: Use): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from quality.reliance r where ${used(cx, f)}`,
    )
  ).n
}
