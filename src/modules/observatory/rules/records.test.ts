/** Records of single people, by property: whatever the people, each record looks like enough others, and no group agrees in what is sensitive. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Person, NOT_RELEASED, anonymised, changesOf, groupsOf } from './records.ts'

const one = (...codes: string[]) => fc.constantFrom(...codes)
const body = fc.record({
  year: one('2023', '2024'),
  quarter: one('2024-Q1', '2024-Q2', 'unknown'),
  month: one('2024-01', '2024-02', '2024-05'),
  district: one('A', 'B', 'C', 'D'),
  settlement: one('a', 'b', 'c', 'd', 'e', 'f'),
  sex: one('male', 'female'),
  ageBand: one('0-17', '18-34', '35-59', '60+'),
  minor: one('yes', 'no'),
  section: one('01', '03'),
  iccs: one('0101', '0102', '0301'),
  relationship: one('partner', 'stranger', 'not-yet-determined'),
  drugs: fc.subarray(['cocaine', 'fentanyl', 'ethanol']),
})
const crowd = fc
  .array(body, { maxLength: 120 })
  .map((bodies): Person[] => bodies.map((b, i) => ({ key: `k${i}`, body: b })))
const policy = { k: 5, l: 2, diverse: ['relationship', 'drugs'] }

describe('records of single people', () => {
  it('of any crowd each record that leaves looks like four others at least; the rest is held back and counted', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const { released, held } = anonymised(people, policy)
        for (const group of groupsOf(
          released,
          (r) => r.body,
          (r) => r.cohort,
        ))
          expect(group.length).toBeGreaterThanOrEqual(5)
        expect(released.length + held).toBe(people.length)
        expect(held).toBeLessThan(5)
      }),
      { numRuns: 200 },
    )
  })

  it('no group agrees in what is sensitive: what all of them share is not told of any', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        for (const group of groupsOf(
          anonymised(people, policy).released,
          (r) => r.body,
          (r) => r.cohort,
        ))
          for (const field of policy.diverse) {
            const values = new Set(group.map((r) => JSON.stringify(r.body[field])))
            const [only] = values
            if (values.size === 1)
              expect([NOT_RELEASED, 'not-yet-determined', '[]']).toContain(
                JSON.parse(only ?? '""').length === 0 ? '[]' : JSON.parse(only ?? '""'),
              )
          }
      }),
      { numRuns: 200 },
    )
  })

  it('what is told is what was known, or nothing: no value is made up', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const known = new Map(people.map((p) => [p.key, p.body]))
        for (const { key, body: told } of anonymised(people, policy).released)
          for (const [field, value] of Object.entries(told))
            expect([JSON.stringify(known.get(key)?.[field]), JSON.stringify(NOT_RELEASED)]).toContain(
              JSON.stringify(value),
            )
      }),
      { numRuns: 100 },
    )
  })

  it('a naive cut would lay people open: the same crowd as it stands has groups of one', () => {
    const people: Person[] = Array.from({ length: 40 }, (_, i) => ({
      key: `k${i}`,
      body: {
        year: '2024',
        month: `2024-${String((i % 12) + 1).padStart(2, '0')}`,
        district: 'ABCD'[i % 4] ?? 'A',
        sex: 'male',
        settlement: `s${i}`,
      },
    }))
    expect(
      groupsOf(
        people,
        (p) => p.body,
        (p) => p.cohort,
      ).some((g) => g.length === 1),
    ).toBe(true)
    expect(
      groupsOf(
        anonymised(people, policy).released,
        (p) => p.body,
        (p) => p.cohort,
      ).every((g) => g.length >= 5),
    ).toBe(true)
  })

  it('who came later stands among those who came later: whoever knows when somebody was recorded finds five alike, or nobody', () => {
    fc.assert(
      fc.property(
        crowd,
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 120, maxLength: 120 }),
        (people, cohorts) => {
          const { released } = anonymised(
            people.map((p, i) => ({ ...p, cohort: cohorts[i] ?? 1 })),
            policy,
          )
          for (const cohort of [1, 2, 3])
            for (const group of groupsOf(
              released.filter((r) => r.cohort === cohort),
              (r) => r.body,
              () => 0,
            ))
              expect(group.length).toBeGreaterThanOrEqual(5)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('whom the receiver has is not withdrawn because another was: of five told alike one goes, the four stay', () => {
    fc.assert(
      fc.property(crowd, fc.nat(), (people, which) => {
        const all = people.map((p) => ({ ...p, cohort: 1 }))
        const first = new Set(anonymised(all, policy).released.map((r) => r.key))
        const gone = all[which % Math.max(1, all.length)]?.key
        const rest = all.filter((p) => p.key !== gone)
        const { released } = anonymised(rest, policy, (p) => first.has(p.key))
        const here = new Set(released.map((r) => r.key))
        if ([...first].filter((k) => k !== gone).length >= 5)
          for (const key of first) if (key !== gone) expect(here.has(key)).toBe(true)
        for (const group of groupsOf(
          released,
          (r) => r.body,
          (r) => r.cohort,
        ))
          expect(group.length).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 200 },
    )
  })

  it('what follows from something hidden is hidden with it: no class, no attempt', () => {
    const people: Person[] = Array.from({ length: 12 }, (_, i) => ({
      key: `k${i}`,
      body: { year: '2024', section: '01', iccs: i < 2 ? '0102' : '0101', attempted: i < 2 ? 'yes' : 'no' },
    }))
    for (const { body: told } of anonymised(people, policy).released)
      if (told.iccs === NOT_RELEASED) expect(told.attempted).toBe(NOT_RELEASED)
    expect(anonymised(people.slice(0, 6), policy).released.map((r) => r.body.attempted)).toEqual(
      Array.from({ length: 6 }, () => NOT_RELEASED),
    )
  })

  it('a batch against the one before: new, revised with the next number, the same, withdrawn, and back again', () => {
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
    const first = changesOf(
      [
        { key: 'a', body: { sex: 'male' } },
        { key: 'b', body: { sex: 'male' } },
      ],
      [],
      same,
    )
    expect(first.map((c) => [c.key, c.revision, c.change])).toEqual([
      ['a', 1, 'new'],
      ['b', 1, 'new'],
    ])
    const told = first.map((c) => ({ ...c, gone: false }))
    const second = changesOf([{ key: 'a', body: { sex: 'female' } }], told, same)
    expect(second.map((c) => [c.key, c.revision, c.change])).toEqual([
      ['a', 2, 'revised'],
      ['b', 2, 'withdrawn'],
    ])
    const third = changesOf(
      [{ key: 'b', body: { sex: 'male' } }],
      second.map((c) => ({ ...c, gone: c.change === 'withdrawn' })),
      same,
    )
    expect(third.map((c) => [c.key, c.revision, c.change])).toEqual([
      ['a', 3, 'withdrawn'],
      ['b', 3, 'revised'],
    ])
  })
})
