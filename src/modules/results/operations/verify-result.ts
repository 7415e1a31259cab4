/** A second examiner says whether they come to the same conclusion; disagreement is kept and goes with disclosure. */
import { relyOn } from '#modules/quality/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, VerifyResult } from '../contract.ts'
import { mayVerify } from '../rules.ts'
import { conclusionsWhere, getSheet, sheetsOfRequest, verificationsOf } from '../store.ts'
import { writersOf } from '../store/written.ts'

export const verifyResult = command({
  name: 'results.verify-result',
  summary: 'A second examiner says whether they come to the same conclusion.',
  who: ['analyst', 'section-head', 'outside-reviewer'],
  input: VerifyResult,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const [before] = await conclusionsWhere(cx, { ids: [input.conclusion] })
    if (!before) throw notFound()
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, before.worksheet)
    cx.allow({ may_see: sheet.may_see, root: sheet.root })
    const verified = (await verificationsOf(cx, sheet.id)).filter((v) => v.conclusion === before.id)
    const sheets = await sheetsOfRequest(cx, sheet.request)
    const workers = await writersOf(
      cx,
      sheets.map((s) => s.id),
    )
    refuseUnless(
      mayVerify(
        { by: before.recorded_by, kind: before.kind, workers },
        cx.actor.id,
        verified.map((v) => v.person),
      ),
    )
    refuseUnless(
      await relyOn(cx, subject, sheet.root, [
        { kind: 'person', id: cx.actor.id, for: `${sheet.method_version}:reviewer` },
      ]),
    )
    refuseUnless(
      unless(input.outcome === 'agrees' || input.words !== undefined, no('results.say-what-differs')),
    )

    const id = cx.newId()
    await cx.record({
      subject,
      root: sheet.root,
      facts: { conclusion: before.id, outcome: input.outcome },
      rows: {
        'results.verification': [
          { id, conclusion: before.id, outcome: input.outcome, words: input.words ?? null },
        ],
      },
    })
    return { id }
  },
})
