/** Links two cases, each of which the linker may see. */
import { refuseUnless, unless, no } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RelateCases } from '../contract.ts'
import { writers } from '../roles.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const relateCases = command({
  name: 'cases.relate-cases',
  summary: 'Links two cases and says how they belong together.',
  who: writers,
  input: RelateCases,
  output: Done,
  async run(cx, input) {
    await cx.lock([caseRef(input.case), caseRef(input.other)])
    const one = await seeCase(cx, input.case)
    const other = await seeCase(cx, input.other)
    cx.allow(one)
    cx.allow(other)
    refuseUnless(unless(one.id !== other.id, no('cases.related-to-itself')))
    await checkCodes(cx, [['relation', input.kind]])
    const id = cx.newId()
    await cx.record({
      subject: caseRef(one.id),
      root: one.root,
      facts: { other: other.id, number: other.number, kind: input.kind },
      rows: {
        'cases.relation': [
          { id, root: one.root, other: other.id, kind: input.kind, note: input.note ?? null },
        ],
      },
    })
    return { id }
  },
})
