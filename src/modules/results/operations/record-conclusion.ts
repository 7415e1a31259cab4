/** The analyst concludes: what is said and what it rests on is worked out from the worksheet, never typed. */
import { noteProgress } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { concluded, conclusionRow } from '../concluding.ts'
import { ConclusionDone, RecordConclusion } from '../contract.ts'
import { mustBeOnRequest } from '../items.ts'
import { mayConcludeBeside, mayWrite } from '../rules.ts'
import { conclusionsOf, getSheet, standNow } from '../store.ts'
import { inLanguage } from '../statements.ts'

export const recordConclusion = command({
  name: 'results.record-conclusion',
  summary: 'The analyst concludes; scheme, amount and limit are worked out, not typed.',
  who: ['analyst', 'section-head'],
  input: RecordConclusion,
  output: ConclusionDone,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    const standing = (await conclusionsOf(cx, sheet.id)).filter((c) => c.item === input.item)
    refuseUnless(
      allOf(
        unless(input.kind === 'negative' || input.substance !== undefined, no('results.substance-missing')),
        mayConcludeBeside(standing, input, cx.reason),
      ),
    )
    const done = await concluded(cx, sheet, input)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: {
        conclusion: id,
        item: input.item,
        kind: input.kind,
        ...(input.substance ? { substance: input.substance } : {}),
        ...(done.value ? { value: done.value, uncertainty: done.uncertainty, unit: done.unit } : {}),
        ...(done.decision ? { decision: done.decision } : {}),
        ...(input.corrects ? { corrects: input.corrects } : {}),
      },
      rows: {
        'results.conclusion': [conclusionRow(id, sheet, input, done)],
      },
    })
    if (sheet.state === 'open') await standNow(cx, sheet, 'concluded')
    await noteProgress(cx, sheet.root, {
      subject,
      kind: 'result',
      state: 'open',
      text: sheet.state === 'returned' ? 'results.progress-returned' : 'results.progress-waits-for-review',
      values: { number: sheet.number },
    })
    return {
      id,
      kind: input.kind,
      says: inLanguage(cx, { statement: done.statement, statement_values: done.values }),
      value: done.value ?? null,
      uncertainty: done.uncertainty ?? null,
      unit: done.unit ?? null,
      decision: done.decision ?? null,
    }
  },
})
