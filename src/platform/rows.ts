/** Many of one kind in one act: each has its verdict before anything is written; then all go, or those that may. */
import { Refusal, refuseUnless, type Verdict } from '#kernel/verdict.ts'
import type { Cx, Protected } from './cx.ts'

export interface Aside<T> {
  readonly item: T
  readonly why: string
}

/**
 * Answers who goes and who does not. Without `partly`, one no stops the act: a single one with its own sentence, several with
 * every row's sentence in `fields` (`things.17`), so that the person at the list can put those aside.
 */
export function decideRows<T extends Protected>(
  cx: Pick<Cx, 'allow' | 'say'>,
  asked: readonly T[],
  by: { readonly partly: boolean; readonly path: string },
  ask: (item: T) => Verdict,
): { good: T[]; aside: Aside<T>[] } {
  for (const item of asked) cx.allow(item)
  const good: T[] = []
  const bad: { item: T; at: number; verdict: Verdict }[] = []
  asked.forEach((item, at) => {
    const verdict = ask(item)
    if (verdict.ok) good.push(item)
    else bad.push({ item, at, verdict })
  })
  const first = bad[0]
  if (first && asked.length === 1) refuseUnless(first.verdict)
  const say = (v: Verdict): string => (v.ok ? '' : cx.say(v.code, v.values))
  if (first && (!by.partly || good.length === 0)) {
    throw new Refusal('conflict', 'rows-refused', {
      values: { bad: bad.length, all: asked.length, first: say(first.verdict) },
      next: 'next-put-aside',
      fields: bad.map((b) => ({ path: `${by.path}.${b.at}`, message: say(b.verdict) })),
    })
  }
  return { good, aside: bad.map((b) => ({ item: b.item, why: say(b.verdict) })) }
}
