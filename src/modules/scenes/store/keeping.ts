/** The SQL of files counted again and of sheets of paper. */
import { visible } from '#identity/sight.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { Unfinished } from '../rules/missing.ts'

type Reader = Pick<Cx, 'tx'>
export const lastCounted = async (cx: Reader): Promise<string> => {
  const row = await cx.tx.maybe<{ until_file: string; whole: boolean }>(
    sql`select until_file, whole from scenes.fixity order by recorded_at desc, id desc limit 1`,
  )
  return row && !row.whole ? row.until_file : ''
}
/** Each file once, in the order of its hash, behind the last one counted. */
export const filesBehind = (cx: Reader, after: string, most: number) =>
  cx.tx.many<{ file: string; size: string }>(
    sql`select file, max(size)::text as size from scenes.photograph where file > ${after} group by file order by file limit ${most}`,
  )
export const photographsOfFile = (cx: Reader, files: readonly string[]) =>
  files.length === 0
    ? Promise.resolve([])
    : cx.tx.many<{ file: string; id: string; attendance: string; seq: number; name: string }>(
        sql`select h.file, h.id, a.number as attendance, h.seq, h.name from scenes.photograph h join scenes.attendance a on a.id = h.attendance where h.file = any(${files as string[]}) order by a.number, h.seq`,
      )
export interface Wrong {
  readonly sha256: string
  readonly found: string | null
  readonly photographs: { id: string; attendance: string; seq: number; name: string }[]
}
export const fixityReports = (cx: Reader, limit: number) =>
  cx.tx.many<{
    id: string
    checked: number
    bytes: string
    whole: boolean
    wrong: Wrong[]
    at: string
    by: string
  }>(
    sql`select f.id, f.checked, f.bytes::text as bytes, f.whole, f.wrong, f.recorded_at as at, coalesce(p.name, '') as by from scenes.fixity f left join identity.person p on p.id = f.recorded_by order by f.recorded_at desc, f.id desc limit ${limit}`,
  )
/** Of these photographs those that this reader may see. */
export const visiblePhotographs = async (cx: Cx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await cx.tx.many<{ id: string }>(
        sql`select h.id from scenes.photograph h where h.id = any(${ids as string[]}::uuid[]) and ${visible(cx, 'h.root')}`,
      )
    ).map((r) => r.id),
  )
export interface PaperFormRow extends Protected {
  readonly id: string
  readonly root: string
  readonly attendance: string
  readonly number: string
  readonly place: string
  readonly scene_type: string
  readonly case_number: string
  readonly form: string | null
  readonly kind: 'checklist' | 'log' | 'exhibits'
  readonly code: string
  readonly marks: string[]
  readonly labels: string[]
  readonly printed_at: string
}
const columns = sql`f.id, f.root, f.attendance, a.number, a.place, a.scene_type, c.number as case_number, f.form, f.kind, f.code, f.marks, f.labels, f.recorded_at as printed_at`
export const paperForm = (cx: Cx, of: { id: string } | { code: string }): Promise<PaperFormRow | undefined> =>
  cx.tx.maybe<PaperFormRow>(sql`
    select ${columns}, ${visible(cx, 'f.root')} as may_see from scenes.paper_form f join scenes.attendance a on a.id = f.attendance join cases.public_case c on c.id = f.root
     where ${'id' in of ? sql`f.id = ${of.id}` : sql`f.code = ${of.code}`}`)
export const marksPrinted = async (cx: Reader, attendance: string): Promise<string[]> =>
  (
    await cx.tx.many<{ mark: string }>(
      sql`select unnest(marks) as mark from scenes.paper_form where attendance = ${attendance}`,
    )
  ).map((r) => r.mark)
export const numbersOfLabels = (cx: Reader, codes: readonly string[]) =>
  codes.length === 0
    ? Promise.resolve([])
    : cx.tx.many<{ barcode: string; number: string }>(
        sql`select barcode, number from evidence.public_item where barcode = any(${codes as string[]})`,
      )
/** Those of these files that stand in a scene that this reader may see. */
export const filesStanding = async (cx: Cx, files: readonly string[]): Promise<string[]> =>
  (
    await cx.tx.many<{ file: string }>(sql`
      select distinct f.file from (select file, root from scenes.photograph where file = any(${files as string[]})
        union all select file, root from scenes.statement where file = any(${files as string[]})) f where ${visible(cx, 'f.root')}`)
  ).map((row) => row.file)
/** Attendances of this person that are not signed, the oldest first, with what is counted of each. */
export const unfinishedOf = (cx: Cx, limit: number) =>
  cx.tx.many<Unfinished & { id: string; number: string; place: string; scene_type: string }>(sql`
    select n.attendance as id, n.number, a.place, n.scene_type, n.state, n.since,
           (select count(*)::int from scenes.photograph h where h.attendance = n.attendance) as photographs,
           (select count(*)::int from scenes.evidence_mark m where m.attendance = n.attendance) as marks,
           (select count(*)::int from scenes.evidence_mark m where m.attendance = n.attendance
              and not exists (select 1 from scenes.photograph h where h.attendance = n.attendance and h.mark = m.id)) as unphotographed,
           (select count(*)::int from scenes.sketch k where k.attendance = n.attendance) as sketches,
           (select count(*)::int from scenes.checklist k where k.attendance = n.attendance) as checklists,
           (select count(*)::int from scenes.collected k join evidence.public_item i on i.thing = k.thing
             where k.attendance = n.attendance and cardinality(i.seals) = 0 and i.holder_kind = 'person') as unsealed
      from scenes.attendance_now n join scenes.attendance a on a.id = n.attendance
     where n.lead = ${cx.actor.id} and n.state <> 'signed' and ${visible(cx, 'n.root')} order by n.opened_at, n.attendance limit ${limit}`)
