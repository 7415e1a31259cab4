/**
 * Destroys what is kept of a party, by order of law: its rows and search handles, and every personal value of the case that says its name
 * (rows of an import, announcements, notes, questions); the act itself stays.
 */
import { refuseUnless, unless, no } from '#kernel/verdict.ts'
import { destroyRows, emptyValues } from '#ledger/vault.ts'
import { forgetAnswersOf } from '#platform/remembered.ts'
import { command } from '#platform/define.ts'
import { Done, ExpungeParty } from '../contract.ts'
import { follow, newestParty } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { dropPartyHandles } from '../store/handles.ts'
import { caseRef, holdsOfRoot } from '../store/holds.ts'
import { partyRowsOf, valuesThatName } from '../store/readings.ts'

export const expungeParty = command({
  name: 'cases.expunge-party',
  summary: 'Destroys what is kept of a party, by order of law.',
  who: ['director', 'quality-manager'],
  reason: 'required',
  stepUp: true,
  input: ExpungeParty,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const party = await newestParty(cx, file.root, input.party)
    const legal = (await holdsOfRoot(cx, file.root)).find((h) => h.kind === 'legal' || h.kind === 'appeal')
    refuseUnless(unless(legal === undefined, no('cases.expunge-held', {}, 'cases.next-lift-hold')))
    const rows = await partyRowsOf(cx, file.root, party.party)
    const said = await valuesThatName(cx, file.root, party.party)
    const id = cx.newId()
    const [entry] = await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { party: input.party, authority: input.authority, destroyed: rows.length, emptied: said },
      rows: {
        'cases.expunction': [
          { id, root: file.root, party: input.party, authority: input.authority, destroyed: rows.length },
        ],
      },
    })
    await destroyRows(cx, 'cases.party', rows, entry)
    await emptyValues(cx, said)
    await forgetAnswersOf(cx, file.root)
    await dropPartyHandles(cx, file.root, party.party)
    await follow(cx, file.root)
    return { id }
  },
})
