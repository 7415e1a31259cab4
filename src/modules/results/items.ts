/** Which items a worksheet is about. */
import { seeRequest } from '#modules/work/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Sheet } from './store.ts'

export async function mustBeOnRequest(cx: Cx, sheet: Sheet, item: string): Promise<void> {
  const request = await seeRequest(cx, sheet.request)
  refuseUnless(
    unless(request.items.includes(item), no('results.item-not-asked-about', {}, 'results.next-ask-again')),
  )
}
