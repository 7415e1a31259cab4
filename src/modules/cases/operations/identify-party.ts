/** Gives a party that was not yet known its name; the unknown party and the known one stay one and the same. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, IdentifyParty } from '../contract.ts'
import { writers } from '../roles.ts'
import { mayIdentify } from '../rules.ts'
import { followParty, keepParty, mergedParty, newestParty } from '../store/changes.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { partyRow, personalOf } from '../store/opening.ts'

export const identifyParty = command({
  name: 'cases.identify-party',
  summary: 'Gives a party that was not yet known its name.',
  who: writers,
  input: IdentifyParty,
  output: Done,
  async run(cx, { case: root, party, ...known }) {
    const file = await seeCase(cx, root, { lock: true })
    cx.allow(file)
    const before = await newestParty(cx, file.root, party)
    refuseUnless(mayIdentify(before))
    await checkCodes(cx, [['sex', known.sex]])
    const input = mergedParty(before, known)
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
      facts: { party, role: before.role },
      rows: { 'cases.party': [row] },
    })
    await followParty(cx, file.root, file.number, { id: party, value })
    return { id: party }
  },
})
