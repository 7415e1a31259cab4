/** The SQL of requests for records and of charges. Every statement asks who may see. */
import { visible } from '#identity/sight.ts'
import type { Ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { joinSql, type Sql, sql } from '#platform/sql.ts'
import { cursorAfter, cursorBefore } from './cursor.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
interface Paper {
  readonly report: string
  readonly version: string
  readonly number: string
  readonly delivery: string | null
}
export interface RecordRow extends Protected {
  readonly id: string
  readonly root: string
  readonly kind: string
  readonly numbers: string
  readonly asker: string | null
  readonly asker_name: string | null
  readonly agency_kind: string | null
  readonly proof: 'account' | 'document' | 'order'
  readonly authority: string | null
  readonly due_on: string | null
  readonly said: {
    readonly text: string
    readonly name: string | null
    readonly document: string | null
  } | null
  readonly by_name: string
  readonly recorded_by: string | null
  readonly recorded_at: string
  readonly at: string
  readonly decision: 'granted' | 'refused' | null
  readonly asked_as: string | null
  readonly relative: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly why: string | null
  readonly case_id: string | null
  readonly case_number: string | null
  readonly case_title: string | null
  readonly charge: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly settled: 'paid' | 'waived' | null
  readonly receipt: string | null
  readonly released_at: string | null
  readonly papers: readonly Paper[]
}
const columns = (cx: Reader): Sql => sql`
  r.id, r.root, r.kind, r.numbers, r.asker, a.name as asker_name, g.kind as agency_kind, r.proof, r.authority, r.due_on, v.value as said, r.by_name, r.recorded_by, r.recorded_at, r.at,
  d.decision, d.asked_as, d.relative, d.by_name as decided_by, d.recorded_at as decided_at, w.value->>'reason' as why, c.id as case_id, c.number as case_number, c.title as case_title,
  h.id as charge, h.amount::text as amount, h.currency, p.kind as settled, p.receipt, x.recorded_at as released_at, ${visible(cx, 'r.root')} as may_see, true as sensitive,
  coalesce((select jsonb_agg(jsonb_build_object('report', n.report, 'version', n.version, 'number', n.number, 'delivery', x.deliveries[t.place]) order by t.place)
     from unnest(d.versions) with ordinality as t(version, place) join reports.public_report n on n.version = t.version), '[]') as papers`
const from = (
  cx: Reader,
): Sql => sql`portal.record_request r left join identity.person a on a.id = r.asker left join identity.agency g on g.id = a.agency
  left join ledger.vault v on v.id = r.vault left join portal.record_decision d on d.request = r.id left join ledger.vault w on w.id = d.vault
  left join portal.record_release x on x.request = r.id left join portal.charge h on h.subject = 'portal.record_request/' || r.id left join portal.payment p on p.charge = h.id
  left join cases.public_case c on c.id = coalesce(d.about, r.about) and ${visible(cx, 'c.id')}`

export async function recordById(cx: Reader, id: string): Promise<RecordRow> {
  const row = await cx.tx.maybe<RecordRow>(sql`select ${columns(cx)} from ${from(cx)} where r.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export async function listRecords(
  cx: Reader,
  f: { limit: number; cursor?: string | undefined; show: 'open' | 'closed' | 'all' },
) {
  const over = sql`(x.id is not null or d.decision = 'refused')`
  const where: Sql[] = [
    visible(cx, 'r.root'),
    ...(f.show === 'all'
      ? []
      : [f.show === 'closed' ? over : sql`(x.id is null and d.decision is distinct from 'refused')`]),
    ...cursorBefore(f.cursor, sql`r.recorded_at`, sql`r.id`),
  ]
  const rows = await cx.tx.many<RecordRow>(sql`
    select ${columns(cx)} from ${from(cx)} where ${joinSql(where, ' and ')} order by r.recorded_at desc, r.id desc limit ${f.limit + 1}`)
  return cursorAfter(rows, f.limit)
}

export interface ChargeRow extends Protected {
  readonly id: string
  readonly root: string
  readonly subject: string
  readonly rule: string
  readonly agency_name: string | null
  readonly case_id: string | null
  readonly case_number: string | null
  readonly count: number
  readonly amount: string
  readonly currency: string
  readonly recorded_at: string
  readonly settled: 'paid' | 'waived' | null
  readonly receipt: string | null
  readonly words: string | null
  readonly settled_by: string | null
  readonly settled_at: string | null
}
const charge = (cx: Reader): Sql => sql`
  h.id, h.root, h.subject, h.rule, g.name as agency_name, c.id as case_id, c.number as case_number, h.count, h.amount::text as amount, h.currency, h.recorded_at,
  p.kind as settled, p.receipt, p.words, p.by_name as settled_by, p.recorded_at as settled_at, ${visible(cx, 'h.root')} as may_see`
const charges = (
  cx: Reader,
): Sql => sql`portal.charge h left join portal.payment p on p.charge = h.id left join identity.agency g on g.id = h.agency
  left join cases.public_case c on c.id = h.root and ${visible(cx, 'c.id')}`
export async function chargeById(cx: Reader, id: string): Promise<ChargeRow> {
  const row = await cx.tx.maybe<ChargeRow>(sql`select ${charge(cx)} from ${charges(cx)} where h.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export async function listCharges(
  cx: Reader,
  f: { limit: number; cursor?: string | undefined; show: 'open' | 'all' },
) {
  const where = [
    visible(cx, 'h.root'),
    ...(f.show === 'open' ? [sql`p.id is null`] : []),
    ...cursorBefore(f.cursor, sql`h.recorded_at`, sql`h.id`),
  ]
  const rows = await cx.tx.many<ChargeRow>(
    sql`select ${charge(cx)} from ${charges(cx)} where ${joinSql(where, ' and ')} order by h.recorded_at desc, h.id desc limit ${f.limit + 1}`,
  )
  return cursorAfter(rows, f.limit)
}

/** A request for examination of a case whose investigator's agency pays, with what the rules ask. */
export const examinationOf = (cx: Pick<Cx, 'tx'>, subject: Ref) =>
  cx.tx.maybe<{
    root: string
    question: string
    items: number
    agency: string | null
    unit: string | null
    charged: boolean
  }>(sql`
    select q.root, q.question, (select count(*)::int from work.public_request_item i where i.request = q.request) as items, u.agency, u.id as unit,
           exists (select 1 from portal.charge h where h.subject = ${subject}) as charged
      from work.public_request q left join cases.public_investigator n on n.root = q.root
      left join identity.person o on o.id = n.person left join identity.unit u on u.id = coalesce(n.unit, o.unit) where q.request = ${subject.split('/')[1] ?? null}`)
