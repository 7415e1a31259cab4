/** A dry run: which exhibits of the worklist one word would change, what stands there now, and which stand aside and why. Nothing is written. */
import { query } from '#platform/define.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { counter } from '../../roles.ts'
import { listOf, nameOfWord } from '../batches.ts'
import { BatchTried, TryBatch } from '../contract.ts'
import { mayChangeTo } from '../rules.ts'
import { wordsNow } from '../store/batches.ts'
import { findItems } from '../store/lists.ts'

/** Rows of one act (decided.md, 7). */
const MOST = 500

export const tryBatch = query({
  name: 'evidence.try-batch',
  summary:
    'A dry run: which exhibits of the worklist one word would change, what stands there now, and which stand aside.',
  who: counter,
  input: TryBatch,
  output: BatchTried,
  async run(cx, { what, code, ...filters }) {
    cx.allow(null)
    const name = await nameOfWord(cx, what, code)
    const { rows, nextCursor } = await findItems(cx, { ...filters, sort: 'number', limit: MOST })
    const now = await wordsNow(
      cx,
      rows.map((r) => r.id),
      what,
      code,
    )
    const codes = new Set([...now.values()].flatMap((n) => n.now ?? []))
    const names = new Map<string, string>()
    for (const c of codes) names.set(c, await nameOfCode(cx, listOf[what], c, cx.language))
    const tried = rows.map((item) => {
      const was = now.get(item.id)?.now ?? null
      const verdict = mayChangeTo(item, was, code)
      return {
        id: item.id,
        number: item.number,
        description: item.description,
        before: was === null ? null : (names.get(was) ?? was),
        why: verdict.ok ? null : cx.say(verdict.code, verdict.values),
      }
    })
    return {
      name,
      good: tried.filter((t) => t.why === null).length,
      tooMany: nextCursor !== null,
      rows: tried,
    }
  },
})
