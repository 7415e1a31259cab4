/** A dry run: which cases of the worklist one word would change, what holds there now, and which stand aside and why. Nothing is written. */
import { refuseUnless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { BatchTried, TryBatch } from '../contract/batches.ts'
import { keepers } from '../roles.ts'
import { mayBeWhose, mayChangeTo } from '../rules/batches.ts'
import { nameOfWord } from '../store/batch-step.ts'
import { whoseName, wordsNow } from '../store/batches.ts'
import { listCases } from '../store/worklist.ts'

/** Rows of one act (decided.md, 7). */
const MOST = 500

export const tryBatch = query({
  name: 'cases.try-batch',
  summary: 'A dry run: which cases of the worklist one word would change, and which stand aside and why.',
  who: keepers,
  input: TryBatch,
  output: BatchTried,
  async run(cx, { what, to, ...filters }) {
    cx.allow(null)
    const whose = what === 'investigator' ? await whoseName(cx, to) : undefined
    refuseUnless(mayBeWhose(what, whose))
    const { rows, nextCursor } = await listCases(cx, { ...filters, sort: 'number', limit: MOST })
    const now = await wordsNow(
      cx,
      rows.map((r) => r.id),
      what,
    )
    const tried = rows.map((file) => {
      const was = now.get(file.id)
      const verdict = mayChangeTo(what, file, was?.word ?? null, to)
      return {
        id: file.id,
        number: file.number,
        title: file.title,
        before: was?.word ? nameOfWord(cx, what, was.word, was.named) : null,
        why: verdict.ok ? null : cx.say(verdict.code, verdict.values),
      }
    })
    return {
      name: nameOfWord(cx, what, to, whose?.name ?? null),
      good: tried.filter((t) => t.why === null).length,
      tooMany: nextCursor !== null,
      rows: tried,
    }
  },
})
