/** The rules of what may be said to a court, each with the case in which it must say no. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Grounds,
  type Reported,
  type Standing,
  codeFrom,
  grouped,
  mayAmend,
  mayChange,
  mayDeliver,
  mayIssue,
  mayReturn,
  mayReview,
  maySign,
  mayWithdraw,
  readCode,
  standsOn,
} from './rules.ts'

const draft: Standing = { state: 'draft', author: 'ana', reviewer: null }
const test = (technique: string, category: 'A' | 'B' | 'C', principle: string, sampling_no: number) => ({
  technique,
  category,
  principle,
  sampling_no,
  outcome: 'positive' as const,
  points_to: 'cannabis',
  confirmed: true,
})
const identity: Reported = {
  item: '2026-00001-1',
  kind: 'identity',
  substance: 'cannabis',
  reviewed: true,
  holds: true,
  tests: [
    test('macroscopy', 'B', 'macroscopy', 1),
    test('microscopy', 'B', 'microscopy', 2),
    test('duquenois', 'C', 'colour', 1),
  ],
}
const good: Grounds = {
  results: [identity],
  leftOut: [],
  unreviewed: [],
  unaccounted: [],
  unconfirmed: [],
  other: null,
  workers: [],
  technical: [],
  demo: false,
}
const code = (v: { ok: boolean; code?: string }): string => (v.ok ? 'yes' : (v.code ?? ''))

describe('what a certificate stands on', () => {
  it('is enough when everything is settled', () => expect(code(standsOn(good))).toBe('yes'))
  it.each([
    ['reports.nothing-to-report', { results: [] }],
    ['reports.result-not-reviewed', { unreviewed: ['1'] }],
    ['reports.result-left-out', { leftOut: ['1'] }],
    ['reports.runs-unaccounted', { unaccounted: ['W-0001/01'] }],
    ['reports.another-live', { other: '26-0004' }],
    ['reports.value-unconfirmed', { unconfirmed: ['cannabis-10g'] }],
    ['reports.result-corrected', { results: [{ ...identity, holds: false }] }],
    ['reports.result-not-reviewed', { results: [{ ...identity, reviewed: false }] }],
    [
      'reports.presumptive-as-identity',
      { results: [{ ...identity, tests: [test('duquenois', 'C', 'colour', 1)] }] },
    ],
  ] as const)('%s', (expected, more) =>
    expect(code(standsOn({ ...good, ...more } as Grounds))).toBe(expected),
  )
  it('a presumptive result may be reported as that', () =>
    expect(code(standsOn({ ...good, results: [{ ...identity, kind: 'presumptive', tests: [] }] }))).toBe(
      'yes',
    ))
  it('an unconfirmed value passes in a demonstration only', () =>
    expect(code(standsOn({ ...good, unconfirmed: ['x'], demo: true }))).toBe('yes'))
})

describe('who', () => {
  it('the author does not review', () =>
    expect(code(mayReview(draft, 'ana', good))).toBe('reports.reviewer-is-author'))
  it('whoever reviewed the work technically does not, where the laboratory wants another person', () => {
    expect(code(mayReview(draft, 'ben', { ...good, technical: ['ben'] }))).toBe(
      'reports.reviewer-reviewed-the-work',
    )
    expect(code(mayReview(draft, 'eve', { ...good, technical: ['ben'] }))).toBe('yes')
  })
  it('another does', () => expect(code(mayReview(draft, 'ben', good))).toBe('yes'))
  it('nobody whose work it is does, whoever drew it up, in whatever state it and its grounds are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.option(fc.uuid(), { nil: undefined }),
        fc.constantFrom(...(['draft', 'returned', 'reviewed', 'signed', 'issued'] as const)),
        fc.boolean(),
        (workers, at, author, state, settled) => {
          const actor = workers[at % workers.length] as string
          const v: Standing = { state, author: author ?? actor, reviewer: null }
          const g: Grounds = { ...good, workers, ...(settled ? {} : { leftOut: ['1'] }) }
          expect(mayReview(v, actor, g).ok).toBe(false)
          if (state === 'draft' && v.author !== actor)
            expect(code(mayReview(v, actor, g))).toBe('reports.reviewer-did-the-work')
          if (state === 'draft' && settled) expect(code(mayReview(v, 'somebody else', g))).toBe('yes')
        },
      ),
    )
  })
  it('whoever reviewed does not sign; the author may', () => {
    const reviewed: Standing = { ...draft, state: 'reviewed', reviewer: 'ben' }
    expect(code(maySign(reviewed, 'ben', good))).toBe('reports.signer-is-reviewer')
    expect(code(maySign(reviewed, 'ana', good))).toBe('yes')
  })
  it('nobody signs what nobody reviewed', () =>
    expect(code(maySign(draft, 'ana', good))).toBe('reports.not-reviewed'))
  it('only the author changes a draft, and not under the reviewer’s hand', () => {
    expect(code(mayChange(draft, 'ben'))).toBe('reports.not-the-author')
    expect(code(mayChange({ ...draft, state: 'reviewed', reviewer: 'ben' }, 'ana'))).toBe(
      'reports.under-review',
    )
    expect(code(mayChange({ ...draft, state: 'returned' }, 'ana'))).toBe('yes')
  })
  it('a returned draft waits for its author', () =>
    expect(code(mayReview({ ...draft, state: 'returned' }, 'ben', good))).toBe('reports.returned-waits'))
})

describe('when', () => {
  const at = (state: Standing['state']): Standing => ({ ...draft, state, reviewer: 'ben' })
  it('what is out does not change', () =>
    expect(
      [
        mayChange(at('issued'), 'ana'),
        mayReview(at('superseded'), 'ben', good),
        maySign(at('withdrawn'), 'ana', good),
        mayReturn(at('issued'), 'ben'),
        mayIssue(at('issued'), good),
      ].map(code),
    ).toEqual(Array(5).fill('reports.already-out')))
  it('only a signed paper is issued', () =>
    expect([mayIssue(at('reviewed'), good), mayIssue(at('signed'), good)].map(code)).toEqual([
      'reports.not-signed',
      'yes',
    ]))
  it('only an issued paper is delivered', () =>
    expect(
      [mayDeliver(at('signed')), mayDeliver(at('superseded')), mayDeliver(at('issued'))].map(code),
    ).toEqual(['reports.not-issued', 'reports.over', 'yes']))
  it('what was never issued is not amended or withdrawn', () =>
    expect([mayAmend(at('draft')), mayWithdraw(at('reviewed'))].map(code)).toEqual([
      'reports.not-issued',
      'reports.not-issued',
    ]))
  it('a withdrawn paper is answered by an amendment', () =>
    expect(code(mayAmend(at('withdrawn')))).toBe('yes'))
})

describe('codes', () => {
  it('are twelve signs that can be typed as they are read', () => {
    const made = codeFrom(Uint8Array.from({ length: 12 }, (_, i) => i * 21))
    expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(readCode(grouped(made).toLowerCase())).toBe(made)
    expect(readCode('o0il-1111 2222')).toBe('001111112222')
  })
  it('refuse what cannot be one', () =>
    expect(['', 'ABC', 'U'.repeat(12), '7F3K-9QXM-2VH'].map(readCode)).toEqual(Array(4).fill(undefined)))
})
