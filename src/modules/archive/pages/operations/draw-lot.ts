/** Gathers what waits for inspection into a lot and draws what is looked at, by the laboratory's plan and a seed that stands with it. */
import type { z } from 'zod'
import { nextNumber } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { DrawLot, LotDrawn } from '../contract.ts'
import { inspectors } from '../../roles.ts'
import { drawFrom, planFor } from '#kernel/sampling.ts'
import { fileRef } from '../../shelves/store/files.ts'
import { filesForLot, lotRef, unitsForLot } from '../store/lots.ts'
import { plansOf, saidBy } from '../words.ts'

export const drawLot = command({
  name: 'archive.draw-lot',
  summary: 'Gathers files into a lot and draws which pages or values are looked at, by the sampling plan.',
  who: inspectors,
  input: DrawLot,
  output: LotDrawn,
  async run(cx, input) {
    cx.allow({ may_see: true, unit: null })
    const id = input.id ?? cx.newId()
    await cx.lock([lotRef(id)])
    const files = await filesHeld(cx, input)
    const units = await unitsForLot(cx, input.kind, files)
    if (units.length === 0) throw new Refusal('conflict', 'archive.no-lot', { next: 'archive.next-key-more' })
    const quality = String((await saidBy(cx, 'inspection-rule', input.kind, 'quality')) ?? '')
    const plan = planFor(await plansOf(cx), quality, units.length)
    if (!plan)
      throw new Refusal('conflict', 'archive.no-plan', {
        values: { quality, n: units.length },
        next: 'archive.next-plan',
      })
    const number = await nextNumber(cx, 'inspection-lot')
    const seed = cx.ground.randomBytes(8).toString('hex')
    const drawn = drawFrom(seed, plan.size, plan.sample).map((at) => units[at] as (typeof units)[number])
    await cx.record({
      subject: lotRef(id),
      facts: { number, size: plan.size, sample: plan.sample, accept: plan.accept, plan: plan.plan, seed },
      rows: {
        'archive.lot': [
          { id, number, kind: input.kind, ...plan, seed, generation: 1, by_name: cx.actor.name },
        ],
        'archive.lot_file': files.map((f) => ({
          id: cx.newId(),
          lot: id,
          file: f.file,
          batch: input.batch ?? null,
          generation: f.generation,
          root: f.root,
        })),
        'archive.lot_unit': drawn.map((u, i) => ({
          id: cx.newId(),
          lot: id,
          seq: i + 1,
          page: input.kind === 'pages' ? u.id : null,
          index_value: input.kind === 'index' ? u.id : null,
          root: u.root,
        })),
        'archive.lot_step': [
          { id: cx.newId(), lot: id, seq: 1, kind: 'drawn', faults: 0, words: null, by_name: cx.actor.name },
        ],
      },
    })
    return { id, number, size: plan.size, sample: plan.sample, accept: plan.accept, reject: plan.reject }
  },
})

/** Of two who draw at once the second waits for the first and takes what is then still in no lot. */
async function filesHeld(cx: Cx, input: z.output<typeof DrawLot>) {
  const which = { kind: input.kind, batch: input.batch, limit: input.files }
  const seen = (await filesForLot(cx, which)).map((f) => f.file)
  await cx.lock(seen.map(fileRef))
  return filesForLot(cx, { ...which, only: seen })
}
