/** What a person could do with a record now: each with its reason when not; a right that is missing for good is left out. */
import type { Action } from '#kernel/shapes.ts'
import type { Verdict } from '#kernel/verdict.ts'
import type { Cx, Protected } from './cx.ts'

export function actionsOf(cx: Cx, row: Protected, verdicts: Readonly<Record<string, Verdict>>): Action[] {
  return Object.entries(verdicts)
    .filter(([operation]) => cx.may(operation, row))
    .map(([operation, verdict]) =>
      verdict.ok
        ? { operation, ok: true }
        : {
            operation,
            ok: false,
            why: cx.say(verdict.code, verdict.values),
            ...(verdict.next ? { next: cx.say(verdict.next, verdict.values) } : {}),
          },
    )
}
