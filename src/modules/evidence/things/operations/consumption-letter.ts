/** The letter that tells a party that examination will use up a thing, ready to be printed and sent. */
import { caseCard } from '#modules/cases/public.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import { consumptionPaper } from '../consumption-letter.ts'
import { ConsumptionLetter } from '../contract.ts'
import { handlers } from '../../roles.ts'
import { seeItem } from '../store/items.ts'
import { weightOf } from '../store/measures.ts'
import { noticeById } from '../store/plans.ts'

const textOf = (q: { value: string | null; unit: string | null } | null): string | null =>
  q?.value ? `${q.value} ${q.unit ?? ''}`.trim() : null

export const consumptionLetter = stream({
  name: 'evidence.consumption-letter',
  summary:
    'The letter that tells a party that examination will use up a thing, ready to be printed and sent.',
  who: handlers,
  input: ConsumptionLetter,
  async run(cx, input) {
    const notice = await noticeById(cx, input.notice)
    if (!notice) throw notFound()
    const item = await seeItem(cx, notice.thing)
    cx.allow(item)
    const lang = input.language ?? cx.actor.language
    const paper = consumptionPaper(
      {
        number: item.number,
        description: item.description,
        case: (await caseCard(cx, item.root)).number,
        left: textOf((await weightOf(cx, item.id)).left),
        amount: textOf({ value: notice.amount, unit: notice.unit }),
        name: notice.name,
        why: notice.why,
        waitUntil: notice.wait_until,
      },
      {
        lang,
        say: await cx.ground.words(cx.tx, lang, cx.now),
        demo: cx.ground.house.demo,
        now: cx.now,
        head: await letterhead(cx, lang),
      },
    )
    return {
      name: `notice-${item.number}.pdf`,
      mediaType: 'application/pdf',
      bytes: paperPdf(paper, { at: cx.now }),
    }
  },
})
