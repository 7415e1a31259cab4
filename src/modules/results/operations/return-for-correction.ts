/** The reviewer gives the worksheet back with findings. */
import { notify } from '#identity/notices.ts'
import { noteProgress } from '#modules/cases/public.ts'
import { relyOn } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ReturnForCorrection } from '../contract.ts'
import { mayReview } from '../rules.ts'
import { conclusionsOf, getSheet, standNow } from '../store.ts'
import { writersOf } from '../store/written.ts'

export const returnForCorrection = command({
  name: 'results.return-for-correction',
  summary: 'The reviewer gives the worksheet back with findings.',
  who: ['analyst', 'section-head', 'outside-reviewer'],
  input: ReturnForCorrection,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow({ may_see: sheet.may_see, root: sheet.root })
    const writers = await writersOf(cx, [sheet.id])
    const conclusions = await conclusionsOf(cx, sheet.id)
    refuseUnless(mayReview({ ...sheet, writers }, cx.actor.id, conclusions.length))
    refuseUnless(
      await relyOn(cx, subject, sheet.root, [
        { kind: 'person', id: cx.actor.id, for: `${sheet.method_version}:reviewer` },
      ]),
    )
    refuseUnless(unless(input.findings.length > 0, no('reason-required')))

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { review: 'returned', findings: input.findings.length },
      rows: {
        'results.review': [{ id, worksheet: sheet.id, outcome: 'returned', findings: input.findings }],
      },
    })
    await standNow(cx, sheet, 'returned')
    await noteProgress(cx, sheet.root, {
      subject,
      kind: 'result',
      state: 'open',
      text: 'results.progress-returned',
      values: { number: sheet.number },
    })
    await notify(cx, [sheet.analyst], 'results.notice-returned', {
      subject,
      root: sheet.root,
      path: `/results/worksheets/${sheet.id}`,
      number: sheet.number,
    })
    return { id }
  },
})
