/** Warns everybody who opens the case, or meets what belongs to it, of a danger. */
import { refuseUnless } from '#kernel/verdict.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { command } from '#platform/define.ts'
import { Done, FlagHazard } from '../contract.ts'
import { writers } from '../roles.ts'
import { mayFlagHazard } from '../rules.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { hazardNow } from '../store/hazards.ts'
import { caseRef } from '../store/holds.ts'

export const flagHazard = command({
  name: 'cases.flag-hazard',
  summary: 'Warns everybody who opens the case, or meets what belongs to it, of a danger.',
  who: writers,
  input: FlagHazard,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    await checkCodes(cx, [['hazard', input.hazard]])
    const now = await hazardNow(cx, file.root, input.hazard)
    refuseUnless(mayFlagHazard(now.flagged))
    const id = cx.newId()
    const kept = input.words ? await keepPersonal(cx, file.root, { words: input.words }) : null
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { hazard: input.hazard, state: 'flagged' },
      rows: {
        'cases.hazard': [
          {
            id,
            seq: now.seq + 1,
            root: file.root,
            hazard: input.hazard,
            state: 'flagged',
            vault: kept?.vault ?? null,
            commitment: kept?.commitment ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
