/** Puts the permitted profiles of one index into a file for another laboratory (CODIS CMF), and says of each other one why it is left out. */
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { cmfCategory, unfitForCmf } from '#formats/str/cmf.ts'
import { ExportIndex, ExportMade } from '../contract/profiles.ts'
import { dueOf, indexNamed, indexesOf, lawOf, lociOf, purposesOf, specimenOf } from '../indexes-of-law.ts'
import { leftOut, mayExport, mayUse } from '../rules/profiles.ts'
import { exportable } from '../store/indexes.ts'

export const exportIndex = command({
  name: 'results.export-index',
  summary:
    'Puts the permitted profiles of one index into a CODIS CMF file, and says why others are left out.',
  who: ['dna-custodian'],
  reason: 'required',
  stepUp: true,
  input: ExportIndex,
  output: ExportMade,
  async run(cx, input) {
    cx.allow(null)
    const index = await indexNamed(cx, input.index)
    refuseUnless(mayUse(await lawOf(cx, index.side)))
    const purpose = (await purposesOf(cx)).find((one) => one.code === input.purpose)
    refuseUnless(mayExport(index, purpose))
    refuseUnless(cmfCategory(index.category ?? ''))
    const all = await indexesOf(cx)
    const loci = await lociOf(cx)
    const rows = (await exportable(cx, index)).map((p) => ({
      id: p.id,
      number: p.number,
      verdict: allOf(
        leftOut(
          {
            contributors: p.contributors,
            loci: p.loci,
            due: dueOf({ ...p, state: 'indexed', index_code: index.code }, all, cx.now.slice(0, 10)),
          },
          index,
        ),
        unfitForCmf(specimenOf(p, index, loci)),
      ),
    }))
    const out = rows.flatMap((p) =>
      p.verdict.ok ? [] : [{ number: p.number, code: p.verdict.code, values: { ...p.verdict.values } }],
    )
    const included = rows.filter((p) => p.verdict.ok).map((p) => p.id)
    const id = cx.newId()
    await cx.record({
      subject: ref('results.index-export', id),
      facts: {
        index: index.code,
        purpose: input.purpose,
        destination: input.destination,
        included: included.length,
        leftOut: out.length,
      },
      rows: {
        'results.index_export': [
          {
            id,
            side: index.side,
            index_code: index.code,
            purpose: input.purpose,
            destination: input.destination,
            source: input.source,
            included,
            left_out: out.map(({ number, code }) => ({ number, code })),
          },
        ],
      },
    })
    return {
      id,
      included: included.length,
      leftOut: out.map((p) => ({ number: p.number, because: cx.say(p.code, p.values) })),
    }
  },
})
