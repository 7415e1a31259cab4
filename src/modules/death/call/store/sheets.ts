/** A blank sheet of a pack for when the power is gone (page/emergency-pack.ts), by the code on it: its call comes in once. */
import { visible } from '#identity/sight.ts'
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface SheetRow extends Protected {
  readonly id: string
  readonly kind: string
  readonly call: string | null
  readonly entered: boolean
}
/** A sheet by its code; the number of its call only where the reader sees that call. */
export const sheetOf = (cx: Cx, code: string): Promise<SheetRow | undefined> =>
  cx.tx.maybe<SheetRow>(sql`
    select s.id, s.kind, e.id is not null as entered, case when e.id is not null and ${visible(cx, 'e.root')} then c.number end as call, ${visible(cx, 's.root')} as may_see
      from death.pack_sheet s left join death.sheet_entered e on e.sheet = s.id left join death.call c on c.root = e.root where s.code = ${code}`)

export const mayEnterSheet = (sheet: SheetRow | undefined, code: string): Verdict =>
  allOf(
    unless(sheet?.may_see === true, no('death.sheet-unknown', { code }, 'death.next-sheet')),
    unless(sheet?.kind === 'call', no('death.sheet-no-call', { code }, 'death.next-sheet')),
    unless(
      sheet?.entered === false,
      no(
        sheet?.call ? 'death.sheet-entered-as' : 'death.sheet-entered',
        { code, ...(sheet?.call ? { call: sheet.call } : {}) },
        'death.next-sheet-entered',
      ),
    ),
  )
