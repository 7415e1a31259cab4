/** Hands a case to another investigator: the sight moves with it, in the same act. */
import { command } from '#platform/define.ts'
import { ChangeInvestigator, Done } from '../contract.ts'
import { courtPeople } from '../roles.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { caseCard, seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { followInvestigator } from '../store/sight.ts'

export const changeInvestigator = command({
  name: 'cases.change-investigator',
  summary: 'Hands a case to another investigator; who may see it moves in the same act.',
  who: courtPeople,
  reason: 'required',
  input: ChangeInvestigator,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const { investigator: was } = await caseCard(cx, file.id)
    const { seq } = await nextSeq(cx, 'investigator', file.root)
    const id = cx.newId()
    const { person = null, unit = null, name = null } = input.investigator
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { from: was?.person ?? was?.unit ?? null, to: person ?? unit },
      rows: { 'cases.investigator': [{ id, seq, root: file.root, person, unit, name }] },
    })
    await followInvestigator(cx, file, was ?? {}, { person, unit })
    await follow(cx, file.root)
    return { id }
  },
})
