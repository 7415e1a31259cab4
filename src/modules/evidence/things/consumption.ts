/** Who must be told before a thing is used up, by the laboratory's own list, and whether that was done. */
import { codesOf } from '#modules/catalogue/public.ts'
import { addDays, dayOfInstant } from '#kernel/calendar.ts'
import { yes, type Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mayUseUp, type ToTell } from './rules.ts'
import type { ItemRow } from './store/items.ts'
import { type NoticeRow, noticesOf, sourceStands } from './store/plans.ts'

/** Days in which a party may answer, where the list says nothing. */
const USUAL_DAYS = 14

/** A laboratory without the list tells nobody. */
export async function partiesToTell(cx: Cx): Promise<(ToTell & { readonly days: number })[]> {
  return (await codesOf(cx, 'consumption-notice')).map((row) => {
    const days = (row.data as { days?: unknown } | null)?.days
    return {
      code: row.code,
      name: row[cx.language],
      days: typeof days === 'number' ? days : USUAL_DAYS,
    }
  })
}

export const lastDay = (cx: Pick<Cx, 'now'>, days: number): string => addDays(dayOfInstant(cx.now), days)

/** A part whose source is still here is no last one; of everything else each party is told before nothing is left. */
export async function usedUpVerdict(
  cx: Cx,
  item: Pick<ItemRow, 'id' | 'number'>,
  notices?: readonly NoticeRow[],
): Promise<Verdict> {
  const told = await partiesToTell(cx)
  if (told.length === 0 || (await sourceStands(cx, item.id))) return yes
  return mayUseUp(item, told, notices ?? (await noticesOf(cx, item.id)), dayOfInstant(cx.now))
}
