/** The custody form of a thing as a file, for the page of the thing and for the packet of its case. */
import { letterhead } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import { type CustodyForm, custodyFormPdf } from '#platform/documents/papers.ts'
import { formOf } from '../things/form.ts'
import { particularsSeen } from '../things/particulars.ts'
import { codesOf } from './item-seen.ts'
import { namesFor, wholeItem } from '../things/store/chain.ts'

/** Asks who may see it. */
export async function custodyPaper(
  cx: Cx,
  id: string,
  language: 'en' | 'es',
): Promise<{ name: string; bytes: Uint8Array }> {
  const say = await cx.ground.words(cx.tx, language, cx.now)
  const { number, form } = await custodyFormOf(cx, id, language, say)
  return { name: `custody-${number}.pdf`, bytes: custodyFormPdf(form, { at: cx.now }) }
}

/** The form with any words; asks who may see the thing. */
export async function custodyFormOf(
  cx: Cx,
  id: string,
  language: 'en' | 'es',
  say: Say,
): Promise<{ number: string; form: CustodyForm }> {
  const item = await wholeItem(cx, { id })
  cx.allow(item)
  const names = await namesFor(cx, codesOf(item), [], language)
  const form = formOf(
    item,
    (await particularsSeen(cx, item, language)).told[0],
    await letterhead(cx, language),
    { lang: language, say, nameOf: names.code },
    { now: cx.now, demo: cx.ground.house.demo },
  )
  return { number: item.number, form }
}
