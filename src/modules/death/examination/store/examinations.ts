/** Examinations of the dead: how far each has come, what was found, wounds, organs, specimens, and what was asked of the sections. */
import { visible } from '#identity/sight.ts'
import { type Ref, ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { Diagram, ExaminationKind } from '../contract.ts'

export const examinationRef = (id: string): Ref => ref('death.examination', id)

export interface ExaminationRow extends Protected {
  readonly id: string
  readonly root: string
  readonly no: number
  readonly kind: ExaminationKind
  readonly request: string | null
  readonly authority: string | null
  readonly for_whom: string | null
  readonly due_on: string | null
  readonly ordered_at: string
  readonly state: 'ordered' | 'started' | 'finished' | 'reviewed' | 'withdrawn'
  readonly seq: number
  readonly pathologist: string | null
  readonly pathologist_name: string | null
  readonly started_at: string | null
  readonly finished_at: string | null
  readonly reviewed_by: string | null
  readonly stature_cm: string | null
  readonly weight_kg: string | null
}
const columns = sql`e.id, e.root, e.no, e.kind, e.request, e.authority, e.for_whom, e.due_on, e.recorded_at as ordered_at, true as sensitive, null as unit,
  coalesce(t.state, 'ordered') as state, coalesce(t.seq, 0) as seq, coalesce(b.by_person, e.pathologist) as pathologist, p.name as pathologist_name, b.at as started_at, f.at as finished_at, r.name as reviewed_by, b.stature_cm, b.weight_kg`
const from = sql`from death.examination e
  left join lateral (select * from death.examination_step x where x.examination = e.id order by x.seq desc limit 1) t on true
  left join lateral (select * from death.examination_step x where x.examination = e.id and x.kind = 'started' order by x.seq limit 1) b on true
  left join lateral (select * from death.examination_step x where x.examination = e.id and x.kind = 'finished' order by x.seq desc limit 1) f on true
  left join lateral (select q.name from death.examination_step x join identity.person q on q.id = x.by_person where x.examination = e.id and x.kind = 'reviewed' and t.state = 'reviewed' order by x.seq desc limit 1) r on true
  left join identity.person p on p.id = coalesce(b.by_person, e.pathologist)`

export async function seeExamination(
  cx: Cx,
  id: string,
  opts: { lock?: boolean } = {},
): Promise<ExaminationRow> {
  if (opts.lock) await cx.lock([examinationRef(id)])
  const row = await cx.tx.maybe<ExaminationRow>(
    sql`select ${columns}, ${visible(cx, 'e.root')} as may_see ${from} where e.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export const examinationsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<ExaminationRow[]> =>
  cx.tx.many<ExaminationRow>(
    sql`select ${columns}, true as may_see ${from} where e.root = ${root} order by e.no`,
  )
/** The examination whose paper answers a request. */
export const examinationOfRequest = (
  cx: Pick<Cx, 'tx'>,
  request: string,
): Promise<ExaminationRow | undefined> =>
  cx.tx.maybe<ExaminationRow>(sql`select ${columns}, true as may_see ${from} where e.request = ${request}`)
export const openExaminationsOf = async (cx: Pick<Cx, 'tx'>, root: string): Promise<ExaminationRow[]> =>
  (await examinationsOf(cx, root)).filter((e) => e.state === 'ordered' || e.state === 'started')

/** Everybody who wrote on an examination. */
export const writersOf = async (cx: Pick<Cx, 'tx'>, id: string): Promise<string[]> =>
  (
    await cx.tx.many<{ by: string }>(sql`
    select recorded_by as by from death.finding where examination = ${id} union select recorded_by from death.wound where examination = ${id}
     union select recorded_by from death.organ where examination = ${id} union select recorded_by from death.specimen where examination = ${id}`)
  ).map((r) => r.by)

export interface FindingRow {
  readonly section: string
  readonly seq: number
  readonly form: string | null
  readonly answers: Record<string, unknown> | null
  readonly words: string | null
  readonly at: string
  readonly by: string | null
}
export const findingsOf = (cx: Pick<Cx, 'tx'>, examination: string): Promise<FindingRow[]> =>
  cx.tx.many(
    sql`select distinct on (f.section) f.section, f.seq, f.form, f.answers, f.words, f.recorded_at as at, p.name as by from death.finding f left join identity.person p on p.id = f.recorded_by where f.examination = ${examination} order by f.section, f.seq desc`,
  )
export interface WoundRow {
  readonly no: number
  readonly seq: number
  readonly diagram: Diagram
  readonly x: string
  readonly y: string
  readonly kind: string
  readonly size_mm: string | null
  readonly depth_mm: string | null
  readonly words: string | null
  readonly removed: boolean
}
/** Removed ones too: their numbers are never used again. */
export const woundsOf = (cx: Pick<Cx, 'tx'>, examination: string): Promise<WoundRow[]> =>
  cx.tx.many(
    sql`select distinct on (no) no, seq, diagram, x, y, kind, size_mm, depth_mm, words, removed from death.wound where examination = ${examination} order by no, seq desc`,
  )
export interface OrganRow {
  readonly organ: string
  readonly seq: number
  readonly weight_g: string | null
  readonly absent: string | null
  readonly words: string | null
  readonly retained: boolean
  readonly returned: boolean
}
export const organsOf = (cx: Pick<Cx, 'tx'>, examination: string): Promise<OrganRow[]> =>
  cx.tx.many(
    sql`select distinct on (organ) organ, seq, weight_g, absent, words, retained, returned from death.organ where examination = ${examination} order by organ, seq desc`,
  )
export interface SpecimenRow {
  readonly thing: string
  readonly number: string
  readonly kind: string
  readonly site: string | null
  readonly container: string | null
  readonly additive: string | null
  readonly condition: string | null
  readonly recovered: boolean
  readonly holder: string | null
}
export const specimensOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<SpecimenRow[]> =>
  cx.tx.many(
    sql`select s.thing, i.number, s.kind, s.site, s.container, s.additive, s.condition, s.recovered, i.holder_name as holder from death.specimen s join evidence.public_item i on i.thing = s.thing where s.root = ${root} order by i.born_at, i.number`,
  )
export interface OrderRow {
  readonly id: string
  readonly root: string
  readonly request: string
  readonly number: string
  readonly discipline: string
  readonly question: string
  readonly state: string
  readonly due_on: string | null
  readonly holds_cause: boolean
  readonly things: readonly string[]
}
const over = sql`('completed','declined','withdrawn')`
export const ordersOf = (
  cx: Pick<Cx, 'tx'>,
  roots: readonly string[],
  only: { open?: boolean } = {},
): Promise<OrderRow[]> =>
  cx.tx.many(sql`
    select o.id, o.root, o.request, r.number, o.discipline, r.question, r.state, r.due_on, o.holds_cause, o.things
      from death.lab_order o join work.public_request r on r.request = o.request
     where o.root = any(${roots as string[]}::uuid[]) ${only.open ? sql`and r.state not in ${over}` : noSql} order by r.due_on nulls last, r.number`)
export const deathOfOrder = async (cx: Pick<Cx, 'tx'>, request: string): Promise<string | undefined> =>
  (await cx.tx.maybe<{ root: string }>(sql`select root from death.lab_order where request = ${request}`))
    ?.root
export interface PendingRow {
  readonly root: string
  readonly number: string
  readonly name: string | null
  readonly minor: boolean
  readonly since: string
  readonly pathologist: string | null
  readonly pending_because: string | null
  readonly cause: string | null
}
/** Examined, and the cause is not final: what for stands beside each. */
export const pendingDeaths = (cx: Cx): Promise<PendingRow[]> =>
  cx.tx.many(sql`
    select s.root, s.number, v.value ->> 'name' as name, s.minor, e.recorded_at as since, p.name as pathologist, c.pending_because, s.cause
      from death.standing s join death.call k on k.id = s.root left join ledger.vault v on v.id = coalesce(s.named, k.told)
      join lateral (select * from death.examination x where x.root = s.root order by x.no limit 1) e on true
      left join lateral (select by_person from death.examination_step x where x.examination = e.id and x.kind = 'started' order by x.seq limit 1) b on true
      left join identity.person p on p.id = coalesce(b.by_person, e.pathologist)
      left join lateral (select pending_because from death.cause x where x.root = s.root order by x.seq desc limit 1) c on true
     where s.state = 'accepted' and coalesce(s.cause, 'none') in ('none','pending') and ${visible(cx, 's.root')} order by e.recorded_at limit 200`)

export interface AgeingRow {
  readonly pathologist: string | null
  readonly name: string | null
  readonly open: number
  readonly within90: number
  readonly over90: number
  readonly finished: number
  readonly median: string | null
}
/** Days from the order of the examination to the final cause; what is open counts to now. */
export const ageingOf = (
  cx: Cx,
  range: { from?: string | undefined; until?: string | undefined },
): Promise<AgeingRow[]> =>
  cx.tx.many(sql`
    with one as (
      select coalesce(b.by_person, e.pathologist) as pathologist, e.recorded_at as began, f.recorded_at as ended
        from death.standing s join lateral (select * from death.examination x where x.root = s.root order by x.no limit 1) e on true
        left join lateral (select by_person from death.examination_step x where x.examination = e.id and x.kind = 'started' order by x.seq limit 1) b on true
        left join lateral (select recorded_at from death.cause x where x.root = s.root and x.status <> 'pending' order by x.seq limit 1) f on true
       where ${visible(cx, 's.root')} ${range.from ? sql`and e.recorded_at >= ${range.from}::date` : noSql} ${range.until ? sql`and e.recorded_at < ${range.until}::date + 1` : noSql})
    select o.pathologist, p.name, count(*) filter (where ended is null)::int as open,
           count(*) filter (where coalesce(ended, ${cx.now}::timestamptz) - began <= interval '90 days')::int as within90,
           count(*) filter (where coalesce(ended, ${cx.now}::timestamptz) - began > interval '90 days')::int as over90,
           count(*) filter (where ended is not null)::int as finished,
           round((percentile_cont(0.5) within group (order by extract(epoch from ended - began) / 86400))::numeric, 1)::text as median
      from one o left join identity.person p on p.id = o.pathologist group by 1, 2 order by 3 desc, 2`)
