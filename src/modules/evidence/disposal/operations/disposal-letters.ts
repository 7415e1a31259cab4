/** Letters to everybody who has not yet answered whether things may leave: one batch to print, fold and send. */
import { letterhead } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import { DisposalLetters } from '../contract.ts'
import { disposalLetters as lettersOf } from '../letters.ts'
import { holders } from '../../roles.ts'
import { waitingForAnswer } from '../store/disposals.ts'

export const disposalLetters = stream({
  name: 'evidence.disposal-letters',
  summary: 'Letters to everybody who has not yet answered whether things may leave, as one batch to print.',
  who: holders,
  input: DisposalLetters,
  async run(cx, input) {
    cx.allow(null)
    const asked = await waitingForAnswer(cx, input)
    refuseUnless(unless(asked.length > 0, no('evidence.nobody-to-write-to')))
    const lang = input.language ?? cx.actor.language
    const { paper, pictures } = lettersOf(asked, await letterhead(cx, lang), {
      lang,
      say: await cx.ground.words(cx.tx, lang, cx.now),
      demo: cx.ground.house.demo,
      now: cx.now,
      address: (id) => `${cx.ground.house.url}/evidence/disposal/${id}`,
    })
    return {
      name: `letters-${cx.now.slice(0, 10)}.pdf`,
      mediaType: 'application/pdf',
      bytes: paperPdf(paper, { at: cx.now, pictures }),
    }
  },
})
