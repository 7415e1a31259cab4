/** Pictures of a body, each seen by whoever may see the death. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { PictureSeen } from '../contract.ts'

export interface PictureRow extends Protected {
  readonly id: string
  readonly root: string
  readonly examination: string
  readonly no: number
  readonly kind: PictureSeen['kind']
  readonly file: string
  readonly file_name: string
  readonly size: string
  readonly form: PictureSeen['form']
  readonly frames: number
  readonly told: { readonly code: string; readonly values?: Record<string, string | number> }
  readonly said: Readonly<Record<string, string>>
  readonly view: string | null
  readonly wound: number | null
  readonly words: string | null
  readonly at: string
  readonly by: string | null
}
const columns = sql`c.id, c.root, c.examination, c.no, c.kind, c.file, c.file_name, c.size, c.form, c.frames, c.told, c.said, c.view, c.wound, c.words, c.recorded_at as at, p.name as by, true as sensitive`
const from = sql`from death.picture c left join identity.person p on p.id = c.recorded_by`

export async function seePicture(cx: Cx, id: string): Promise<PictureRow> {
  const row = await cx.tx.maybe<PictureRow>(
    sql`select ${columns}, ${visible(cx, 'c.root')} as may_see ${from} where c.id = ${id}`,
  )
  if (!row) throw notFound()
  return row
}
export const picturesOf = (cx: Pick<Cx, 'tx'>, examination: string): Promise<PictureRow[]> =>
  cx.tx.many<PictureRow>(
    sql`select ${columns}, true as may_see ${from} where c.examination = ${examination} order by c.no limit 2000`,
  )
export const nextPictureNo = async (cx: Pick<Cx, 'tx'>, examination: string): Promise<number> =>
  (
    await cx.tx.one<{ no: number }>(
      sql`select coalesce(max(no), 0) + 1 as no from death.picture where examination = ${examination}`,
    )
  ).no
/** The same bytes were added to this examination before. */
export const sameFile = (
  cx: Pick<Cx, 'tx'>,
  examination: string,
  file: string,
): Promise<{ no: number } | undefined> =>
  cx.tx.maybe<{ no: number }>(
    sql`select no from death.picture where examination = ${examination} and file = ${file}`,
  )
