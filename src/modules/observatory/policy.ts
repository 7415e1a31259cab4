/** The data policy of the laboratory, read from its list and asked about one question. */
import { codesOf } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Question } from './contract.ts'
import { type Decided, DisclosureRule, policyOf } from './rules.ts'

/** Read once for an act, however many figures it tells: they are all told by the same rules. */
const read = new WeakMap<Cx['tx'], Promise<DisclosureRule[]>>()
export function rulesOf(cx: Cx): Promise<DisclosureRule[]> {
  const known = read.get(cx.tx) ?? readRules(cx)
  read.set(cx.tx, known)
  return known
}
const readRules = async (cx: Cx): Promise<DisclosureRule[]> =>
  (await codesOf(cx, 'disclosure-rule')).flatMap(({ data }) => {
    const rule = DisclosureRule.safeParse(data)
    return rule.success ? [rule.data] : []
  })
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
