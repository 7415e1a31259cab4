/** The custody form of a thing on paper: every hand, each gap in words, lines left for hands that have no machine. */
import { letterhead } from '#modules/catalogue/public.ts'
import { custodyFormPdf } from '#platform/documents/papers.ts'
import { stream } from '#platform/define.ts'
import { CustodyForm } from '../contract.ts'
import { formOf } from '../form.ts'
import { particularsSeen } from '../particulars.ts'
import { readers } from '../roles.ts'
import { codesOf } from '../seeing.ts'
import { namesFor, wholeItem } from '../store/chain.ts'

export const custodyForm = stream({
  name: 'evidence.custody-form',
  summary: 'The custody form of a thing on paper: every hand, each gap in words.',
  who: readers,
  input: CustodyForm,
  async run(cx, input) {
    const item = await wholeItem(cx, { id: input.item })
    cx.allow(item)
    const language = input.language ?? cx.language
    const say = cx.ground.say(language)
    const names = await namesFor(cx, codesOf(item), [], language)
    const bytes = custodyFormPdf(
      formOf(
        item,
        (await particularsSeen(cx, item, language)).told[0],
        await letterhead(cx, language),
        { lang: language, say, nameOf: names.code },
        { now: cx.now, demo: cx.ground.house.demo },
      ),
      { at: cx.now },
    )
    return { name: `custody-${item.number}.pdf`, mediaType: 'application/pdf', bytes }
  },
})
