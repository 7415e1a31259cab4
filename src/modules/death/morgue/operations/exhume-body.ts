/** Notes that a buried body was taken up by an order: who ordered it and why, by what it was known at the grave, and in whose hands it is now. */
import { keepPersonal } from '#ledger/vault.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { comeAgain, itemRef, seeItem } from '#modules/evidence/public.ts'
import { invariant, refuseUnless } from '#kernel/verdict.ts'
import type { NewEntry } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { burialRow, restOf } from '../burial.ts'
import { Done } from '../../call/contract.ts'
import { ExhumeBody } from '../contract.ts'
import { investigators } from '../../roles.ts'
import { fitsExhumation, mayExhume } from '../rules.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const exhumeBody = command({
  name: 'death.exhume-body',
  summary: 'Notes that a buried body was taken up by an order, and in whose hands it is now.',
  who: investigators,
  stepUp: true,
  input: ExhumeBody,
  output: Done,
  async run(cx, input) {
    const before = await seeDeath(cx, input.death)
    await cx.lock([deathRef(before.id), ...(before.body ? [itemRef(before.body)] : [])])
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    const last = await restOf(cx, death)
    refuseUnless(mayExhume(death, last))
    invariant(last, 'nobody is taken up who lies nowhere')
    const { order, on, place, takenBy } = input
    refuseUnless(fitsExhumation({ on, order: order.on }, last, dayOfInstant(cx.now)))
    const id = input.id ?? cx.newId()
    const present = input.present ? await keepPersonal(cx, death.root, { present: input.present }) : null
    const laid = burialRow(cx, death, last, {
      kind: 'exhumed',
      on,
      place,
      authority: `${order.by}, ${order.number}`,
    })
    const entry: NewEntry = {
      subject: deathRef(death.id),
      root: death.root,
      facts: { burial: 'exhumed', on, order: order.number, by: order.kind },
      rows: {
        'death.burial': [laid],
        'death.exhumation': [
          {
            id,
            root: death.root,
            burial: laid.id,
            order_kind: order.kind,
            order_by: order.by,
            order_number: order.number,
            order_on: order.on,
            why: order.why,
            taken_by: takenBy,
            known_by: input.knownBy,
            condition: input.condition ?? null,
            vault: present?.vault ?? null,
            commitment: present?.commitment ?? null,
            at: cx.occurredAt,
          },
        ],
      },
    }
    // Whoever it was given to gave it to the grave: the chain goes on from that hand to the one that takes it from there.
    if (death.body)
      await comeAgain(
        cx,
        await seeItem(cx, death.body),
        {
          kind: 'exhumed',
          state: 'held',
          to: { kind: 'person', id: null, name: takenBy, where: place },
          purpose: `${order.by}, ${order.number}`,
          words: input.knownBy,
        },
        {},
        [entry],
      )
    else await cx.record(entry)
    return { id }
  },
})
