/** What makes an identification is held to the published scheme by known answers, and by properties that no set of tests may break. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type TestSeen,
  type WorksheetState,
  mayAccount,
  mayConcludeNegative,
  mayConcludePresumptive,
  mayIdentify,
  mayReview,
  mayVerify,
  mayWeigh,
  mayWrite,
} from './rules.ts'
import { bearsTheName, mayConfirm } from './confirming.ts'
import { en } from './texts.en.ts'

const seen = (
  technique: string,
  category: 'A' | 'B' | 'C',
  principle: string,
  sampling_no: number,
  more: Partial<TestSeen> = {},
): TestSeen => ({
  technique,
  category,
  principle,
  sampling_no,
  outcome: 'positive',
  points_to: 'cocaine',
  confirmed: category === 'A',
  ...more,
})

const ms = seen('gc-ms', 'A', 'mass-spectrometry', 1)
const infrared = seen('ftir', 'A', 'infrared', 2)
const colour = seen('scott', 'C', 'colour', 2)
const retention = seen('gc-rt', 'B', 'gas-chromatography', 1)
const plate = seen('tlc', 'B', 'planar-chromatography', 2)

describe('SWGDRUG Recommendations 8.1, IIIB: known answers', () => {
  test.each<[string, TestSeen[], string | true]>([
    ['category A and a colour test, two samplings', [ms, colour], true],
    ['two of category A by different principles', [ms, infrared], true],
    ['category A and B', [ms, plate], true],
    ['category A alone', [ms], 'results.second-technique-missing'],
    [
      'the same principle twice counts once',
      [ms, seen('lc-ms', 'A', 'mass-spectrometry', 2)],
      'results.second-technique-missing',
    ],
    ['without A: two uncorrelated B and a third', [retention, plate, colour], true],
    ['without A: two only', [retention, plate], 'results.category-a-missing'],
    [
      'without A: one B and two C',
      [retention, colour, seen('marquis', 'C', 'crystal', 1)],
      'results.category-a-missing',
    ],
    [
      'without A: two B of one principle',
      [retention, seen('gc-rt-2', 'B', 'gas-chromatography', 2), colour],
      'results.category-a-missing',
    ],
    ['colour tests alone', [colour, seen('marquis', 'C', 'colour', 1)], 'results.category-a-missing'],
    ['one sampling for everything', [ms, seen('scott', 'C', 'colour', 1)], 'results.second-sampling-missing'],
    [
      'a library proposed, nobody confirmed',
      [{ ...ms, confirmed: false }, colour],
      'results.nobody-confirmed',
    ],
    [
      'they point to something else',
      [seen('gc-ms', 'A', 'mass-spectrometry', 1, { points_to: 'heroin' }), colour],
      'results.category-a-missing',
    ],
    [
      'a selective test speaks against',
      [ms, colour, { ...plate, outcome: 'negative' }],
      'results.test-speaks-against',
    ],
    [
      'a negative test of another substance does not',
      [ms, colour, { ...plate, outcome: 'negative', points_to: 'heroin' }],
      true,
    ],
    ['nothing at all', [], 'results.category-a-missing'],
  ])('%s', (_name, tests, answer) => {
    const verdict = mayIdentify('cocaine', tests)
    expect(verdict.ok ? true : verdict.code).toBe(answer)
  })
})

const anyTest = fc.record<TestSeen>({
  technique: fc.constantFrom('gc-ms', 'ftir', 'tlc', 'gc-rt', 'scott', 'marquis'),
  category: fc.constantFrom('A', 'B', 'C'),
  principle: fc.constantFrom('mass-spectrometry', 'infrared', 'chromatography', 'colour', 'crystal'),
  sampling_no: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom('positive', 'negative', 'inconclusive'),
  points_to: fc.constantFrom('cocaine', 'heroin', null),
  confirmed: fc.boolean(),
})
const anyTests = fc.array(anyTest, { maxLength: 8 })

describe('a presumptive test never identifies', () => {
  test('however many tests of category C there are', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyTest.map((t): TestSeen => ({ ...t, category: 'C' })),
          { maxLength: 12 },
        ),
        (tests) => {
          expect(mayIdentify('cocaine', tests).ok).toBe(false)
        },
      ),
    )
  })
  test('an identification rests on two principles, two samplings, and on category A confirmed or two of B', () => {
    let identified = 0
    fc.assert(
      fc.property(
        fc.array(
          anyTest.map(
            (t): TestSeen => ({
              ...t,
              points_to: 'cocaine',
              outcome: t.outcome === 'negative' ? 'inconclusive' : t.outcome,
            }),
          ),
          { maxLength: 8 },
        ),
        (tests) => {
          if (!mayIdentify('cocaine', tests).ok) return
          identified += 1
          const positive = tests.filter((t) => t.outcome === 'positive')
          expect(new Set(positive.map((t) => t.principle)).size).toBeGreaterThanOrEqual(2)
          expect(new Set(positive.map((t) => t.sampling_no)).size).toBeGreaterThanOrEqual(2)
          expect(
            positive.some((t) => t.category === 'A' && t.confirmed) ||
              positive.filter((t) => t.category === 'B').length >= 2,
          ).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
    expect(identified).toBeGreaterThan(50)
  })
  test('what no person confirmed carries nothing: taking it away changes no yes into a no', () => {
    let identified = 0
    fc.assert(
      fc.property(anyTests, (tests) => {
        if (!mayIdentify('cocaine', tests).ok) return
        identified += 1
        expect(
          mayIdentify(
            'cocaine',
            tests.filter((t) => t.category !== 'A' || t.confirmed),
          ).ok,
        ).toBe(true)
      }),
      { numRuns: 20_000 },
    )
    expect(identified).toBeGreaterThan(20)
  })
  test('inconclusive tests carry nothing', () => {
    fc.assert(
      fc.property(anyTests, (tests) => {
        const none = tests.map((t): TestSeen => ({ ...t, outcome: 'inconclusive' }))
        expect(mayIdentify('cocaine', none).ok).toBe(false)
        expect(mayConcludePresumptive('cocaine', none).ok).toBe(false)
      }),
    )
  })
  test('identity and “nothing found” are never both open', () => {
    fc.assert(
      fc.property(anyTests, (tests) => {
        expect(mayIdentify('cocaine', tests).ok && mayConcludeNegative(tests).ok).toBe(false)
      }),
    )
  })
})

const states: WorksheetState[] = ['open', 'concluded', 'returned', 'reviewed']

describe('nobody reviews their own work', () => {
  test('in no state, with however many conclusions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.uuid(), fc.nat(20), (state, analyst, conclusions) => {
        expect(mayReview({ state, analyst, writers: [] }, analyst, conclusions)).toMatchObject({
          ok: false,
          code: 'results.reviewer-is-author',
        })
        expect(mayVerify({ by: analyst, kind: 'identity', workers: [] }, analyst).ok).toBe(false)
        expect(
          mayVerify({ by: 'another', kind: 'identity', workers: ['b', analyst] }, analyst),
        ).toMatchObject({
          ok: false,
          code: 'results.verifier-did-the-work',
        })
      }),
    )
  })
  test('who may write may not review, and the other way round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.uuid(),
        fc.uuid(),
        fc.nat(3),
        (state, analyst, actor, conclusions) => {
          expect(mayWrite({ state, analyst, answered: true }, actor).ok).toBe(false)
          expect(
            mayWrite({ state, analyst }, actor).ok &&
              mayReview({ state, analyst, writers: [] }, actor, conclusions).ok,
          ).toBe(false)
        },
      ),
    )
  })
  test('nor does anybody who wrote one row of it, or accounted for a run that was left behind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 7 }),
        fc.nat(),
        fc.nat(20),
        (state, writers, at, conclusions) => {
          const [analyst, ...others] = writers as [string, ...string[]]
          const actor = others[at % others.length] as string
          expect(mayReview({ state, analyst, writers }, actor, conclusions)).toMatchObject({
            ok: false,
            code: 'results.reviewer-wrote-here',
          })
          expect(mayReview({ state: 'concluded', analyst, writers }, 'somebody else', 1).ok).toBe(true)
          // The request in hand lets a colleague account for a run; that is the end of reviewing it.
          expect(mayAccount({ state: 'open', analyst }, actor, actor).ok).toBe(true)
        },
      ),
    )
  })
  test('another person reviews what is concluded, once', () => {
    expect(mayReview({ state: 'concluded', analyst: 'a', writers: ['a'] }, 'b', 1).ok).toBe(true)
    expect(mayReview({ state: 'concluded', analyst: 'a', writers: ['a'] }, 'b', 0)).toMatchObject({
      code: 'results.nothing-concluded',
    })
    expect(mayReview({ state: 'reviewed', analyst: 'a', writers: ['a'] }, 'b', 1)).toMatchObject({
      code: 'results.reviewed-already',
    })
    expect(mayReview({ state: 'returned', analyst: 'a', writers: ['a'] }, 'b', 1)).toMatchObject({
      code: 'results.returned-waits-for-analyst',
    })
  })
})

describe('weighings', () => {
  test('a parcel stands once: a second reading names the one that it corrects', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (parcels) => {
        const existing = parcels.map((parcel) => ({ id: `w${parcel}`, parcel }))
        expect(
          mayWeigh(
            [],
            parcels.map((parcel) => ({ parcel })),
          ).ok,
        ).toBe(true)
        expect(mayWeigh(existing, [{ parcel: parcels[0] as number }])).toMatchObject({
          code: 'results.parcel-weighed',
        })
        expect(
          mayWeigh(
            existing,
            existing.map((w) => ({ parcel: w.parcel, corrects: w.id })),
          ).ok,
        ).toBe(true)
        expect(
          mayWeigh(
            [],
            [...parcels, parcels[0] as number].map((parcel) => ({ parcel })),
          ),
        ).toMatchObject({ code: 'results.parcel-twice' })
      }),
    )
  })
})

test('every no has its sentence and its next step', () => {
  fc.assert(
    fc.property(anyTests, (tests) => {
      for (const verdict of [
        mayIdentify('cocaine', tests),
        mayConcludePresumptive('cocaine', tests),
        mayConcludeNegative(tests),
      ]) {
        if (verdict.ok) continue
        expect(en).toHaveProperty([verdict.code])
        if (verdict.next) expect(en).toHaveProperty([verdict.next])
      }
    }),
  )
})

describe('a person’s yes goes as far as the spectrum tells', () => {
  const cocaine = { en: 'Cocaine', es: 'Cocaína', cas: '50-36-2' }
  const hit = (name: string, cas: string | null = null, unmatched: number[] = []) => ({
    name,
    cas,
    unmatched,
  })
  const hits = [hit('Cocaine', '50-36-2'), hit('Cocaethylene', '529-38-4'), hit('Cocaine', '50-36-2')]
  const codeOf = (status: string, at: number, words?: string, of = hits, substance = cocaine) => {
    const verdict = mayConfirm({ status, hits: of }, at, substance, words, 'because')
    return verdict.ok ? true : verdict.code
  }
  test.each([
    ['distinguished', 0, undefined, true],
    ['distinguished', 2, undefined, true],
    ['distinguished', 1, 'I know better', 'results.told-to-be-another'],
    ['single', 1, 'I know better', 'results.told-to-be-another'],
    ['mixture', 0, undefined, 'results.mixture-unremarked'],
    ['mixture', 0, 'Separated on the second column', true],
    ['ambiguous', 0, 'I am sure', 'results.cannot-be-told-apart'],
    ['insufficient', 0, 'I am sure', 'results.cannot-be-told-apart'],
    ['no-match', 0, 'I am sure', 'results.cannot-be-told-apart'],
    ['a status of tomorrow', 0, 'I am sure', 'results.cannot-be-told-apart'],
    ['single', 7, 'x', 'results.no-such-hit'],
  ] as const)('%s, proposal %s, remark %s: %s', (status, at, words, answer) => {
    expect(codeOf(status, at, words)).toBe(answer)
  })
  test('an ion too many, or another name, asks for a remark', () => {
    expect(codeOf('single', 0, undefined, [hit('Cocaine', null, [149.02])])).toBe('results.unexplained-ions')
    const heroin = { en: 'Heroin (diamorphine)', es: 'Heroína (diamorfina)', cas: '561-27-3' }
    expect(codeOf('single', 0, undefined, hits, heroin)).toBe('results.named-otherwise')
    expect(codeOf('single', 0, 'It is', hits, heroin)).toBe(true)
  })
  test.each([
    ['Diacetylmorphine (Heroin)', null, true],
    ['Heroína', null, true],
    ['Codeine', null, false],
    ['Some other name', '561-27-3', true],
    ['Heroin', '50-36-2', false],
  ] as const)('%s with CAS %s is heroin: %s', (name, cas, answer) => {
    expect(
      bearsTheName(hit(name, cas), {
        en: 'Heroin (diamorphine)',
        es: 'Heroína (diamorfina)',
        cas: '561-27-3',
      }),
    ).toBe(answer)
  })
})
