/** Says better who a relative is, and whether body, effects and papers may go to them; what was said before stays. */
import { keepPersonal } from '#ledger/vault.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CorrectRelative } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { papersPeople } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'
import { relativesOf } from '../store/certifications.ts'

export const correctRelative = command({
  name: 'death.correct-relative',
  summary: 'Says better who a relative is, and whether body, effects and papers may go to them.',
  who: papersPeople,
  reason: 'required',
  input: CorrectRelative,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const before = (await relativesOf(cx, [death.root])).find((r) => r.id === input.relative)
    refuseUnless(unless(before !== undefined, no('death.relative-of-another')))
    const kept = await keepPersonal(cx, death.root, {
      name: input.name,
      phone: input.phone ?? null,
      address: input.address ?? before?.value?.address ?? null,
    })
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { relative: input.relative, entitled: input.entitled, corrected: true },
      rows: {
        'death.relative': [
          {
            id: cx.newId(),
            root: death.root,
            relative: input.relative,
            seq: (before?.seq ?? 0) + 1,
            ...kept,
            relation: input.relation,
            language: input.language ?? null,
            entitled: input.entitled,
          },
        ],
      },
    })
    await refreshDeaths(cx, [death.root])
    return { id: input.relative }
  },
})
