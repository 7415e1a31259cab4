/** A real custody form or receipt as it would read with words that somebody is about to propose; nothing of it is kept. */
import { letterhead, sayWith } from '#modules/catalogue/public.ts'
import { custodyFormSvg, receiptSvg } from '#platform/documents/papers.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import type { Say } from '#kernel/say.ts'
import { receiptOf } from '../../counter/receipt-paper.ts'
import { listSubmissions, submissionById } from '../../counter/store/submissions.ts'
import { submissionSeen } from '../../counter/submission-seen.ts'
import { CustodyWordsSeen, PreviewCustodyWords } from '../../things/contract.ts'
import { findItems } from '../../things/store/lists.ts'
import { custodyFormOf } from '../custody-paper.ts'

type Seen = { number: string | null; svg: string; pages: number }
const none: Seen = { number: null, svg: '', pages: 0 }

export const previewCustodyWords = query({
  name: 'evidence.preview-custody-words',
  summary: 'Shows a custody form or a receipt that the reader may see as it would read with other words.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  reads: 'sensitive',
  input: PreviewCustodyWords,
  output: CustodyWordsSeen,
  async run(cx, { key, en, es, language }) {
    cx.allow(null)
    const say = await sayWith(cx, language, key, { en, es })
    // Of the certificate of disposal and the letters no page is drawn: they are made for a proposal and for a notice.
    if (/^evidence\.(dc|dl|cn)-/.test(key)) return none
    return key.startsWith('evidence.rc-') ? receiptWith(cx, language, say) : formWith(cx, language, say)
  },
})

async function formWith(cx: Cx, language: 'en' | 'es', say: Say): Promise<Seen> {
  const [newest] = (await findItems(cx, { state: 'all', sort: 'newest', limit: 1 })).rows
  if (!newest) return none
  const { number, form } = await custodyFormOf(cx, newest.id, language, say)
  return { number, ...custodyFormSvg(form, { at: cx.now }) }
}

async function receiptWith(cx: Cx, language: 'en' | 'es', say: Say): Promise<Seen> {
  const [newest] = (await listSubmissions(cx, { state: 'all', limit: 1 })).rows
  if (!newest) return none
  const row = await submissionById(cx, newest.id)
  cx.allow(row)
  const receipt = receiptOf(
    await submissionSeen({ ...cx, say }, row),
    await letterhead(cx, language),
    { lang: language, say },
    cx.ground.house.demo,
  )
  return { number: row.number, ...receiptSvg(receipt, { at: cx.now }) }
}
