/** The rules of custody by property: nothing grows, one holder, never from place to place; and the barcode's check. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '#kernel/quantity.ts'
import { barcodeOf, checkOf, readBarcode } from './things/barcode.ts'
import { findingsOf } from './things/findings.ts'
import { riverOf } from './things/river.ts'
import {
  decideExpected,
  decideNet,
  decideWeight,
  mayAnswer,
  mayDispatch,
  mayHandOver,
  mayLeave,
  mayRetrieve,
  mayStore,
  mayTake,
  type Standing,
} from './rules.ts'
import type { ChainFacts, EventFact } from './things/store/chain.ts'

const people = ['ana', 'ben', 'cel']
const holder = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constantFrom('person' as const, 'place' as const, 'carrier' as const),
    id: fc.constantFrom(...people, 'shelf'),
    name: fc.string(),
  }),
)
const standing: fc.Arbitrary<Standing> = fc.record({
  id: fc.constant('x'),
  number: fc.constant('2026-00417-3'),
  state: fc.constantFrom(
    'received',
    'held',
    'stored',
    'in-transit',
    'at-court',
    'missing',
    'returned',
    'consumed',
    'void',
    'disposed',
  ),
  holder,
  packed_in: fc.option(fc.constant('box')),
  seals: fc.array(fc.string(), { maxLength: 2 }),
  hazards: fc.subarray(['live-round', 'sharps']),
  near_hazards: fc.subarray(['live-round', 'sharps']),
  offered_to: fc.option(fc.record({ id: fc.constantFrom(...people), name: fc.string() })),
})
const grams = fc.integer({ min: 0, max: 10_000_000 }).map((n) => exact(n).dividedBy(1000).toFixed(3))

describe('one holder', () => {
  it('only the hand that has it hands over, stores or dispatches', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...people), fc.constantFrom(...people), (item, me, to) => {
        const mine = item.holder?.kind === 'person' && item.holder.id === me
        for (const verdict of [
          mayHandOver(item, me, to),
          mayStore(item, me),
          mayDispatch(item, me),
          mayLeave(item, me, []),
        ])
          if (verdict.ok) expect(mine).toBe(true)
      }),
    )
  })
  it('of all people at most one may hand a thing over', () => {
    fc.assert(
      fc.property(standing, (item) => {
        expect(people.filter((p) => mayHandOver(item, p, 'somebody-else').ok).length).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('never from place to place: in a store it cannot be stored, out of a store it cannot be handed over', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...people), (item, me) => {
        if (item.holder?.kind !== 'place') return
        expect(mayStore(item, me).ok).toBe(false)
        expect(mayHandOver(item, me, 'ben2').ok).toBe(false)
      }),
    )
  })
  it('only from a place is taken out, and only by the one it was offered to accepted', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...people), fc.constantFrom(...people), (item, me, to) => {
        if (mayRetrieve(item, true).ok) expect(item.holder?.kind).toBe('place')
        expect(mayRetrieve(item, false).ok).toBe(false)
        if (mayAnswer(item, me, { to_person: to, hand_over: 'h' }, 'h').ok) expect(me).toBe(to)
        expect(mayAnswer(item, me, undefined, 'h').ok).toBe(false)
      }),
    )
  })
  it('what is packed, offered, ended or missing does not go', () => {
    fc.assert(
      fc.property(standing, (item) => {
        if (
          item.packed_in !== null ||
          item.offered_to !== null ||
          ['missing', 'returned', 'consumed', 'void', 'disposed'].includes(item.state)
        )
          expect(mayHandOver(item, 'ana', 'ben').ok).toBe(false)
      }),
    )
  })
  it('a hold that stands keeps a thing here', () => {
    fc.assert(
      fc.property(standing, (item) => {
        expect(mayLeave(item, 'ana', ['request R-1183 is open']).ok).toBe(false)
      }),
    )
  })
})

describe('nothing grows', () => {
  it('what is expected is never more than was weighed', () => {
    fc.assert(
      fc.property(grams, fc.array(grams, { maxLength: 6 }), (net, taken) => {
        const left = decideExpected(
          { value: net, unit: 'g' },
          taken.map((value) => ({ value, unit: 'g' })),
        )
        expect(exact(left?.value ?? '0').lte(exact(net))).toBe(true)
        expect(exact(left?.value ?? '0').isNegative()).toBe(false)
      }),
    )
  })
  it('no more is taken than there is, in whatever unit', () => {
    fc.assert(
      fc.property(grams, grams, fc.constantFrom('g', 'mg', 'kg'), (left, wanted, unit) => {
        const item = {
          id: 'x',
          number: 'n',
          state: 'held',
          holder: null,
          packed_in: null,
          seals: [],
          hazards: [],
          near_hazards: [],
          offered_to: null,
        }
        const factor = { g: '1', mg: '0.001', kg: '1000' }[unit]
        expect(mayTake(item, { value: wanted, unit }, { value: left, unit: 'g' }).ok).toBe(
          exact(wanted)
            .times(factor ?? '1')
            .lte(exact(left)),
        )
      }),
    )
  })
  it('a weight within tolerance agrees, one beyond is told, and which way', () => {
    fc.assert(
      fc.property(grams, grams, (a, b) => {
        const verdict = decideWeight({ value: a, unit: 'g' }, { value: b, unit: 'g' }, '0.01')
        const d = exact(a).minus(exact(b))
        expect(verdict).toBe(d.abs().lte('0.01') ? 'agrees' : d.isPositive() ? 'grew' : 'lost')
      }),
    )
  })
  it('net is gross less tare with the scale’s own figures; a tare above the gross is no weight', () => {
    expect(decideNet({ gross: '14.88', tare: '1.10' })).toEqual({ net: '13.78' })
    expect(decideNet({ gross: '10.00', tare: null })).toEqual({ net: '10.00' })
    expect(decideNet({ gross: '1', tare: '2' })).toEqual({ wrong: 'evidence.tare-above-gross' })
  })
})

describe('barcodes', () => {
  it('are read back as printed; one wrong character is not read as another thing', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 2, max: 13 }),
        fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')),
        (id, at, c) => {
          const code = barcodeOf(id)
          expect(readBarcode(code.toLowerCase())).toBe(code)
          if (code[at] !== c) expect(readBarcode(`${code.slice(0, at)}${c}${code.slice(at + 1)}`)).toBe(null)
        },
      ),
    )
  })
  it('the check character is that of ISO 7064, MOD 37,36', () => {
    expect(checkOf('A12425GABC1234002')).toBe('M')
  })
})

describe('findings and river', () => {
  const event = (seq: number, at: number, gave: number, from: string | null, to: string): EventFact => ({
    id: `e${seq}`,
    seq,
    kind: 'accepted',
    state: 'held',
    from: from ? { kind: 'person', id: from, name: from, where: null } : null,
    to: { kind: 'person', id: to, name: to, where: null },
    gave_at: new Date(gave).toISOString(),
    at: new Date(at).toISOString(),
    recorded_at: new Date(at).toISOString(),
    gave_by: from,
    took_by: to,
    gave_sign: null,
    took_sign: null,
    witness_name: null,
    hand_over: null,
    consignment: null,
    due_at: null,
    purpose: null,
    words: null,
  })
  const facts = (events: EventFact[]): ChainFacts => ({
    events,
    corrections: [],
    seals_of: [],
    weighings: [],
    taken: [],
    packaging: [],
    discrepancies: [],
    explanations: [],
    cash: [],
  })
  const say = (key: string): string => key
  it('a chain that joins has no finding and one present band; any hole of more than five minutes is found', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            stay: fc.integer({ min: 60_000, max: 9e7 }),
            hole: fc.constantFrom(0, 0, 0, 3_600_000),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (hands) => {
          let t = Date.UTC(2026, 10, 2)
          let holes = 0
          const events: EventFact[] = []
          hands.forEach((h, i) => {
            const gave = t
            const took = t + (i > 0 ? h.hole : 0)
            if (took !== gave) holes += 1
            events.push(event(i + 1, took, gave, i > 0 ? `p${i - 1}` : null, `p${i}`))
            t = took + h.stay
          })
          expect(findingsOf(facts(events), say).filter((f) => f.kind === 'gap')).toHaveLength(holes)
          const river = riverOf(facts(events), new Date(t).toISOString())
          expect(river.bands.filter((b) => b.present)).toHaveLength(1)
          expect(river.lanes).toHaveLength(hands.length)
        },
      ),
    )
  })
  it('times out of order and a giver who did not have it are told', () => {
    const day = Date.UTC(2026, 10, 2)
    const kinds = findingsOf(
      facts([event(1, day, day, null, 'ana'), event(2, day - 1000, day - 1000, 'ben', 'cel')]),
      say,
    ).map((f) => f.kind)
    expect(kinds).toEqual(['order', 'two-holders'])
  })
})
