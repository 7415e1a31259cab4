/** Adds a person or organisation to a case in a role, with or without a name; names go to the vault only. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AddParty, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { mustBeOpen } from '../rules.ts'
import { followParty, keepParty } from '../store/changes.ts'
import { checkCodes, wantedOfParty } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { partyRow, personalOf } from '../store/opening.ts'

export const addParty = command({
  name: 'cases.add-party',
  summary: 'Adds a person or organisation to a case in a role, with or without a name.',
  who: writers,
  input: AddParty,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mustBeOpen(file))
    await checkCodes(cx, wantedOfParty(input))
    const id = input.id ?? cx.newId()
    const value = personalOf(input)
    const kept = await keepParty(cx, file.root, value)
    const row = partyRow(cx, file.root, { id, input, value, kept }, file.offence_on ?? cx.now.slice(0, 10))
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { party: id, role: input.role },
      rows: { 'cases.party': [row] },
    })
    await followParty(cx, file.root, file.number, { id, value })
    return { id }
  },
})
