/** Writes down the number that another office gave a death; the death is found by it from then on. */
import { addHandles } from '#modules/cases/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { AddNumber } from '../contract.ts'
import { papersPeople } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { numbersOf } from '../store/inquiries.ts'

export const addNumber = command({
  name: 'death.add-number',
  summary: 'Writes down the number that another office gave a death; it is found by it from then on.',
  who: papersPeople,
  input: AddNumber,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    await codeOf(cx, 'number-kind', input.kind)
    const there = (await numbersOf(cx, death.root)).some(
      (n) => n.kind === input.kind && n.text === input.text,
    )
    refuseUnless(unless(!there, no('death.number-there', { number: input.text })))
    const row = {
      id: cx.newId(),
      root: death.root,
      kind: input.kind,
      text: input.text,
      giver: input.giver ?? null,
    }
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { number: input.text, kind: input.kind },
      rows: { 'death.alias': [row] },
    })
    await addHandles(cx, [
      {
        text: input.text,
        kind: input.kind,
        subject: deathRef(death.id),
        root: death.root,
        label: input.text,
      },
    ])
    return { id: row.id }
  },
})
