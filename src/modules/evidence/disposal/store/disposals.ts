/** The SQL of leaving for good: proposals as they stand, their things, steps, orders and certificates; what a case's clock may allow. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import { noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { DisposalAction, DisposalState } from '../contract.ts'
import type { AskedOf } from '../letters.ts'
import { itemColumns, type ItemRow } from '../../things/store/items.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
export const disposalRef = (id: string): Ref => ref('evidence.disposal', id)

export interface DisposalRow extends Protected {
  readonly id: string
  readonly root: string
  readonly number: string
  readonly action: DisposalAction
  readonly rule: string
  readonly rule_id: string
  readonly words: string | null
  readonly answer_by: string
  readonly things: number
  readonly left: number
  readonly state: DisposalState
  readonly by_name: string
  readonly proposer: string | null
  readonly answerer: string | null
  readonly approvers: string[]
  readonly orders: number
  readonly at: string
  readonly case_number: string
  readonly case_title: string
  readonly investigator: string | null
  readonly investigator_unit: string | null
  readonly investigator_name: string | null
}

/** One definition of how a proposal stands: what ended it, else how far it came. Two different people approve. */
const standing: Sql = sql`
  select d.id, d.root, d.number, d.action, d.rule, d.rule_id, d.words, d.answer_by, d.things, d.by_name, d.recorded_by as proposer, d.recorded_at as at,
         s.answerer, coalesce(s.approvers, '{}') as approvers, d.things - x.gone as left,
         (select count(*)::int from evidence.disposal_order o where o.disposal = d.id) as orders,
         case when s.ended is not null then s.ended when x.gone >= d.things then 'done'
              when cardinality(s.approvers) >= 2 then 'approved' when s.agreed then 'agreed' else 'asked' end as state,
         c.number as case_number, c.title as case_title, c.investigator, c.investigator_unit, coalesce(c.investigator_name, (select n.name from identity.person n where n.id = c.investigator)) as investigator_name
    from evidence.disposal d
    join cases.public_court c on c.root = d.root
    cross join lateral (select count(*)::int as gone from evidence.disposition g where g.disposal = d.id) x
    cross join lateral (
      select max(p.kind) filter (where p.kind in ('kept','refused','withdrawn')) as ended, bool_or(p.kind = 'agreed') as agreed,
             (array_agg(p.recorded_by) filter (where p.kind in ('agreed','kept')))[1] as answerer,
             array_agg(distinct p.recorded_by) filter (where p.kind = 'approved' and p.recorded_by is not null) as approvers
        from evidence.disposal_step p where p.disposal = d.id) s`

/** With the answer to “may this person see it?”; the caller gives it to `cx.allow`. With `lock`, its head first. */
export async function seeDisposal(cx: Cx, id: string, opts: { lock?: boolean } = {}): Promise<DisposalRow> {
  if (opts.lock) await cx.lock([disposalRef(id)])
  const row = await cx.tx.maybe<DisposalRow>(
    sql`select q.*, null as unit, ${visible(cx, 'q.root')} as may_see from (${standing} where d.id = ${id}) q`,
  )
  if (!row) throw notFound()
  return row
}

const stillOpen = sql`(q.state in ('asked','agreed','approved'))`

export async function listDisposals(
  cx: Reader,
  f: { state: string; case?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ rows: DisposalRow[]; nextCursor: string | null }> {
  const after = readCursor(f.cursor, 2)
  const state =
    f.state === 'all'
      ? noSql
      : f.state === 'open'
        ? sql`and ${stillOpen}`
        : f.state === 'ended'
          ? sql`and not ${stillOpen}`
          : sql`and q.state = ${f.state}`
  const rows = await cx.tx.many<DisposalRow>(sql`
    select q.*, null as unit, true as may_see from (${standing} where ${visible(cx, 'd.root')} ${f.case ? sql`and d.root = ${f.case}` : noSql}) q
     where true ${state} ${after ? sql`and (q.at, q.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
     order by q.at desc, q.id desc limit ${f.limit + 1}`)
  const shown = rows.slice(0, f.limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > f.limit && last ? writeCursor(last.at, last.id) : null }
}

/** What still waits for its answer, with the things that are asked about; `late`: whose day has gone by. */
export const waitingForAnswer = (
  cx: Reader,
  f: { late?: boolean | undefined; unit?: string | undefined },
): Promise<AskedOf[]> =>
  cx.tx.many<AskedOf>(sql`
    select q.id, q.number, q.case_number as case, q.action, q.answer_by as "answerBy", q.answer_by < ${cx.now}::date as late, q.words,
           jsonb_build_object('name', coalesce(q.investigator_name, u.name, ''), 'where', u.name) as to,
           (select jsonb_agg(jsonb_build_object('number', i.number, 'description', i.words) order by i.number)
              from evidence.disposal_thing t join evidence.thing_now i on i.thing = t.thing where t.disposal = q.id) as things
      from (${standing} where ${visible(cx, 'd.root')}) q left join identity.unit u on u.id = q.investigator_unit
     where q.state = 'asked' and (q.investigator_name is not null or u.id is not null)
       ${f.late ? sql`and q.answer_by < ${cx.now}::date` : noSql} ${f.unit ? sql`and q.investigator_unit = ${f.unit}` : noSql}
     order by q.answer_by, q.number limit 500`)

export interface DisposalThing {
  readonly thing: string
  readonly due_on: string
  readonly certificate: string | null
  readonly weighed: string | null
}
export const thingsOfDisposal = (cx: Reader, disposal: string): Promise<DisposalThing[]> =>
  cx.tx.many<DisposalThing>(sql`
    select t.thing, t.due_on, g.certificate, g.weighed::text || ' ' || g.unit as weighed
      from evidence.disposal_thing t left join evidence.disposition g on g.disposal = t.disposal and g.thing = t.thing
     where t.disposal = ${disposal} order by t.id`)

export interface DisposalHistory {
  readonly steps: {
    kind: string
    by_name: string
    recorded_at: string
    words: string | null
    keep_until: string | null
  }[]
  readonly orders: { id: string; number: string; court: string; on_day: string; name: string; file: string }[]
  readonly certificates: {
    id: string
    number: string
    file: string
    at: string
    place: string
    method: string | null
    receiver: string | null
    witnesses: string[]
  }[]
}
export async function historyOfDisposal(cx: Reader, disposal: string): Promise<DisposalHistory> {
  return {
    steps: await cx.tx.many(
      sql`select kind, by_name, recorded_at, words, keep_until from evidence.disposal_step where disposal = ${disposal} order by seq`,
    ),
    orders: await cx.tx.many(
      sql`select id, number, court, on_day, name, file from evidence.disposal_order where disposal = ${disposal} order by recorded_at, id`,
    ),
    certificates: await cx.tx.many(sql`
      select c.id, c.number, c.file, c.at, c.place, c.method, c.receiver,
             array(select w.name from evidence.disposal_witness w where w.certificate = c.id order by w.id) as witnesses
        from evidence.disposal_certificate c where c.disposal = ${disposal} order by c.recorded_at, c.id`),
  }
}

export async function nextStep(cx: Pick<Cx, 'tx'>, disposal: string): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(seq), 0)::int + 1 as n from evidence.disposal_step where disposal = ${disposal}`,
    )
  ).n
}
/** Proposals of a case and papers of a proposal are counted on; their heads are locked. */
export const countOf = async (
  cx: Pick<Cx, 'tx'>,
  of: { root: string } | { disposal: string },
): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      'root' in of
        ? sql`select count(*)::int as n from evidence.disposal where root = ${of.root}`
        : sql`select count(*)::int as n from evidence.disposal_certificate where disposal = ${of.disposal}`,
    )
  ).n

export interface FileRow extends Protected {
  readonly file: string
  readonly name: string
  readonly media_type: string
}
export const certificateFile = (cx: Reader, id: string): Promise<FileRow | undefined> =>
  cx.tx.maybe<FileRow>(
    sql`select c.file, c.number || '.pdf' as name, 'application/pdf' as media_type, c.root, null as unit, ${visible(cx, 'c.root')} as may_see from evidence.disposal_certificate c where c.id = ${id}`,
  )
export const orderFile = (cx: Reader, id: string): Promise<FileRow | undefined> =>
  cx.tx.maybe<FileRow>(
    sql`select o.file, o.name, o.media_type, o.root, null as unit, ${visible(cx, 'o.root')} as may_see from evidence.disposal_order o where o.id = ${id}`,
  )

/** How the case of each root stands before the court. */
export interface CourtRow {
  readonly root: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly closed_at: string | null
  readonly offences: string[]
  readonly outcome: string | null
  readonly on_day: string | null
  readonly appeal_until: string | null
  readonly only_told: number
  readonly investigator: string | null
  readonly investigator_unit: string | null
}
export async function courtOf(cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<Map<string, CourtRow>> {
  const rows = await cx.tx.many<CourtRow>(
    sql`select root, number, title, state, closed_at, offences, outcome, on_day, appeal_until, only_told, investigator, investigator_unit from cases.public_court where root = any(${[...new Set(roots)]}::uuid[])`,
  )
  return new Map(rows.map((r) => [r.root, r]))
}

/** In which open proposal each thing is, and until when an officer asked to keep it. */
export async function proposalsOn(
  cx: Pick<Cx, 'tx'>,
  things: readonly string[],
): Promise<Map<string, { proposed: string | null; kept_until: string | null }>> {
  const rows = await cx.tx.many<{ thing: string; proposed: string | null; kept_until: string | null }>(sql`
    select t.thing, max(q.number) filter (where q.state in ('asked','agreed','approved')) as proposed,
           max(p.keep_until)::text as kept_until
      from evidence.disposal_thing t join lateral (${standing} where d.id = t.disposal) q on true
      left join evidence.disposal_step p on p.disposal = t.disposal and p.kind = 'kept'
     where t.thing = any(${things as string[]}::uuid[]) group by t.thing`)
  return new Map(rows.map((r) => [r.thing, r]))
}

/** Things whose case is closed or decided, oldest first: what the rules may allow is asked of these only. */
export async function candidates(
  cx: Reader,
  f: { case?: string | undefined; q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ rows: ItemRow[]; nextCursor: string | null }> {
  const after = readCursor(f.cursor, 2)
  const like = f.q ? anywhere(f.q) : null
  const rows = await cx.tx.many<ItemRow>(sql`
    select ${itemColumns}, true as may_see from evidence.thing_now n join cases.public_court c on c.root = n.root
     where n.state not in ('returned','consumed','void','disposed') and ${visible(cx, 'n.root')} and (c.state = 'closed' or c.outcome is not null)
       ${f.case ? sql`and n.root = ${f.case}` : noSql} ${like ? sql`and (n.number ilike ${like} or n.words ilike ${like})` : noSql}
       ${after ? sql`and (n.born_at, n.thing) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
     order by n.born_at, n.thing limit ${f.limit + 1}`)
  const shown = rows.slice(0, f.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > f.limit && last ? writeCursor(last.received_at, last.id) : null,
  }
}
