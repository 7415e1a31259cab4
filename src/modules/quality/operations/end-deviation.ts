/** Ends a deviation before its day. */
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, EndDeviation } from '../contract.ts'
import { mayEndDeviation } from '../rules.ts'
import { findDeviation } from '../store/reliance.ts'

export const endDeviation = command({
  name: 'quality.end-deviation',
  summary: 'Ends a deviation before its day.',
  who: ['quality-manager', 'director'],
  input: EndDeviation,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.deviation', input.deviation)])
    const deviation = await findDeviation(cx, input.deviation)
    if (!deviation) throw notFound()
    refuseUnless(mayEndDeviation(deviation))

    const id = cx.newId()
    await cx.record({
      subject: ref('quality.deviation', deviation.id),
      rows: { 'quality.deviation_step': [{ id, deviation: deviation.id, kind: 'ended', why: input.why }] },
    })
    return { id }
  },
})
