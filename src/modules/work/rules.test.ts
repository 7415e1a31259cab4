/** The steps of a request hold for every standing, not only for those that somebody thought of. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RequestState } from './contract.ts'
import {
  type Standing,
  isOver,
  daysLate,
  mayAccept,
  mayAssign,
  mayBeReviewer,
  mayPromise,
  mayReassign,
  mayReschedule,
  mayDecline,
  mayRestartClock,
  mayStart,
  mayStopClock,
  mayWithdraw,
} from './rules.ts'
import { en } from './texts.en.ts'

const person = fc.uuid()
const standing = fc.record<Standing>({
  state: fc.constantFrom(...RequestState.options),
  waiting: fc.boolean(),
  assignee: fc.option(person, { nil: null }),
  reviewer: fc.option(person, { nil: null }),
})
const acts = (r: Standing, actor: string) => [
  mayAccept(r),
  mayDecline(r),
  mayWithdraw(r),
  mayAssign(r),
  mayReassign(r),
  mayReschedule(r),
  mayStart(r, actor),
  mayStopClock(r),
  mayRestartClock(r),
]

describe('steps of a request', () => {
  test('once over, nothing moves it any more', () => {
    fc.assert(
      fc.property(standing, person, (r, actor) => {
        fc.pre(isOver(r))
        for (const verdict of acts(r, actor))
          expect(verdict).toMatchObject({ ok: false, code: 'work.request-over' })
      }),
    )
  })
  test('every no has its sentence, and every next step too', () => {
    fc.assert(
      fc.property(standing, person, (r, actor) => {
        for (const verdict of acts(r, actor)) {
          if (verdict.ok) continue
          expect(en).toHaveProperty([verdict.code])
          if (verdict.next) expect(en).toHaveProperty([verdict.next])
        }
      }),
    )
  })
  test('only the analyst to whom it is assigned starts it', () => {
    fc.assert(
      fc.property(standing, person, (r, actor) => {
        expect(mayStart(r, actor).ok).toBe(r.state === 'assigned' && r.assignee === actor)
      }),
    )
    expect(mayStart({ state: 'assigned', waiting: false, assignee: 'a', reviewer: null }, 'a').ok).toBe(true)
  })
  test('the clock stands or runs: exactly one of stop and restart is open while the request lives', () => {
    fc.assert(
      fc.property(standing, (r) => {
        fc.pre(!isOver(r))
        expect(mayStopClock(r).ok).not.toBe(mayRestartClock(r).ok)
      }),
    )
  })
  test('nothing is assigned before the section has accepted it', () => {
    fc.assert(
      fc.property(standing, (r) => {
        if (mayAssign(r).ok) expect(r.state).not.toBe('asked')
        if (mayAccept(r).ok) expect(mayAssign(r).ok).toBe(false)
      }),
    )
  })
  test('work is given once; taking it from somebody is another act', () => {
    fc.assert(fc.property(standing, (r) => !(mayAssign(r).ok && mayReassign(r).ok)))
    expect(mayReassign({ state: 'started', waiting: false, assignee: 'a', reviewer: null }).ok).toBe(true)
  })
  test('a promised day lies today or later', () => {
    expect(mayPromise(undefined, '2026-11-24').ok).toBe(true)
    expect(mayPromise('2026-11-24', '2026-11-24').ok).toBe(true)
    expect(mayPromise('2026-11-23', '2026-11-24')).toMatchObject({ code: 'work.day-has-passed' })
  })
})

describe('nobody reviews their own work', () => {
  test('whoever the two are, they are two (ISO/IEC 17025, 7.7)', () => {
    fc.assert(
      fc.property(person, fc.option(person, { nil: undefined }), (assignee, reviewer) => {
        expect(mayBeReviewer(assignee, assignee)).toMatchObject({
          ok: false,
          code: 'work.reviewer-is-author',
        })
        expect(mayBeReviewer(assignee, reviewer).ok).toBe(reviewer !== assignee)
      }),
    )
  })
})

describe('days late', () => {
  test.each([
    ['started', '2026-11-23', '2026-11-24', 1],
    ['started', '2026-11-24', '2026-11-24', 0],
    ['started', '2026-10-24', '2026-11-24', 31],
    ['completed', '2026-11-01', '2026-11-24', 0],
    ['asked', null, '2026-11-24', 0],
  ] as const)('%s, promised for %s, on %s: %s', (state, due, today, expected) => {
    expect(daysLate({ state, due_on: due }, today)).toBe(expected)
  })
})
