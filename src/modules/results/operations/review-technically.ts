/** Another authorised person has checked the work and finds that it carries its conclusions. */
import { noteProgress } from '#modules/cases/public.ts'
import { methodVersion, relyOn } from '#modules/quality/public.ts'
import { seeRequest } from '#modules/work/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ReviewTechnically } from '../contract.ts'
import { mayPass, mayReview } from '../rules.ts'
import { wholenessOf } from '../wholeness.ts'
import { conclusionsOf, getSheet, standNow } from '../store.ts'
import { writersOf, writtenAt } from '../store/written.ts'

export const reviewTechnically = command({
  name: 'results.review-technically',
  summary: 'Another authorised person has checked the work and finds that it carries its conclusions.',
  who: ['analyst', 'section-head', 'outside-reviewer'],
  input: ReviewTechnically,
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
      unless(
        input.seen === undefined || input.seen >= (await writtenAt(cx, sheet.id)),
        no('results.written-since', {}, 'results.next-look-again'),
      ),
    )
    refuseUnless(
      await relyOn(cx, subject, sheet.root, [
        { kind: 'person', id: cx.actor.id, for: `${sheet.method_version}:reviewer` },
      ]),
    )
    const request = await seeRequest(cx, sheet.request)
    refuseUnless(
      mayPass(await wholenessOf(cx, sheet, request, await methodVersion(cx, sheet.method_version))),
    )

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { review: 'passed', findings: input.findings.length },
      rows: { 'results.review': [{ id, worksheet: sheet.id, outcome: 'passed', findings: input.findings }] },
    })
    await standNow(cx, sheet, 'reviewed')
    await noteProgress(cx, sheet.root, {
      subject,
      kind: 'result',
      state: 'done',
      text: 'results.progress-reviewed',
      values: { number: sheet.number },
    })
    return { id }
  },
})
