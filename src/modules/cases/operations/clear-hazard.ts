/** Takes a warning off a case, with the reason why the danger is not there. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ClearHazard, Done } from '../contract.ts'
import { clearers } from '../roles.ts'
import { mayClearHazard } from '../rules.ts'
import { seeCase } from '../store/case-file.ts'
import { hazardNow } from '../store/hazards.ts'
import { caseRef } from '../store/holds.ts'

export const clearHazard = command({
  name: 'cases.clear-hazard',
  summary: 'Takes a warning off a case, with the reason why the danger is not there.',
  who: clearers,
  reason: 'required',
  input: ClearHazard,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const now = await hazardNow(cx, file.root, input.hazard)
    refuseUnless(mayClearHazard(now.flagged))
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { hazard: input.hazard, state: 'cleared' },
      rows: {
        'cases.hazard': [
          {
            id,
            seq: now.seq + 1,
            root: file.root,
            hazard: input.hazard,
            state: 'cleared',
            vault: null,
            commitment: null,
          },
        ],
      },
    })
    return { id }
  },
})
