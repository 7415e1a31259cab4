/** What was meant to become of things when they came, beside what is proposed now. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { DisposalAction } from './contract.ts'
import { mayDiffer } from './rules.ts'
import { intendedFor } from '../things/store/plans.ts'

export interface Intended {
  readonly name: string
  /** The action of disposal that it means, where the laboratory's list names one. */
  readonly action: string | null
}
export async function intendedOf(cx: Cx, things: readonly string[]): Promise<Map<string, Intended>> {
  const rows = await intendedFor(cx, things)
  if (rows.size === 0) return new Map()
  const codes = new Map((await codesOf(cx, 'intended-disposition')).map((c) => [c.code, c]))
  return new Map(
    Array.from(rows, ([thing, row]) => {
      const code = codes.get(row.disposition)
      const action = (code?.data as { action?: unknown } | null)?.action
      return [
        thing,
        { name: code?.[cx.language] ?? row.disposition, action: typeof action === 'string' ? action : null },
      ]
    }),
  )
}

/** Something else may be proposed than was meant, never without a word about it. */
export async function asIntended(
  cx: Cx,
  items: readonly { readonly id: string; readonly number: string }[],
  input: { readonly action: DisposalAction; readonly words?: string | null | undefined },
): Promise<Verdict> {
  const intended = await intendedOf(
    cx,
    items.map((i) => i.id),
  )
  return mayDiffer(
    items.flatMap((i) => {
      const meant = intended.get(i.id)
      return meant ? [{ number: i.number, ...meant }] : []
    }),
    input.action,
    Boolean(input.words),
  )
}
