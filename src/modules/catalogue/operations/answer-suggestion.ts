/** What becomes of a suggested word: a code of its own, the code that says it already, or none. */
import { notify } from '#identity/notices.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { AnswerSuggestion, Created } from '../contract.ts'
import { codeEntry, listRef } from '../defining.ts'
import { dayOf } from '../rules.ts'
import { findCodeRow, newestCode } from '../store/codes.ts'
import { getSuggestion } from '../store/suggestions.ts'

export const answerSuggestion = command({
  name: 'catalogue.answer-suggestion',
  summary: 'Takes a suggested word into its list, names the one that says it already, or declines it.',
  who: ['administrator', 'quality-manager'],
  input: AnswerSuggestion,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('catalogue.suggestion', input.suggestion)
    await cx.lock([subject])
    const asked = await getSuggestion(cx.tx, input.suggestion)
    refuseUnless(unless(asked.outcome === null, no('catalogue.suggestion-answered')))
    const { outcome, code, en, es, words } = input
    await cx.lock([listRef(asked.list)])
    const stands = code ? await findCodeRow(cx.tx, asked.list, code, dayOf(cx.now)) : undefined
    const fresh = outcome === 'taken' && stands === undefined && code && en && es ? { code, en, es } : null
    // Taken by two people in the studio meanwhile: then it stands, and this only says so.
    if (fresh) await mustBeTwo(cx, [{ what: 'code', key: `${asked.list}/${fresh.code}` }])
    else if (outcome !== 'declined')
      refuseUnless(
        unless(stands !== undefined, no('catalogue.no-such-code', { list: asked.list, code: code ?? '' })),
      )
    const before = fresh ? await newestCode(cx.tx, asked.list, fresh.code) : undefined

    const id = cx.newId()
    await cx.record(
      {
        subject,
        facts: { outcome, ...(code ? { code } : {}) },
        rows: {
          'catalogue.suggestion_answer': [
            { id, suggestion: asked.id, outcome, code: code ?? null, words: words ?? null },
          ],
        },
      },
      ...(fresh
        ? [codeEntry(cx, { list: asked.list, data: {}, unverified: false, source: null, ...fresh }, before)]
        : []),
    )
    await notify(cx, [asked.recorded_by], 'catalogue.notice-suggestion', {
      subject,
      root: null,
      path: `/catalogue/lists/${asked.list}`,
    })
    return { id }
  },
})
