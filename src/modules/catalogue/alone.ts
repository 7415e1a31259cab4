/** Whether one person may still set a rule alone: in a demonstration, while nothing has been recorded yet, or where the house itself acts. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { type Hands, mayBeSetAlone } from './rules/alone.ts'
import { anythingNumbered } from './store/numbers.ts'

/** A laboratory works from the moment its first number is drawn: a case, a remission, a place in a queue. */
export async function handsOf(cx: Cx): Promise<Hands> {
  if (cx.ground.house.demo || cx.actor.kind !== 'person') return { free: true }
  return { free: !(await anythingNumbered(cx.tx)) }
}

export async function mustBeTwo(
  cx: Cx,
  rules: readonly { readonly what: string; readonly key: string }[],
): Promise<void> {
  refuseUnless(mayBeSetAlone(rules, await handsOf(cx)))
}
