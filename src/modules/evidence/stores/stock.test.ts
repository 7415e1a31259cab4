/** Stories of counting a store over HTTP: the draw, what differs, the second count, the signed close, late batches, need to know. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from '../examples.ts'
import { countedTwice, reconcile, type ExpectedFact, type ScanFact } from './rules.ts'

let lab: Lab
let room = ''
const shelves: string[] = []
let things: { id: string; number: string; barcode: string }[] = []
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('castillo', ['quality-manager'], { unit: lab.units.counter })
  await lab.person('elsewhere', ['evidence-officer'], { unit: lab.units.policeBelmopan })
  const place = (more: Record<string, unknown>) =>
    lab.as('reneau').do('evidence.define-location', aPlace(more))
  room = (await place({ code: 'ROOM', name: 'Room', kind: 'room' })).id
  for (const n of [1, 2, 3])
    shelves.push((await place({ code: `ROOM-${n}`, name: `Shelf ${n}`, parent: room, position: n })).id)
  things = (
    await lab.as('reneau').do(
      'evidence.receive-submission',
      aSubmission({
        items: Array.from({ length: 9 }, (_, i) =>
          anItem({ description: `Parcel ${i + 1}`, theirNumber: `P-${i}`, seals: [{ number: `S-${i}` }] }),
        ),
      }),
    )
  ).items
  // Three on shelf 1, three on shelf 2, none on shelf 3; three stay in hand.
  await lab.as('reneau').do('evidence.store-item', { things: ids(0, 3), place: shelves[0] })
  await lab.as('reneau').do('evidence.store-item', { things: ids(3, 6), place: shelves[1] })
})
afterAll(() => lab?.close())

const ids = (from: number, until: number): string[] => things.slice(from, until).map((t) => t.id)
const code = (n: number): string => things[n]?.barcode ?? ''
interface Read {
  place: number
  text?: string
  seal?: string
}
const scansOf = (reads: readonly Read[]) =>
  reads.map(({ place, ...rest }) => ({
    id: lab.ground.newId(),
    place: shelves[place - 1],
    at: lab.clock.now(),
    ...rest,
  }))
const start = (more: Record<string, unknown> = {}, who = 'castillo') =>
  lab.as(who).do('evidence.start-stock-take', { place: room, ...more })
const scan = (who: string, stockTake: string, reads: readonly Read[], round = 1) =>
  lab.as(who).do('evidence.scan-stock', { stockTake, round, scans: scansOf(reads) })
const differences = async (stockTake: string) =>
  (await lab.as('reneau').ask('evidence.stock-differences', { stockTake })).body

describe('a whole count', () => {
  it('B37 S-B12 lists what is missing, misplaced, extra, under another seal, twice labelled and none of ours', async () => {
    const { id } = await start()
    const told = await scan('reneau', id, [
      { place: 1 },
      { place: 1, text: code(0), seal: 'S-0' },
      { place: 1, text: code(1), seal: 'WRONG' },
      { place: 1, text: code(6) },
      { place: 1, text: 'OLD-LABEL-77' },
      { place: 2 },
      { place: 2, text: code(2) },
      { place: 2, text: code(3) },
      { place: 3 },
      { place: 3, text: code(3) },
    ])
    expect(told.scans.map((s: { verdict: string }) => s.verdict)).toEqual([
      'place',
      'right',
      'seal-differs',
      'extra',
      'not-ours',
      'place',
      'misplaced',
      'right',
      'place',
      'duplicate',
    ])
    expect(told.scans[6].should).toContain('Shelf 1')
    const { items, sums } = await differences(id)
    expect(items.map((d: { kind: string; number: string }) => `${d.kind} ${d.number}`).sort()).toEqual(
      [
        `duplicate ${things[3]?.number}`,
        `extra ${things[6]?.number}`,
        `misplaced ${things[2]?.number}`,
        `missing ${things[4]?.number}`,
        `missing ${things[5]?.number}`,
        'not-ours null',
        `seal-differs ${things[1]?.number}`,
      ].sort(),
    )
    expect(sums).toMatchObject({ toCount: 6, right: 1, missing: 2, notCounted: 0 })
  })

  it('what was carried elsewhere while the count ran is still known by where it was drawn from', async () => {
    const { id } = await start()
    const carry = async (shelf: number): Promise<void> => {
      await lab.as('reneau').do('evidence.retrieve-item', { things: ids(0, 2) })
      await lab.as('reneau').do('evidence.store-item', { things: ids(0, 2), place: shelves[shelf - 1] })
    }
    await carry(2)
    const told = await scan('reneau', id, [
      { place: 1, text: code(0) },
      { place: 3, text: code(1) },
      { place: 1, text: code(2) },
    ])
    expect(told.scans.map((s: { verdict: string }) => s.verdict)).toEqual(['right', 'misplaced', 'right'])
    expect(told.scans[1].should).toContain('Shelf 1')
    await carry(1)
  })

  it('a scan that comes twice, or late, counts once', async () => {
    const { id } = await start()
    const scans = scansOf([{ place: 1 }, { place: 1, text: code(0) }])
    const first = await lab.as('reneau').do('evidence.scan-stock', { stockTake: id, scans })
    const again = await lab.as('reneau').do('evidence.scan-stock', { stockTake: id, scans })
    expect([first.taken, again.taken, again.again]).toEqual([2, 0, 2])
    expect(again.scans[1].verdict).toBe('right')
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.stock_scan where stock_take = ${id}`,
    )
    expect(n).toBe(2)
  })

  it('a place of another room is not of this count, and nothing of its batch is taken', async () => {
    const { id } = await start({ place: shelves[0] })
    const refused = await lab.as('reneau').tell('evidence.scan-stock', {
      stockTake: id,
      scans: scansOf([{ place: 1 }, { place: 2 }]),
    })
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('does not belong')
  })
})

describe('the second count and the close', () => {
  let id = ''
  const counted = (): Read[] => [
    { place: 1 },
    { place: 2 },
    { place: 3 },
    ...[0, 1, 2].map((n): Read => ({ place: 1, text: code(n) })),
    { place: 2, text: code(3) },
    { place: 2, text: code(4) },
  ]
  it('B38 is not closed before every place was counted and each loss looked for by a second person', async () => {
    id = (await start()).id
    const close = (more: Record<string, unknown> = {}) =>
      lab.as('reneau').tell('evidence.close-stock-take', { stockTake: id, ...more }, { stepUp: true })
    expect((await close()).body.detail).toContain('3 places were not counted')
    await scan('reneau', id, counted())
    expect((await close()).body.detail).toContain('looked for by one person only')
    const own = await lab.as('reneau').tell('evidence.scan-stock', {
      stockTake: id,
      round: 2,
      scans: scansOf([{ place: 2 }]),
    })
    expect(own.status).toBe(409)
    expect(own.body.next).toContain('another person')
    await scan('arnold', id, [{ place: 2 }, { place: 2, text: code(3) }], 2)
    expect((await differences(id)).items).toMatchObject([{ kind: 'missing', twice: true }])
  })
  it('nothing is missing by itself: a person says so, and the chain of the thing names the count', async () => {
    expect((await lab.as('arnold').ask('evidence.get-item', { id: things[5]?.id })).body.state).toBe('stored')
    const wrong = await lab
      .as('arnold')
      .tell(
        'evidence.close-stock-take',
        { stockTake: id, answers: [{ thing: things[0]?.id, answer: 'report-missing', words: 'Gone' }] },
        { stepUp: true },
      )
    expect(wrong.status).toBe(409)
    const done = await lab.as('arnold').do(
      'evidence.close-stock-take',
      {
        stockTake: id,
        answers: [{ thing: things[5]?.id, answer: 'report-missing', words: 'Looked for twice' }],
        words: 'Counted on Friday',
      },
      { stepUp: true },
    )
    expect(done).toMatchObject({ reported: 1, sums: { right: 5, missing: 1 } })
    const page = (await lab.as('arnold').ask('evidence.get-item', { id: things[5]?.id })).body
    expect(page.state).toBe('missing')
    expect(page.chain.at(-1).words).toContain(done.number)
    const { n } = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from ledger.entry where action = 'evidence.report-missing' and subject = ${`evidence.item/${things[5]?.id}`}`,
    )
    expect(n).toBe(1)
    const seen = (await lab.as('castillo').ask('evidence.get-stock-take', { stockTake: id })).body
    expect(seen).toMatchObject({ closedBy: 'arnold', closedWords: 'Counted on Friday', drawn: null })
  })
  it('what is scanned after the close is refused with the next step, and kept nowhere', async () => {
    const late = await lab
      .as('reneau')
      .tell('evidence.scan-stock', { stockTake: id, scans: scansOf([{ place: 3 }]) })
    expect(late.body.detail).toContain('closed')
    expect(late.body.next).toContain('new count')
  })
  it('closing it unfinished wants a word why, and says in the end what nobody counted', async () => {
    const other = (await start()).id
    await scan('reneau', other, [{ place: 1 }, ...[0, 1].map((n): Read => ({ place: 1, text: code(n) }))])
    const done = await lab
      .as('reneau')
      .do('evidence.close-stock-take', { stockTake: other, unfinished: 'Storm warning' }, { stepUp: true })
    expect(done.sums).toMatchObject({ right: 2, missing: 1, notCounted: 2 })
    expect(done.reported).toBe(0)
    expect((await differences(other)).items).toHaveLength(3)
  })
  it('what was taken out while the count ran is no loss', async () => {
    const other = (await start()).id
    await lab.as('reneau').do('evidence.retrieve-item', { things: [things[4]?.id] })
    await scan('reneau', other, [{ place: 1 }, { place: 2 }, { place: 3 }])
    const { items, sums } = await differences(other)
    expect(sums.moved).toBe(1)
    expect(items.map((d: { thing: string }) => d.thing)).not.toContain(things[4]?.id)
    await lab.as('reneau').do('evidence.store-item', { things: [things[4]?.id], place: shelves[1] })
  })
})

describe('a sample', () => {
  it('B39 nobody can know it before, and anybody can draw it again after', async () => {
    const draws: string[] = []
    for (let n = 0; n < 4; n += 1) {
      const { id } = await start({ share: 40 })
      const before = (await lab.as('castillo').ask('evidence.get-stock-take', { stockTake: id })).body
      expect(before.drawn).toBeNull()
      expect(before.toCount).toBe(2)
      await lab
        .as('castillo')
        .do('evidence.close-stock-take', { stockTake: id, unfinished: 'Only the draw' }, { stepUp: true })
      const { drawn } = (await lab.as('castillo').ask('evidence.get-stock-take', { stockTake: id })).body
      const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
      expect(drawn.seed).toBe(sha(`${drawn.head}/${drawn.chance}`))
      const { listed, drew } = await lab.db.direct.one<{ listed: string[]; drew: string[] }>(
        sql`select array_agg(u.t) as listed, array_agg(u.t order by u.t) filter (where u.t = any(x.to_count)) as drew from evidence.stock_expected x cross join unnest(x.things) u(t) where x.stock_take = ${id}`,
      )
      const byMe = [...listed]
        .sort((a, b) => sha(`${drawn.seed}/${a}`).localeCompare(sha(`${drawn.seed}/${b}`)))
        .slice(0, Math.ceil(listed.length * 0.4))
        .sort()
      expect(drew).toEqual(byMe)
      draws.push(drew.join())
    }
    expect(new Set(draws).size).toBeGreaterThan(1)
  })
})

describe('who is told what', () => {
  it('a blind count tells neither the list nor what a scan meant before every place was counted', async () => {
    const { id } = await start({ blind: true })
    expect(
      (await lab.as('reneau').ask('evidence.stock-shelf', { stockTake: id, place: shelves[0] })).status,
    ).toBe(409)
    const told = await scan('reneau', id, [{ place: 1 }, { place: 1, text: code(4) }])
    expect(told.scans[1]).toEqual({
      id: told.scans[1].id,
      verdict: 'counted',
      number: null,
      description: null,
      should: null,
    })
    const seen = (await lab.as('reneau').ask('evidence.get-stock-take', { stockTake: id })).body
    expect(seen.places.map((p: { toCount: number | null }) => p.toCount)).toEqual([null, null, null])
    expect((await lab.as('reneau').ask('evidence.stock-differences', { stockTake: id })).status).toBe(409)
    await scan('reneau', id, [{ place: 2 }, { place: 3 }])
    expect((await differences(id)).sums.missing).toBeGreaterThan(0)
  })
  it('S-B28 another office neither counts nor reads it, and a thing of a closed case has no name in it', async () => {
    const { id } = await start()
    const other = lab.as('elsewhere')
    for (const operation of ['evidence.get-stock-take', 'evidence.stock-differences'])
      expect((await other.ask(operation, { stockTake: id })).status).toBe(404)
    expect((await other.ask('evidence.stock-takes')).body.items).toEqual([])
    const refused = await other.tell('evidence.scan-stock', { stockTake: id, scans: scansOf([{ place: 1 }]) })
    expect(refused.status).toBe(404)
    const [hidden] = (
      await lab
        .as('reneau')
        .do('evidence.receive-submission', aSubmission({ items: [anItem({ seals: [] })] }))
    ).items
    await lab.as('reneau').do('evidence.store-item', { things: [hidden.id], place: shelves[2] })
    const again = (await start()).id
    await lab.db.direct.run(
      sql`update identity.sight set until_at = from_at where root = (select root from evidence.thing_now where thing = ${hidden.id})`,
    )
    const [, told] = (await scan('arnold', again, [{ place: 1 }, { place: 1, text: hidden.barcode }])).scans
    expect(told).toMatchObject({ verdict: 'misplaced', number: null, description: null, should: null })
    const list = (await lab.as('arnold').ask('evidence.stock-differences', { stockTake: again })).body
    expect(list.hidden).toBe(1)
    expect(JSON.stringify(list)).not.toContain(hidden.number)
    const shelf = (
      await lab.as('arnold').ask('evidence.stock-shelf', { stockTake: again, place: shelves[2] })
    ).body
    expect(shelf.items).toMatchObject([{ number: null, barcode: null, description: null }])
  })
})

describe('adding up', () => {
  const world = fc.integer({ min: 0, max: 40 }).chain((n) =>
    fc.record({
      expected: fc.array(
        fc.record({ place: fc.integer({ min: 0, max: 4 }), toCount: fc.boolean(), movedSince: fc.boolean() }),
        { minLength: n, maxLength: n },
      ),
      scans: fc.array(
        fc.record({
          round: fc.constantFrom(1 as const, 2 as const),
          place: fc.integer({ min: 0, max: 4 }),
          thing: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }),
          by: fc.constantFrom('a', 'b'),
          sealFits: fc.constantFrom(null, true, false),
        }),
        { maxLength: 60 },
      ),
    }),
  )
  it('every thing to count ends once: right, moved, or in one difference; and nothing differs that was scanned where it belongs', () => {
    fc.assert(
      fc.property(world, (w) => {
        const expected: ExpectedFact[] = w.expected.map((e, i) => ({
          thing: `t${i}`,
          place: `p${e.place}`,
          toCount: e.toCount,
          now: e.movedSince ? null : `p${e.place}`,
          movedSince: e.movedSince,
        }))
        const scans: ScanFact[] = w.scans.map((s) => ({
          round: s.round,
          place: `p${s.place}`,
          thing: s.thing === null ? null : `t${s.thing}`,
          text: s.thing === null ? 'x' : `t${s.thing}`,
          seal: null,
          sealFits: s.sealFits,
          by: s.by,
          now: null,
        }))
        const { sums, differences: found } = reconcile(['p0', 'p1', 'p2', 'p3', 'p4'], expected, scans)
        for (const e of expected.filter((x) => x.toCount)) {
          const own = found.filter((d) => d.thing === e.thing)
          expect(own.length).toBeLessThanOrEqual(1)
          const seen = scans.filter((s) => s.thing === e.thing)
          if (seen.length > 0 && seen.every((s) => s.place === e.place && s.sealFits !== false))
            expect(own).toEqual([])
          if (seen.length === 0 && !e.movedSince)
            expect(own[0]?.kind).toBe(scans.some((s) => s.place === e.place) ? 'missing' : 'not-counted')
        }
        const about = found.filter((d) => expected.some((e) => e.toCount && e.thing === d.thing)).length
        expect(sums.right + sums.moved + about).toBe(sums.toCount)
      }),
      { numRuns: 300 },
    )
  })
  it('a second count by the same person is none', () => {
    const at = (round: 1 | 2, by: string) => ({ round, place: 'p', by })
    expect([...countedTwice([at(1, 'a'), at(2, 'a')])]).toEqual([])
    expect([...countedTwice([at(1, 'a'), at(2, 'b')])]).toEqual(['p'])
  })
})
