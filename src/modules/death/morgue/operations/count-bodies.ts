/** Counts the bodies of a morgue by their wristbands against the book, and signs what differs. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { notFound } from '#kernel/verdict.ts'
import { CountBodies, Counted } from '../contract.ts'
import { countAgainst } from '../morgue-count.ts'
import { morguePeople } from '../../roles.ts'
import { bodiesHere, placesOfMorgue } from '../store/bodies.ts'

export const countBodies = command({
  name: 'death.count-bodies',
  summary: 'Counts the bodies of a morgue by their wristbands against the book, and signs what differs.',
  who: morguePeople,
  input: CountBodies,
  output: Counted,
  async run(cx, input) {
    const places = await placesOfMorgue(cx, input.morgue)
    const [first] = places
    if (!first) throw notFound()
    cx.allow({ may_see: true, unit: first.unit })
    const here = new Set(places.map((p) => p.id))
    const booked = (await bodiesHere(cx)).flatMap((b) =>
      b.place && b.barcode && here.has(b.place)
        ? [{ number: b.number, barcode: b.barcode, place: b.place }]
        : [],
    )
    const told = countAgainst(booked, input.found)
    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('evidence.location', first.parent),
      root: null,
      facts: { count: id, expected: booked.length, ...told },
      rows: {
        'death.count': [
          {
            id,
            morgue: input.morgue,
            expected: booked.length,
            ...told,
            words: input.words ?? null,
            at: cx.occurredAt,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { id, expected: booked.length, ...told }
  },
})
