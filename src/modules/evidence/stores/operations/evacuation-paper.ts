/** The evacuation list on paper, to tick off when there is no power. */
import { letterhead } from '#modules/catalogue/public.ts'
import { stream } from '#platform/define.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import { EvacuationPaper } from '../contract.ts'
import { evacuationOf, evacuationPaper as paperOf } from '../evacuation.ts'
import { holders } from '../../roles.ts'

export const evacuationPaper = stream({
  name: 'evidence.evacuation-paper',
  summary: 'The evacuation list on paper, to tick off when there is no power.',
  who: holders,
  input: EvacuationPaper,
  async run(cx, input) {
    cx.allow(null)
    const lang = input.language ?? cx.actor.language
    const say = await cx.ground.words(cx.tx, lang, cx.now)
    const list = await evacuationOf(cx, input.place, lang, say)
    const paper = paperOf(list, await letterhead(cx, lang), { lang, say }, cx.ground.house.demo)
    return {
      name: `evacuation-${cx.now.slice(0, 10)}.pdf`,
      mediaType: 'application/pdf',
      bytes: paperPdf(paper, { at: cx.now }),
    }
  },
})
