/** The SQL of photographs: the rows as they stand, what is pointed out on them, the small pictures made from them. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx, Ground, Protected } from '#platform/cx.ts'
import { type Sql, noSql, sql, anywhere } from '#platform/sql.ts'
import type { Shape } from '../contract/media.ts'
import type { Written } from './attendances.ts'

export interface PhotographRow extends Protected, Written {
  readonly root: string
  readonly attendance: string
  readonly attendance_number: string
  readonly seq: number
  readonly file: string
  readonly name: string
  readonly folder: string | null
  readonly media_type: string
  readonly size: string
  readonly shows: 'overall' | 'mid-range' | 'close-up' | 'scale' | 'person' | 'document' | 'other'
  readonly caption: string | null
  readonly spot: string | null
  readonly mark: string | null
  readonly captured_sha256: string | null
  readonly camera: string | null
  readonly taken_at: string | null
  readonly taken_text: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly width: number | null
  readonly height: number | null
  readonly facts: Json
  readonly source: string | null
  readonly steps: string | null
  readonly small: string | null
  readonly sensitive: boolean
}
const columns: Sql = sql`h.id, h.root, h.attendance, a.number as attendance_number, h.seq, h.file, h.name, h.folder, h.media_type, h.size::text as size, h.shows, h.caption, h.spot, h.mark, h.captured_sha256, h.camera,
  h.taken_at, h.taken_text, h.latitude::text as latitude, h.longitude::text as longitude, h.width, h.height, h.facts, h.source, h.steps, h.by_name, h.at, h.recorded_at, r.made as small, c.sensitive`
const from: Sql = sql`from scenes.photograph h join scenes.attendance a on a.id = h.attendance join cases.public_case c on c.id = h.root left join scenes.rendition r on r.file = h.file and r.kind = 'small'`

export async function seePhotograph(cx: Cx, id: string): Promise<PhotographRow> {
  const row = await cx.tx.maybe<PhotographRow>(
    sql`select ${columns}, ${visible(cx, 'h.root')} as may_see ${from} where h.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export interface PictureFilter {
  readonly attendance?: string | undefined
  readonly case?: string | undefined
  readonly mark?: string | undefined
  readonly q?: string | undefined
}
/** Counted, and told by their names, they need nothing of what stands around them. */
const alone: Sql = sql`from scenes.photograph h`
const where = (
  cx: Cx,
  f: PictureFilter,
): Sql => sql`where ${visible(cx, 'h.root')} ${f.attendance ? sql`and h.attendance = ${f.attendance}` : noSql}
  ${f.case ? sql`and h.root = ${f.case}` : noSql} ${f.mark ? sql`and h.mark = ${f.mark}` : noSql}
  ${f.q ? sql`and (h.name ilike ${anywhere(f.q)} or h.caption ilike ${anywhere(f.q)} or h.spot ilike ${anywhere(f.q)})` : noSql}`
/** By attendance and the number in it; the cursor is that of the last row. Those of one attendance come in the order of their index, as many as are asked for and no more. */
export function listPhotographs(
  cx: Cx,
  f: PictureFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<PhotographRow[]> {
  const [number, seq] = (page.cursor ?? '').split('|')
  const order = f.attendance ? sql`h.seq` : sql`a.number, h.seq`
  const after = f.attendance
    ? sql`and h.seq > ${Number(seq)}::int`
    : sql`and (a.number, h.seq) > (${number ?? ''}, ${Number(seq)}::int)`
  return cx.tx.many<PhotographRow>(
    sql`select ${columns}, true as may_see ${from} ${where(cx, f)} ${page.cursor ? after : noSql} order by ${order} limit ${page.limit}`,
  )
}
export const countPhotographs = async (cx: Cx, f: PictureFilter): Promise<number> =>
  (await cx.tx.one<{ n: number }>(sql`select count(*)::int as n ${alone} ${where(cx, f)}`)).n
/** Only what names of cameras and exact copies are told from, for all of them at once. */
export const namesOf = (cx: Cx, f: PictureFilter) =>
  cx.tx.many<{
    id: string
    name: string
    folder: string | null
    camera: string | null
    source: string | null
    sha256: string
  }>(sql`select h.id, h.name, h.folder, h.camera, h.source, h.file as sha256 ${alone} ${where(cx, f)}`)
export const nextSeq = async (cx: Pick<Cx, 'tx'>, attendance: string): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(seq), 0) + 1 as n from scenes.photograph where attendance = ${attendance}`,
    )
  ).n
export const sameBytes = (cx: Cx, root: string, file: string) =>
  cx.tx.many<{ id: string; attendance: string; seq: number }>(
    sql`select h.id, a.number as attendance, h.seq from scenes.photograph h join scenes.attendance a on a.id = h.attendance where h.root = ${root} and h.file = ${file} order by h.recorded_at, h.id limit 20`,
  )
export interface AnnotationRow extends Written {
  readonly photograph: string
  readonly shapes: Shape[]
  readonly words: string | null
}
export const annotationsOf = (
  cx: Pick<Cx, 'tx'>,
  photographs: readonly string[],
): Promise<AnnotationRow[]> =>
  photographs.length === 0
    ? Promise.resolve([])
    : cx.tx.many<AnnotationRow>(
        sql`select id, photograph, shapes, words, by_name, at, recorded_at from scenes.annotation where photograph = any(${photographs as string[]}::uuid[]) order by recorded_at, id`,
      )
export const keepRendition = (
  cx: Pick<Cx, 'tx' | 'now'>,
  file: string,
  kind: string,
  made: { sha256: string; mediaType: string },
): Promise<unknown> =>
  cx.tx.run(
    sql`insert into scenes.rendition (file, kind, made, media_type, made_at) values (${file}, ${kind}, ${made.sha256}, ${made.mediaType}, ${cx.now}) on conflict do nothing`,
  )
export const screenCopyOf = async (cx: Pick<Cx, 'tx'>, file: string): Promise<string | undefined> =>
  (
    await cx.tx.maybe<{ made: string }>(
      sql`select made from scenes.rendition where file = ${file} and kind = 'screen'`,
    )
  )?.made
/** Of an attendance the photographs that the house can draw and of which it keeps no copy as large as a screen. */
export const withoutScreenCopy = async (ground: Pick<Ground, 'db'>, attendance: string): Promise<string[]> =>
  (
    await ground.db.direct.many<{ file: string }>(sql`
      select distinct h.file from scenes.photograph h join scenes.rendition r on r.file = h.file and r.kind = 'small'
       where h.attendance = ${attendance} and not exists (select 1 from scenes.rendition x where x.file = h.file and x.kind = 'screen') order by 1`)
  ).map((row) => row.file)
