/** What was found out beside the body, numbers that others gave, and visits of the scenes of the same case. */
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'
import { visible } from '#identity/sight.ts'
import { addDays, instantAt } from '#kernel/calendar.ts'

export interface InquiryRow {
  readonly section: string
  readonly seq: number
  readonly form: string | null
  readonly answers: Record<string, unknown> | null
  readonly words: string | null
  readonly topics: readonly string[]
  readonly at: string
  readonly by: string | null
}
export const inquiriesOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<InquiryRow[]> =>
  cx.tx.many(sql`
    select distinct on (q.section) q.section, q.seq, q.form, q.answers, q.words, q.topics, q.recorded_at as at, p.name as by
      from death.inquiry q left join identity.person p on p.id = q.recorded_by where q.root = ${root} order by q.section, q.seq desc`)

export interface NumberRow {
  readonly kind: string
  readonly text: string
  readonly giver: string | null
}
export const numbersOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<NumberRow[]> =>
  cx.tx.many(sql`select kind, text, giver from death.alias where root = ${root} order by recorded_at, id`)

export interface DataRow {
  readonly root: string
  readonly number: string | null
  readonly call_number: string
  readonly state: string
  readonly setting: string
  readonly circumstances: readonly string[]
  readonly sex: string | null
  readonly age: string | null
  readonly age_unit: string | null
  readonly district: string | null
  readonly profile: string | null
  readonly reason: string | null
  readonly signs: string | null
  readonly identity: string
  readonly cause: string | null
  readonly manner: string | null
  readonly how: string | null
  readonly lines: readonly { text: string; interval: unknown }[] | null
  readonly other: string | null
  readonly pending_because: string | null
  readonly examination: string | null
  readonly called_at: string
  readonly died_on: string | null
  readonly injured_on: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly wounds: number
  readonly orders: readonly string[] | null
  readonly exhibits: number
  readonly reflects: string | null
  readonly transport: string | null
  readonly answers: readonly { section: string; form: string; answers: Record<string, unknown> }[] | null
}
/** One row a death, no name and no words of anybody: for those who count. Only what the reader may see. */
export const deathRows = (
  cx: Cx,
  f: {
    from?: string | undefined
    until?: string | undefined
    child?: boolean
    circumstances?: readonly string[] | undefined
    manners?: readonly string[] | undefined
  },
  limit: number,
): Promise<DataRow[]> =>
  cx.tx.many<DataRow>(sql`
    select s.root, s.number, s.call_number, s.state, s.setting, s.circumstances, s.sex, s.age, s.age_unit, s.district, s.profile, s.reason, s.signs, s.identity, s.cause, s.manner, s.examination, s.called_at,
      m.how, k.lines, k.other, k.pending_because, d.on_text as died_on, i.on_text as injured_on, coalesce(i.latitude, d.latitude, f.latitude) as latitude, coalesce(i.longitude, d.longitude, f.longitude) as longitude,
      (select count(*)::int from (select distinct on (w.examination, w.no) w.removed from death.wound w where w.root = s.root order by w.examination, w.no, w.seq desc) w where not w.removed) as wounds,
      (select array_agg(distinct o.discipline order by o.discipline) from death.lab_order o where o.root = s.root) as orders,
      (select count(*)::int from death.specimen x where x.root = s.root and x.recovered) as exhibits,
      (select r.reflects from death.lab_reading r where r.root = s.root order by r.recorded_at desc limit 1) as reflects,
      (select b.brought_by from death.body b where b.root = s.root and b.stay is null) as transport,
      (select jsonb_agg(jsonb_build_object('section', q.section, 'form', q.form, 'answers', q.answers) order by q.section)
         from (select distinct on (q.section) q.section, q.form, q.answers from death.inquiry q where q.root = s.root order by q.section, q.seq desc) q where q.answers is not null) as answers
      from death.standing s
      left join lateral (select x.how from death.manner x where x.root = s.root order by x.seq desc limit 1) m on true
      left join lateral (select x.lines, x.other, x.pending_because from death.cause x where x.root = s.root order by x.seq desc limit 1) k on true
      left join lateral (select x.on_text, x.latitude, x.longitude from death.place x where x.root = s.root and x.kind = 'death' order by x.seq desc limit 1) d on true
      left join lateral (select x.on_text, x.latitude, x.longitude from death.place x where x.root = s.root and x.kind = 'injury' order by x.seq desc limit 1) i on true
      left join lateral (select x.latitude, x.longitude from death.place x where x.root = s.root and x.kind = 'found' order by x.seq desc limit 1) f on true
     where ${visible(cx, 's.root')} ${f.from ? sql`and s.called_at >= ${instantAt(f.from, '00:00')}::timestamptz` : noSql} ${f.until ? sql`and s.called_at < ${instantAt(addDays(f.until, 1), '00:00')}::timestamptz` : noSql}
       ${f.child ? sql`and s.minor` : noSql}
       ${f.circumstances ? sql`and (s.circumstances && ${f.circumstances as string[]}::text[] or s.manner = any(${(f.manners ?? []) as string[]}::text[]))` : noSql}
     order by s.called_at, s.root limit ${limit}`)
