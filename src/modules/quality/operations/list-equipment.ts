/** Instruments and rooms with whether they may be used today, and why not. */
import { query } from '#platform/define.ts'
import { EquipmentList, ListEquipment } from '../contract.ts'
import { readers } from '../readers.ts'
import { equipmentSeen } from '../seen.ts'
import { countEquipment, pageOfEquipment } from '../store/standing.ts'

export const listEquipment = query({
  name: 'quality.list-equipment',
  summary: 'Lists equipment with whether it may be used today.',
  who: readers,
  input: ListEquipment,
  output: EquipmentList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfEquipment(cx, input)
    return {
      items: rows.map((row) => equipmentSeen(cx, row)),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.code ?? null) : null,
      total: await countEquipment(cx, input),
    }
  },
})
