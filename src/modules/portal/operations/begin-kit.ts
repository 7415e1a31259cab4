/** Begins to follow a sexual assault kit where it was collected: by its serial, without any name. */
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BeginKit, KitTold } from '../contract/kits.ts'
import { kitRef, showKit, stagesOf, stepRow, whereIAm } from '../kit-steps.ts'
import { followsKits } from '../roles.ts'
import { firstFor, goesOn, nextAfter } from '../rules/kits.ts'

export const beginKit = command({
  name: 'portal.begin-kit',
  summary:
    'Begins to follow a sexual assault kit where it was collected, by its serial and without any name.',
  who: followsKits,
  input: BeginKit,
  output: KitTold,
  async run(cx, input) {
    cx.allow(null)
    const stages = await stagesOf(cx)
    const here = await whereIAm(cx)
    const first = firstFor(stages.list, here.agency)
    if (!first)
      throw new Refusal('conflict', 'portal.kit-begins-elsewhere', { next: 'portal.next-kit-whose' })
    refuseUnless(
      unless(
        Boolean(input.to) || !goesOn(stages.list, first, here.agency),
        no('portal.kit-whereto', {}, 'portal.next-kit-to'),
      ),
    )
    const id = input.id ?? cx.newId()
    const to = input.to ?? null
    await cx.record({
      subject: kitRef(id),
      root: id,
      facts: { serial: input.serial, stage: first.code, to },
      rows: {
        'portal.kit_track': [
          {
            id,
            root: id,
            serial: input.serial,
            unit: here.unit,
            unit_name: here.unitName,
            by_name: cx.actor.name,
            at: cx.occurredAt,
          },
        ],
        'portal.kit_stage': [await stepRow(cx, id, 1, first, here, { to, words: null })],
      },
    })
    await showKit(cx, id, here, to, true)
    const next = nextAfter(stages.list, first.code)
    return {
      id,
      serial: input.serial,
      stage: stages.name(first.code),
      next: next ? stages.name(next.code) : null,
    }
  },
})
