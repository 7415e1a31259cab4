/** Shows a protected name to who asks with a reason, for one working day; the asking itself is in the ledger (decided.md 4). */
import { z } from 'zod'
import { instantOf } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { PartyOfCase } from '../contract.ts'
import { writers } from '../roles.ts'
import { newestParty } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

const HOURS = 12

export const unmaskParty = command({
  name: 'cases.unmask-party',
  summary: 'Shows a protected name to who asks with a reason, for twelve hours.',
  who: writers,
  reason: 'required',
  input: PartyOfCase,
  output: z.object({
    id: z.string(),
    name: z.string().nullable(),
    otherNames: z.array(z.string()),
    born: z.string().nullable(),
    until: z.string(),
  }),
  answers: 'once',
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const party = await newestParty(cx, file.root, input.party)
    const until = instantOf(Date.parse(cx.now) + HOURS * 3_600_000)
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { party: input.party, until },
      rows: {
        'cases.unmasking': [
          { id, root: file.root, party: input.party, person: cx.actor.id, until_at: until },
        ],
      },
    })
    return {
      id,
      name: party.value?.name ?? null,
      otherNames: [...(party.value?.otherNames ?? [])],
      born: party.value?.born ?? null,
      until,
    }
  },
})
