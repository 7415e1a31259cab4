/** Issues the next version of a method: worksheet, techniques, decision rule, and the day from which it holds. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, IssueMethodVersion } from '../contract.ts'
import { mayDate, mayIssue } from '../rules.ts'
import { methodRow } from '../store/standing.ts'

export const issueMethodVersion = command({
  name: 'quality.issue-method-version',
  summary: 'Issues the next version of a method, with its worksheet and techniques.',
  who: ['quality-manager', 'director'],
  input: IssueMethodVersion,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.method', input.method)])
    const method = await methodRow(cx, input.method)
    refuseUnless(mayIssue(input.worksheet, input.techniques))
    refuseUnless(mayDate(input.from, input.until))

    const id = input.id ?? cx.newId()
    const version = input.version ?? method.newest + 1
    await cx.record({
      subject: ref('quality.method', method.id),
      facts: { code: method.code, version, from: input.from },
      rows: {
        'quality.method_version': [
          {
            id,
            method: method.id,
            version,
            worksheet: input.worksheet as Json,
            techniques: input.techniques as Json,
            decision_rule: input.decisionRule,
            validation: input.validation ?? null,
            document: input.document ?? null,
            from_on: input.from,
            until_on: input.until ?? null,
          },
        ],
      },
    })
    return { id, number: `${method.code} v${version}` }
  },
})
