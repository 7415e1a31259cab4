/** What is meant to become of things, who was told before they are used up, and numbers given by hand. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { NoticeFact } from '../rules.ts'

type Reader = Pick<Cx, 'tx'>

export interface IntentionRow {
  readonly thing: string
  readonly number: string
  /** Null where a batch was put back to nothing. */
  readonly disposition: string | null
  readonly words: string | null
  readonly by_name: string
  readonly at: string
}
/** Of one thing, newest first. */
export const intentionsOf = (cx: Reader, thing: string): Promise<IntentionRow[]> =>
  cx.tx.many<IntentionRow>(sql`
    select i.thing, n.number, i.disposition, i.words, i.by_name, i.at from evidence.intention i join evidence.thing_now n on n.thing = i.thing
     where i.thing = ${thing} order by i.seq desc limit 50`)
/** What holds now, of many. */
export async function intendedFor(
  cx: Reader,
  things: readonly string[],
): Promise<Map<string, IntentionRow & { readonly disposition: string }>> {
  const rows = await cx.tx.many<IntentionRow & { disposition: string }>(sql`
    select x.* from (select distinct on (i.thing) i.thing, n.number, i.disposition, i.words, i.by_name, i.at
      from evidence.intention i join evidence.thing_now n on n.thing = i.thing
     where i.thing = any(${things as string[]}::uuid[]) order by i.thing, i.seq desc) x where x.disposition is not null`)
  return new Map(rows.map((r) => [r.thing, r]))
}

export interface NoticeRow extends NoticeFact {
  readonly id: string
  readonly thing: string
  readonly root: string
  readonly way: string
  readonly why: string
  readonly short_because: string | null
  readonly amount: string | null
  readonly unit: string | null
  readonly by_name: string
  readonly at: string
  readonly answers: readonly {
    answer: NonNullable<NoticeFact['answer']>
    words: string
    document: string | null
    on_day: string
    by_name: string
  }[]
}
const noticeColumns = sql`
  c.id, c.thing, c.root, c.party, c.name, c.way, c.why, c.amount::text as amount, c.unit, c.short_because, c.wait_until::text as wait_until, c.by_name, c.at,
  (select a.answer from evidence.consumption_answer a where a.notice = c.id order by a.recorded_at desc, a.id desc limit 1) as answer,
  (select coalesce(json_agg(json_build_object('answer', a.answer, 'words', a.words, 'document', a.document, 'on_day', a.on_day::text, 'by_name', a.by_name) order by a.recorded_at, a.id), '[]')
     from evidence.consumption_answer a where a.notice = c.id) as answers`
/** Of one thing, newest first. */
export const noticesOf = (cx: Reader, thing: string): Promise<NoticeRow[]> =>
  cx.tx.many<NoticeRow>(
    sql`select ${noticeColumns} from evidence.consumption_notice c where c.thing = ${thing} order by c.recorded_at desc, c.id desc limit 50`,
  )
export const noticeById = (cx: Reader, id: string): Promise<NoticeRow | undefined> =>
  cx.tx.maybe<NoticeRow>(sql`select ${noticeColumns} from evidence.consumption_notice c where c.id = ${id}`)

/** Whether what it was taken from is still here: then using up the part leaves something to examine. */
export const sourceStands = async (cx: Reader, thing: string): Promise<boolean> =>
  (
    await cx.tx.one<{ stands: boolean }>(sql`
      select exists (select 1 from evidence.thing t join evidence.thing_now p on p.thing = t.parent
         where t.id = ${thing} and t.kind = 'subsample' and p.state not in ('returned', 'consumed', 'void', 'disposed')) as stands`)
  ).stands

export const ownNumberOf = async (cx: Reader, thing: string): Promise<{ why: string; by: string } | null> =>
  (await cx.tx.maybe<{ why: string; by: string }>(
    sql`select o.why, o.by_name as by from evidence.own_number o where o.thing = ${thing}`,
  )) ?? null
