/** Adds a reviewed result, or the author's own words, to a draft; a result that was corrected drops out by itself. */
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { IncludeResult, ReportDone } from '../contract.ts'
import { gather } from '../gathering.ts'
import { mayChange } from '../rules.ts'
import { lockedVersion, takeStep } from '../standing.ts'
import { inclusionsOf, remarkOf } from '../store/versions.ts'

export const includeResult = command({
  name: 'reports.include-result',
  summary: "Adds a reviewed result, or the author's own words, to a draft.",
  who: ['analyst', 'section-head', 'pathologist'],
  input: IncludeResult,
  output: ReportDone,
  async run(cx, input) {
    const v = await lockedVersion(cx, input.report)
    cx.allow(v)
    refuseUnless(mayChange(v, cx.actor.id))
    const had = new Set((await inclusionsOf(cx, v.id)).map((i) => i.conclusion))
    const fresh = [...new Set(input.results ?? [])].filter((id) => !had.has(id))
    const { others } = await gather(cx, v)
    const found = others.filter((r) => fresh.includes(r.id))
    refuseUnless(
      allOf(
        unless(found.length === fresh.length, no('reports.result-of-another', {}, 'reports.next-include')),
        unless(
          found.every((r) => r.state === 'reviewed'),
          no('reports.result-not-reviewed', { item: '' }, 'reports.next-review-result'),
        ),
        unless(fresh.length > 0 || input.remarks !== undefined, no('reports.included-already')),
      ),
    )
    const { seq } = await remarkOf(cx, v.id)
    return takeStep(
      cx,
      v,
      { kind: 'reopened', state: 'draft' },
      {
        facts: { results: fresh },
        rows: {
          ...(found.length > 0
            ? {
                'reports.inclusion': found.map((r) => ({
                  id: cx.newId(),
                  version: v.id,
                  conclusion: r.id,
                  item: r.item,
                })),
              }
            : {}),
          ...(input.remarks !== undefined
            ? { 'reports.remark': [{ id: cx.newId(), version: v.id, seq: seq + 1, words: input.remarks }] }
            : {}),
        },
      },
    )
  },
})
