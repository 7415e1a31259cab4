/** Adds a relative, with the language in which they are spoken to and whether body and effects may go to them. */
import { keepPersonal } from '#ledger/vault.ts'
import { command } from '#platform/define.ts'
import { AddRelative } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { papersPeople } from '../../roles.ts'
import { refreshDeaths } from '../../call/store/standing.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const addRelative = command({
  name: 'death.add-relative',
  summary: 'Adds a relative, with their language and whether body and effects may go to them.',
  who: papersPeople,
  input: AddRelative,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const relative = input.id ?? cx.newId()
    const kept = await keepPersonal(cx, death.root, {
      name: input.name,
      phone: input.phone ?? null,
      address: input.address ?? null,
    })
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { relative, entitled: input.entitled },
      rows: {
        'death.relative': [
          {
            id: cx.newId(),
            root: death.root,
            relative,
            seq: 1,
            ...kept,
            relation: input.relation,
            language: input.language ?? null,
            entitled: input.entitled,
          },
        ],
      },
    })
    await refreshDeaths(cx, [death.root])
    return { id: relative }
  },
})
