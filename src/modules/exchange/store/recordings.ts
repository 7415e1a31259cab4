/** The SQL of recordings that a platform holds: the newest word on each, every word, and the copies that were brought. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import { cutPage, readCursor } from '#platform/cursor.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
/** What the vault keeps of a word. */
export interface Kept {
  readonly title?: string | null
  readonly device?: string | null
  readonly by?: string | null
  readonly saidBy?: string | null
  readonly words?: string | null
}
export interface WordRow extends Protected {
  readonly word: string
  readonly id: string
  readonly root: string
  readonly seq: number
  readonly platform: string
  readonly platform_name: string
  readonly agency_name: string
  /** The form of its address that holds today; null where none does. */
  readonly form: string | null
  readonly number: string
  readonly page: string | null
  readonly kind: string
  readonly kind_en: string | null
  readonly kind_es: string | null
  readonly state: 'held' | 'withdrawn'
  readonly taken_at: string | null
  readonly taken_on: string | null
  readonly seconds: number | null
  readonly size: number | null
  readonly stated_digest: string | null
  readonly kept_until: string | null
  readonly came: 'person' | 'wire'
  readonly said_digest: string | null
  readonly said: Kept | null
  readonly by_name: string | null
  readonly at: string
}
const columns = sql`r.id as word, r.recording as id, r.root, r.seq, r.platform, coalesce(h.name, f.name) as platform_name, g.name as agency_name, h.form,
  r.number, r.page, r.kind, c.en as kind_en, c.es as kind_es, r.state, r.taken_at, r.taken_on, r.seconds, r.size, r.stated_digest, r.kept_until, r.came, r.said_digest, w.value as said,
  p.name as by_name, r.recorded_at as at, null as unit, true as sensitive`
const from = sql`exchange.recording r
  join lateral (select * from exchange.platform e where e.platform = r.platform order by e.seq desc limit 1) f on true join identity.agency g on g.id = f.agency
  left join lateral (select * from exchange.platform_step t where t.platform = r.platform order by t.seq desc limit 1) x on true
  left join exchange.platform h on h.id = x.version and x.kind = 'approved'
  left join lateral (select o.en, o.es from catalogue.public_code o where o.list = 'recording-kind' and o.code = r.kind limit 1) c on true
  left join ledger.vault w on w.id = r.vault left join identity.person p on p.id = r.recorded_by`
const newest = sql`not exists (select 1 from exchange.recording n where n.recording = r.recording and n.seq > r.seq)`

export async function seeRecording(cx: Reader, id: string): Promise<WordRow> {
  const row = await cx.tx.maybe<WordRow>(
    sql`select ${columns}, ${visible(cx, 'r.root')} as may_see from ${from} where r.recording = ${id} and ${newest}`,
  )
  if (!row) throw notFound()
  return row
}
/** On this case, under this number of the platform, whoever asks: the caller has asked for the case. */
export const recordingAt = (
  cx: Reader,
  platform: string,
  number: string,
  root: string,
): Promise<WordRow | undefined> =>
  cx.tx.maybe<WordRow>(
    sql`select ${columns}, ${visible(cx, 'r.root')} as may_see from ${from} where r.platform = ${platform} and r.number = ${number} and r.root = ${root} and ${newest}`,
  )
/** What the platform itself said last, where it said anything. */
export const lastSent = (
  cx: Pick<Cx, 'tx'>,
  recording: string,
): Promise<{ said_digest: string; seq: number; at: string } | undefined> =>
  cx.tx.maybe(
    sql`select said_digest, seq, recorded_at as at from exchange.recording where recording = ${recording} and came = 'wire' order by seq desc limit 1`,
  )
export async function listRecordings(
  cx: Reader,
  root: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(page.cursor, 1)
  const rows = await cx.tx.many<WordRow>(
    sql`select ${columns}, true as may_see from ${from} where r.root = ${root} and ${visible(cx, 'r.root')} and ${newest} ${after ? sql`and r.recording < ${after[0]}::uuid` : noSql} order by r.recording desc limit ${page.limit + 1}`,
  )
  return cutPage(rows, page.limit, (last) => [last.id])
}
export const wordsOf = (cx: Reader, recording: string): Promise<WordRow[]> =>
  cx.tx.many<WordRow>(
    sql`select ${columns}, true as may_see from ${from} where r.recording = ${recording} and ${visible(cx, 'r.root')} order by r.seq desc limit 100`,
  )

export interface CopyRow {
  readonly id: string
  readonly recording: string
  readonly file: string
  readonly file_name: string
  readonly size: number
  readonly item: string | null
  readonly item_number: string | null
  readonly by_name: string | null
  readonly at: string
}
const copy = sql`y.id, y.recording, y.file, y.file_name, y.size, y.item, i.number as item_number, p.name as by_name, y.recorded_at as at`
const copies = sql`exchange.recording_copy y left join evidence.public_item i on i.thing = y.item left join identity.person p on p.id = y.recorded_by`
export const copiesOf = (cx: Reader, recordings: readonly string[]): Promise<CopyRow[]> =>
  cx.tx.many<CopyRow>(
    sql`select ${copy} from ${copies} where y.recording = any(${recordings as string[]}::uuid[]) and ${visible(cx, 'y.root')} order by y.recorded_at desc, y.id desc limit 500`,
  )
export async function seeCopy(cx: Reader, id: string): Promise<CopyRow & Protected> {
  const row = await cx.tx.maybe<CopyRow & Protected>(
    sql`select ${copy}, y.root, null as unit, true as sensitive, ${visible(cx, 'y.root')} as may_see from ${copies} where y.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}

/** A paper of this case that is still there, with its bytes. */
export const paperOf = (
  cx: Pick<Cx, 'tx'>,
  root: string,
  document: string,
): Promise<{ sha256: string; name: string; size: number } | undefined> =>
  cx.tx.maybe(sql`
    select d.file as sha256, d.name, f.size from cases.public_document d join platform.file f on f.sha256 = d.file
     where d.id = ${document} and d.root = ${root} and not d.destroyed`)
