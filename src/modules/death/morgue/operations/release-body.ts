/** Gives a body to a named person who signs; refused with every reason while anything keeps it. */
import { keepPersonal } from '#ledger/vault.ts'
import { move, signatureOf } from '#modules/evidence/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { ReleaseBody } from '../contract.ts'
import { reasonsOf } from '../release.ts'
import { mayReleaseBody } from '../rules.ts'
import { morguePeople } from '../../roles.ts'
import { papersOf, staysOf } from '../store/bodies.ts'
import { deathRef } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const releaseBody = command({
  name: 'death.release-body',
  summary: 'Gives a body to a named person who signs; refused with every reason while anything keeps it.',
  who: morguePeople,
  stepUp: true,
  input: ReleaseBody,
  output: Done,
  async run(cx, input) {
    const { death, thing } = await bodyHere(cx, input.death, { leaving: true })
    refuseUnless(mayReleaseBody(death, await reasonsOf(cx, death)))
    const signed = await signatureOf(cx, {
      side: 'took',
      root: thing.root,
      person: null,
      name: input.to.name,
      where: input.to.where ?? null,
      signed: input.to,
      other: 'evidence.co-signer-not-taker',
    })
    const kept = await keepPersonal(cx, death.root, {
      name: input.to.name,
      where: input.to.where ?? null,
      document: input.to.document ?? null,
    })
    const papers = (await papersOf(cx, death.root)).filter((p) => p.state === 'approved' && !p.used)
    const stay = (await staysOf(cx, death.root)).length
    const id = cx.newId()
    await move(
      cx,
      [thing],
      {
        kind: 'returned',
        state: 'returned',
        to: { kind: 'person', id: null, name: input.to.name, where: input.to.where ?? null },
        gaveBy: cx.actor.id,
        tookSign: signed.sign,
        purpose: papers.map((p) => [p.kind, p.number].filter(Boolean).join(' ')).join(', ') || null,
      },
      () => ({}),
      [
        ...signed.entries,
        {
          subject: deathRef(death.id),
          root: death.root,
          facts: { released: true, to: input.kind },
          rows: {
            'death.release': [
              {
                id,
                root: death.root,
                stay: stay > 1 ? stay : null,
                ...kept,
                to_kind: input.kind,
                papers: papers.map((p) => [p.kind, p.number].filter(Boolean).join(' ')),
              },
            ],
          },
        },
      ],
    )
    await refreshDeaths(cx, [death.root])
    return { id }
  },
})
