/** Begins to count a place and all beneath it: everything, or a sample that nobody could know before. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created } from '../../things/contract.ts'
import { StartStockTake } from '../contract.ts'
import { happened } from '../../things/change-of-hands.ts'
import { stockCounters } from '../../roles.ts'
import { placeById } from '../../things/store/hands.ts'
import { drawStock, newestHead } from '../store/stock.ts'

export const startStockTake = command({
  name: 'evidence.start-stock-take',
  summary:
    'Begins to count a place and all beneath it: everything, or a sample that nobody could know before.',
  who: stockCounters,
  input: StartStockTake,
  output: Created,
  async run(cx, input) {
    happened(cx)
    await cx.lock([ref('evidence.location', input.place)])
    const place = await placeById(cx, input.place)
    cx.allow({ may_see: true, unit: place.unit })
    const drawn = { head: await newestHead(cx), chance: cx.ground.randomBytes(32).toString('hex') }
    const places = await drawStock(cx, place.id, input.share, drawn)
    const toCount = places.reduce((n, p) => n + p.to_count.length, 0)
    const mode = input.share === 100 ? 'whole' : 'sample'
    refuseUnless(
      unless(
        mode === 'whole' || toCount > 0,
        no('evidence.nothing-to-draw', { name: place.name }, 'evidence.next-count-whole'),
      ),
    )
    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'stock-take')
    await cx.record({
      subject: ref('evidence.stock-take', id),
      root: null,
      facts: { number, place: place.id, mode, toCount, head: drawn.head },
      rows: {
        'evidence.stock_take': [
          {
            id,
            number,
            place: place.id,
            place_name: place.name,
            unit: place.unit,
            mode,
            share: input.share,
            blind: input.blind,
            expected: places.reduce((n, p) => n + p.things.length, 0),
            to_count: toCount,
            head: drawn.head,
            chance: drawn.chance,
            at: cx.occurredAt,
            by_name: cx.actor.name,
            words: input.words ?? null,
          },
        ],
        'evidence.stock_expected': places.map((p) => ({
          id: cx.newId(),
          stock_take: id,
          place: p.place,
          things: p.things,
          to_count: p.to_count,
        })),
      },
    })
    return { id, number }
  },
})
