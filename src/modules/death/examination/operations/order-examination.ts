/** Orders an examination of a body: external, full, a second one for somebody; its paper will answer the request that follows. */
import { codesOf } from '#modules/catalogue/public.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ExaminationMade, OrderExamination } from '../contract.ts'
import { askOwnOffice } from '../own-request.ts'
import { deciders } from '../../roles.ts'
import { mayOrder } from '../rules.ts'
import { profileOf } from '../../call/rules.ts'
import { takenUpFor } from '../../call/store/exhumations.ts'
import { decisionsOf, deathRef, seeDeath } from '../../call/store/deaths.ts'
import { examinationRef, examinationsOf } from '../store/examinations.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const orderExamination = command({
  name: 'death.order-examination',
  summary: 'Orders an examination of a body: external, full, or a second one for somebody.',
  who: deciders,
  input: OrderExamination,
  output: ExaminationMade,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const law = (await codesOf(cx, 'death-authority')).find((c) => c.code === death.profile)
    const up = await takenUpFor(cx, death.root)
    const decision = (await decisionsOf(cx, death.root)).at(-1)
    refuseUnless(
      mayOrder({
        state: death.state,
        authority: decision?.authority_kind ?? null,
        profile: law ? profileOf(law.code, law.data) : null,
        body: death.body !== null && death.released_at === null,
        kind: input.kind,
        exhumed: up !== undefined,
      }),
    )
    invariant(death.case_root && death.number, 'an accepted death has no case')
    const before = await examinationsOf(cx, death.root)
    const id = input.id ?? cx.newId()
    const request = await askOwnOffice(cx, death, 'examination', {
      words: input.forWhom ?? null,
      dueOn: input.dueOn ?? null,
    })
    await cx.record(
      {
        subject: examinationRef(id),
        root: death.root,
        facts: { kind: input.kind, no: before.length + 1, request },
        rows: {
          'death.examination': [
            {
              id,
              root: death.root,
              no: before.length + 1,
              kind: input.kind,
              request,
              authority:
                input.authority ??
                (input.kind === 'exhumation' && up
                  ? `${up.by}, ${up.number}`
                  : (decision?.authority ?? null)),
              for_whom: input.forWhom ?? null,
              pathologist: input.pathologist ?? null,
              due_on: input.dueOn ?? null,
            },
          ],
        },
      },
      { subject: deathRef(death.id), root: death.root, facts: { examination: input.kind, ordered: true } },
    )
    await refreshDeaths(cx, [death.root])
    return { id, number: `${death.number}/${before.length + 1}`, request }
  },
})
