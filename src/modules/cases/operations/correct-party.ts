/** Corrects what is said of a party; the earlier row stays and the new one names it. */
import { command } from '#platform/define.ts'
import { CorrectParty, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { followParty, keepParty, mergedParty, newestParty } from '../store/changes.ts'
import { checkCodes, wantedOfParty } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { partyRow, personalOf } from '../store/opening.ts'

export const correctParty = command({
  name: 'cases.correct-party',
  summary: 'Corrects what is said of a party; the earlier words stay readable.',
  who: writers,
  reason: 'required',
  input: CorrectParty,
  output: Done,
  async run(cx, { case: root, party, ...change }) {
    const file = await seeCase(cx, root, { lock: true })
    cx.allow(file)
    const before = await newestParty(cx, file.root, party)
    await checkCodes(
      cx,
      wantedOfParty({
        ...(change.role ? { role: change.role } : {}),
        ...(change.sex ? { sex: change.sex } : {}),
      }),
    )
    const input = mergedParty(before, change)
    const value = personalOf(input)
    const kept = await keepParty(cx, file.root, value)
    const row = partyRow(
      cx,
      file.root,
      { id: party, input, value, kept },
      file.offence_on ?? file.opened_at.slice(0, 10),
      before.seq + 1,
      before.row,
    )
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { party, corrected: Object.keys(change) },
      rows: { 'cases.party': [row] },
    })
    await followParty(cx, file.root, file.number, { id: party, value })
    return { id: party }
  },
})
