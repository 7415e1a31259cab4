/** Cause, manner, doubts and their answers, inquest, relatives and every word with them. */
import { visible } from '#identity/sight.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { CauseLine } from '../contract.ts'

export interface CauseRow {
  readonly seq: number
  readonly status: 'pending' | 'final' | 'amended'
  readonly lines: readonly CauseLine[]
  readonly other: string | null
  readonly tobacco: string | null
  readonly pregnancy: string | null
  readonly surgery: Json
  readonly autopsy: string | null
  readonly pending_because: string | null
  readonly why: string | null
  readonly request: string | null
  readonly at: string
  readonly by: string | null
  readonly by_id: string | null
}
/** Oldest first; the last one holds. */
export const causesOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<CauseRow[]> =>
  cx.tx.many(
    sql`select c.seq, c.status, c.lines, c.other, c.tobacco, c.pregnancy, c.surgery, c.autopsy, c.pending_because, c.why, c.request, c.recorded_at as at, p.name as by, c.recorded_by as by_id from death.cause c left join identity.person p on p.id = c.recorded_by where c.root = ${root} order by c.seq`,
  )
export const deathOfCauseRequest = async (cx: Pick<Cx, 'tx'>, request: string): Promise<string | undefined> =>
  (await cx.tx.maybe<{ root: string }>(sql`select root from death.cause where request = ${request} limit 1`))
    ?.root

export interface MannerRow {
  readonly seq: number
  readonly manner: string
  readonly how: string | null
  readonly injury_at_work: boolean | null
  readonly transport_role: string | null
  readonly words: string | null
  readonly at: string
  readonly by: string | null
}
export const mannersOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<MannerRow[]> =>
  cx.tx.many(
    sql`select m.seq, m.manner, m.how, m.injury_at_work, m.transport_role, m.words, m.recorded_at as at, p.name as by from death.manner m left join identity.person p on p.id = m.recorded_by where m.root = ${root} order by m.seq`,
  )

export interface AnswerRow {
  readonly doubt: string
  readonly outcome: string
  readonly words: string
  readonly at: string
  readonly by: string | null
}
/** The newest answer to each doubt, given after the cause or manner that it is about was last changed. */
export const doubtAnswersOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<AnswerRow[]> =>
  cx.tx.many(sql`
    select distinct on (a.doubt) a.doubt, a.outcome, a.words, a.recorded_at as at, p.name as by from death.doubt_answer a left join identity.person p on p.id = a.recorded_by
     where a.root = ${root} and a.recorded_at >= greatest((select max(recorded_at) from death.cause x where x.root = ${root}), (select max(recorded_at) from death.manner x where x.root = ${root})) order by a.doubt, a.recorded_at desc, a.id desc`)

export interface InquestRow {
  readonly seq: number
  readonly kind: string
  readonly court: string | null
  readonly on_day: string | null
  readonly jury: boolean | null
  readonly reason: string | null
  readonly verdict: string | null
  readonly number: string | null
  readonly at: string
}
export const inquestsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<InquestRow[]> =>
  cx.tx.many(
    sql`select seq, kind, court, on_day, jury, reason, verdict, number, recorded_at as at from death.inquest where root = ${root} order by seq`,
  )

export interface RelativeRow {
  readonly root: string
  readonly id: string
  readonly seq: number
  readonly value: { name: string; phone?: string | null; address?: string | null } | null
  readonly relation: string
  readonly language: string | null
  readonly entitled: boolean
}
export const relativesOf = (cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<RelativeRow[]> =>
  cx.tx.many(
    sql`select distinct on (r.relative) r.root, r.relative as id, r.seq, v.value, r.relation, r.language, r.entitled from death.relative r left join ledger.vault v on v.id = r.vault where r.root = any(${roots as string[]}::uuid[]) order by r.relative, r.seq desc`,
  )
export interface ContactRow {
  readonly relative: string
  readonly kind: string
  readonly way: string
  readonly language: string | null
  readonly value: { words?: string | null } | null
  readonly outcome: string
  readonly at: string
  readonly by: string | null
}
export const contactsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<ContactRow[]> =>
  cx.tx.many(
    sql`select c.relative, c.kind, c.way, c.language, v.value, c.outcome, c.at, p.name as by from death.contact c left join ledger.vault v on v.id = c.vault left join identity.person p on p.id = c.recorded_by where c.root = ${root} order by c.at, c.id`,
  )

export interface StatedRow {
  readonly root: string
  readonly number: string
  readonly lines: readonly CauseLine[]
  readonly other: string | null
  readonly manner: string | null
  readonly how: string | null
  readonly pregnancy: string | null
  readonly sex: string | null
  readonly age: string | null
  readonly age_unit: string | null
  readonly circumstances: readonly string[]
  readonly wounds: readonly string[]
  /** Doubts that a person answered since cause and manner last changed. */
  readonly answered: readonly string[]
}
/** The newest cause and manner of every death that the reader sees, newest first. */
export const statedCauses = (cx: Cx): Promise<StatedRow[]> =>
  cx.tx.many(sql`
    select s.root, coalesce(s.number, s.call_number) as number, c.lines, c.other, m.manner, m.how, c.pregnancy, s.sex, s.age, s.age_unit, s.circumstances,
           array(select distinct on (w.examination, w.no) w.kind from death.wound w where w.root = s.root and not exists (select 1 from death.wound y where y.examination = w.examination and y.no = w.no and (y.seq > w.seq or y.removed))) as wounds,
           array(select a.doubt from death.doubt_answer a where a.root = s.root and a.recorded_at >= greatest(c.recorded_at, m.recorded_at)) as answered
      from death.standing s join lateral (select * from death.cause x where x.root = s.root order by x.seq desc limit 1) c on true
      left join lateral (select * from death.manner x where x.root = s.root order by x.seq desc limit 1) m on true
     where c.status <> 'pending' and ${visible(cx, 's.root')} order by s.called_at desc limit 5000`)
