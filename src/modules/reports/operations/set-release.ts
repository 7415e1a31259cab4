/** Says to whom the certificates of one case are given out, where that is not as its kind says. */
import { seeCase } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReleaseSet, SetRelease } from '../contract.ts'
import { releaseLevelOf } from '../releasing.ts'
import { levelSet } from '../store/release.ts'

export const setRelease = command({
  name: 'reports.set-release',
  summary:
    'Says to whom the certificates of a case are given out: all who see it, an agency, a person, or only by name.',
  who: ['section-head', 'director', 'quality-manager'],
  reason: 'required',
  input: SetRelease,
  output: ReleaseSet,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const was = await releaseLevelOf(cx, file.root)
    refuseUnless(unless(was !== input.level, no('reports.released-so-already')))
    const id = cx.newId()
    const { seq } = await levelSet(cx, file.root)
    await cx.record({
      subject: ref('cases.case', file.id),
      root: file.root,
      facts: { from: was, to: input.level },
      rows: { 'reports.release': [{ id, root: file.root, seq: seq + 1, level: input.level }] },
    })
    return { id, level: input.level }
  },
})
