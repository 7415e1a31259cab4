/** The data policy of the laboratory, read from its list and asked about one question. */
import { codesOf } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Question } from './contract.ts'
import { type Decided, DisclosureRule, policyOf } from './rules.ts'

export async function rulesOf(cx: Cx): Promise<DisclosureRule[]> {
  return (await codesOf(cx, 'disclosure-rule')).flatMap(({ data }) => {
    const read = DisclosureRule.safeParse(data)
    return read.success ? [read.data] : []
  })
}
export async function decidedOn(cx: Cx, asked: Question): Promise<Decided | { readonly never: string }> {
  return policyOf(asked, await rulesOf(cx))
}

/** Refused where the question names what never leaves. */
export async function policyFor(cx: Cx, asked: Question): Promise<Decided> {
  const decided = await decidedOn(cx, asked)
  if ('never' in decided)
    throw new Refusal('conflict', 'observatory.never-released', {
      values: { dimension: cx.say(`observatory.dim-${decided.never}`) },
      next: 'observatory.next-coarser',
    })
  return decided
}
