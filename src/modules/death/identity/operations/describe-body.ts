/** Describes what tells this person apart: stature, tattoos, scars, teeth, clothing. */
import { command } from '#platform/define.ts'
import { DescribeBody } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { featureRows } from '../features.ts'
import { morguePeople } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const describeBody = command({
  name: 'death.describe-body',
  summary: 'Describes what tells this person apart: stature, tattoos, scars, teeth, clothing.',
  who: morguePeople,
  input: DescribeBody,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    const rows = featureRows(cx, death.root, input.features)
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { features: input.features.map((f) => f.kind) },
      rows: { 'death.feature': rows },
    })
    return { id: rows[0]?.id ?? death.id }
  },
})
