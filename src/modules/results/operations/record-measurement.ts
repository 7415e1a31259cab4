/** Writes readings of a balance, parcel by parcel; the balance must be fit for use on this day. */
import { methodVersion } from '#modules/quality/public.ts'
import { exact } from '#kernel/quantity.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, RecordMeasurement } from '../contract.ts'
import { weighingSteps } from '../method-steps.ts'
import { relyOnForSteps } from '../naming.ts'
import { mayWeigh, mayWrite } from '../rules.ts'
import { mustBeOnRequest } from '../items.ts'
import { getSheet, weighingsOf } from '../store.ts'

export const recordMeasurement = command({
  name: 'results.record-measurement',
  summary: 'Writes readings of a balance, parcel by parcel.',
  who: ['analyst', 'section-head'],
  input: RecordMeasurement,
  output: Done,
  async run(cx, input) {
    const subject = ref('results.worksheet', input.worksheet)
    await cx.lock([subject])
    const sheet = await getSheet(cx, input.worksheet)
    cx.allow(sheet)
    refuseUnless(mayWrite(sheet, cx.actor.id))
    await mustBeOnRequest(cx, sheet, input.item)
    refuseUnless(mayWeigh(await weighingsOf(cx, sheet.id, input.item), input.parcels))
    const light = input.parcels.find((p) => exact(p.gross).lt(p.tare) || exact(p.tare).isNegative())
    refuseUnless(unless(light === undefined, no('results.tare-above-gross', { parcel: light?.parcel ?? 0 })))
    const { worksheet } = await methodVersion(cx, sheet.method_version)
    await relyOnForSteps(cx, sheet, weighingSteps(worksheet), { equipment: [input.equipment] }, 'weighing')

    const rows = input.parcels.map((p) => ({
      id: cx.newId(),
      worksheet: sheet.id,
      item: input.item,
      parcel: p.parcel,
      gross: p.gross,
      tare: p.tare,
      unit: input.unit,
      equipment: input.equipment,
      corrects: p.corrects ?? null,
    }))
    await cx.record({
      subject,
      root: sheet.root,
      facts: { item: input.item, parcels: rows.length, equipment: input.equipment },
      rows: { 'results.weighing': rows },
    })
    return { id: (rows[0] as { id: string }).id }
  },
})
