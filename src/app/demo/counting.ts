/** How stores are counted in the demonstration: drawn samples with their audit, closed with what differs; the drug vault not finished. */
import type { Actor } from '#platform/cx.ts'
import { type Desk, idOf } from './desk.ts'
import { one } from './people.ts'
import { planAt } from './telling.ts'
import type { Year } from './year.ts'

const who = (year: Year, name: string): Actor => one(year.world.cast, name)

interface Shelf {
  readonly items: readonly { thing: string; barcode: string | null; asked: boolean }[]
}
/** Two weeks ago a drawn sample with its audit, closed; yesterday the drug vault, not finished. */
export function counts(year: Year): void {
  planAt(year, 10, 930, (desk) => sampled(year, desk, 'MAIN', 40, 0))
  planAt(year, 3, 935, (desk) => sampled(year, desk, 'MAIN', 60, 1))
  planAt(year, 1, 940, async (desk) => {
    const { id, places } = await begun(year, desk, 'DRUG', 100)
    for (const place of places.slice(0, 3))
      await count(year, desk, { id, place: place.id, by: 'keeper', leave: 0 })
  })
}
async function begun(
  year: Year,
  desk: Desk,
  code: string,
  share: number,
): Promise<{ id: string; places: { id: string; toCount: number }[] }> {
  const quality = who(year, 'quality')
  const { id } = await desk.act(quality, 'evidence.start-stock-take', {
    place: idOf(year.world, code),
    share,
  })
  const { places } = await desk.act<{ places: { id: string; toCount: number }[] }>(
    quality,
    'evidence.get-stock-take',
    { stockTake: id },
  )
  return { id, places }
}
interface Counting {
  readonly id: string
  readonly place: string
  readonly by: string
  /** How many of the last ones nobody finds. */
  readonly leave: number
  readonly round?: 1 | 2
  readonly also?: readonly string[]
}
async function count(year: Year, desk: Desk, c: Counting): Promise<void> {
  const by = who(year, c.by)
  const shelf = await desk.act<Shelf>(by, 'evidence.stock-shelf', { stockTake: c.id, place: c.place })
  const items = shelf.items.filter((i) => i.asked)
  const found = items.slice(0, Math.max(0, items.length - c.leave))
  const texts = [null, ...found.map((i) => i.barcode), ...(c.also ?? [])]
  desk.pass(Math.max(1, Math.round(found.length / 4)))
  await desk.act(by, 'evidence.scan-stock', {
    stockTake: c.id,
    round: c.round ?? 1,
    scans: texts.map((text) => ({
      id: desk.newId(),
      place: c.place,
      at: new Date(desk.now()).toISOString(),
      ...(text ? { text } : {}),
    })),
  })
}

/** Counted by one, looked over again by another where something was not found, audited, closed with each difference answered. */
async function sampled(year: Year, desk: Desk, code: string, share: number, turn: number): Promise<void> {
  const { id, places } = await begun(year, desk, code, share)
  const rich = places.find((p) => p.toCount > 3) ?? places[0]
  for (const place of places) {
    const lost = place.id === rich?.id && turn === 0 ? 1 : 0
    await count(year, desk, {
      id,
      place: place.id,
      by: 'keeper',
      leave: lost,
      ...(place.id === rich?.id ? { also: ['OLD LABEL 0417'] } : {}),
    })
  }
  if (rich)
    await count(year, desk, { id, place: rich.id, by: 'counter', leave: turn === 0 ? 1 : 0, round: 2 })
  const quality = who(year, 'quality')
  const drawn = await desk.act<{ items: { thing: string; seen: boolean }[] }>(
    quality,
    'evidence.stock-audit',
    {
      stockTake: id,
    },
  )
  const seen = drawn.items.filter((i) => i.seen).map((i) => i.thing)
  for (const [n, thing] of seen.slice(0, 8).entries()) {
    desk.pass(4)
    const late = n === 2 && turn === 0
    await desk.act(quality, 'evidence.answer-audit', {
      stockTake: id,
      thing,
      answers: [
        late
          ? { question: 'found-in-five', answer: 'no', words: 'Eleven minutes: it stood behind another box' }
          : { question: 'found-in-five', answer: 'yes' },
        { question: 'right-place', answer: 'yes' },
        n === 5
          ? { question: 'packed-right', answer: 'no', words: 'The bag is too small, a corner sticks out' }
          : { question: 'packed-right', answer: 'yes' },
        { question: 'seal-intact', answer: 'yes' },
      ],
    })
  }
  const { items } = await desk.act<{ items: { thing: string | null; kind: string }[] }>(
    quality,
    'evidence.stock-differences',
    { stockTake: id },
  )
  await desk.act(quality, 'evidence.close-stock-take', {
    stockTake: id,
    answers: items.flatMap((d) =>
      d.thing && d.kind === 'missing'
        ? [{ thing: d.thing, answer: 'explained', words: 'With the photographer, the slip lay in its place' }]
        : [],
    ),
    unfinished: 'A drawn sample: the other places were not opened',
  })
}
