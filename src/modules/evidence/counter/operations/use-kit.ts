/** A kit was used in a case: it and what was collected with it become things in the hands of who used it. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { giveSight } from '#modules/cases/public.ts'
import { nextNumbers } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { barcodeOf } from '../../things/barcode.ts'
import type { Made, NewThing } from '../../things/birth.ts'
import { KitUsed, UseKit } from '../contract.ts'
import { kitEvent } from '../kits.ts'
import { checkItemCodes, checkTaken, makeThings, withDangers } from '../../things/new-things.ts'
import { happened } from '../../things/change-of-hands.ts'
import { openCase } from '../reception.ts'
import { holders } from '../../roles.ts'
import { collectedFits, kitExpired, mayUseKit } from '../rules.ts'
import { ownHand } from '../../things/store/hands.ts'
import type { Holder } from '../../things/store/items.ts'
import { type KitRow, kitRef, seeKit } from '../store/kits.ts'

type Input = z.output<typeof UseKit>

export const useKit = command({
  name: 'evidence.use-kit',
  summary:
    'A kit was used in a case: it and what was collected with it become things in the hands of who used it.',
  who: holders,
  input: UseKit,
  output: KitUsed,
  async run(cx, input) {
    happened(cx)
    const kit = await seeKit(cx, { serial: input.serial }, { lock: true })
    cx.allow(kit)
    const file = await openCase(cx, input.case)
    const today = dayOfInstant(cx.now)
    refuseUnless(mayUseKit(kit, today, cx.reason))
    refuseUnless(collectedFits(kit, input.collected))
    const { me } = await ownHand(cx)
    const numbers = await nextNumbers(cx, 'item', { parent: file.number }, input.collected.length + 1)
    const things = await thingsOf(cx, {
      kit,
      input,
      root: file.id,
      me,
      numbers,
      late: kitExpired(kit, today),
    })
    const [whole] = things
    const used = kitEvent(cx, kit.id, kit.seq, {
      kind: 'used',
      unit: cx.actor.unit,
      unit_name: me.where,
      person: me.id,
      person_name: me.name,
      root: file.id,
      thing: whole?.id ?? '',
      words: input.words ?? null,
    })
    await giveSight(cx, file.id, [cx.actor.unit], 'evidence.use-kit')
    await makeThings(cx, things, [
      {
        subject: kitRef(kit.id),
        root: file.id,
        facts: { number: kit.number, thing: whole?.id ?? null },
        rows: { 'evidence.kit_event': [used] },
      },
    ])
    return {
      id: whole?.id ?? '',
      number: whole?.number ?? '',
      items: things.slice(1).map((t) => ({ id: t.id, number: t.number, barcode: barcodeOf(t.id) })),
    }
  },
})

interface Using {
  readonly kit: KitRow
  readonly input: Input
  readonly root: string
  readonly me: Holder
  readonly numbers: readonly string[]
  /** Past its day: it stands with the kit as a discrepancy, with the reason that was given. */
  readonly late: boolean
}
async function thingsOf(cx: Cx, u: Using): Promise<NewThing[]> {
  const { kit, input } = u
  const held = new Map(kit.contents.map((c) => [c.code, c]))
  const whole = cx.newId()
  const late = cx.say('evidence.kit-used-late', {
    number: kit.number,
    on: kit.expires_on ?? '',
    why: cx.reason ?? '',
  })
  const made: { id: string; kind: 'kit' | 'item'; container: string | null; item: Made }[] = [
    {
      id: whole,
      kind: 'kit',
      container: null,
      item: {
        description: `${kit[cx.language]} ${kit.number}`,
        theirNumber: kit.number,
        takenFrom: input.takenFrom,
        ...(input.seal ? { seals: [{ number: input.seal, state: 'intact' }] } : {}),
        ...(u.late ? { discrepancies: [{ kind: 'other', words: late.slice(0, 300) }] } : {}),
      },
    },
    ...input.collected.map((c) => ({
      id: c.id ?? cx.newId(),
      kind: 'item' as const,
      container: whole,
      item: {
        description: c.description ?? held.get(c.code)?.[cx.language] ?? c.code,
        type: held.get(c.code)?.itemType ?? null,
        count: c.count,
        takenFrom: input.takenFrom,
        seals: c.seals ?? [],
      },
    })),
  ]
  const dangers = await checkItemCodes(
    cx,
    made.map((m) => m.item),
  )
  await checkTaken(cx, u.root, [{ takenFrom: input.takenFrom }])
  return made.map((m, i) => ({
    id: m.id,
    number: u.numbers[i] ?? '',
    root: u.root,
    kind: m.kind,
    container: m.container,
    input: withDangers(m.item, dangers),
    from: null,
    first: { kind: 'taken', state: 'held', to: u.me, tookBy: cx.actor.id },
  }))
}
