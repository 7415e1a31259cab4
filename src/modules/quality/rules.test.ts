import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayBefore,
  deviationStands,
  judgeEquipment,
  judgeLot,
  judgePerson,
  mayApproveDeviation,
  mayIssue,
  officeOf,
  standingOf,
} from './rules.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const balance = {
  code: 'BAL-03',
  name: 'Balance',
  state: 'in-service',
  state_why: null,
  calibrated: true,
  calibration: 'c',
  outcome: 'passed',
  due_on: '2026-11-02',
}

test('a balance may be used on its last day and never after it', () => {
  fc.assert(
    fc.property(day, day, (due, today) => {
      expect(judgeEquipment({ ...balance, due_on: due }, today).verdict.ok).toBe(today <= due)
    }),
  )
  expect(judgeEquipment({ ...balance, due_on: '2026-11-01' }, '2026-11-02')).toMatchObject({
    verdict: { code: 'quality.calibration-overdue', next: 'quality.next-calibrate' },
    liftable: true,
  })
})

test('what is out of service, failed or never calibrated is refused whatever the day, and nothing lifts that', () => {
  expect(
    judgeEquipment({ ...balance, state: 'out-of-service', state_why: 'Drifts' }, '2026-01-01'),
  ).toMatchObject({ verdict: { code: 'quality.out-of-service' }, liftable: false })
  expect(judgeEquipment({ ...balance, outcome: 'failed' }, '2026-01-01')).toMatchObject({
    verdict: { code: 'quality.calibration-failed' },
    liftable: false,
  })
  expect(judgeEquipment({ ...balance, calibration: null }, '2026-01-01')).toMatchObject({
    verdict: { code: 'quality.never-calibrated' },
    liftable: false,
  })
  expect(
    judgeEquipment({ ...balance, calibrated: false, calibration: null, due_on: null }, '2026-01-01').verdict
      .ok,
  ).toBe(true)
})

test('a board says soon before it says late', () => {
  expect(standingOf(balance, '2026-09-01')).toBe('ready')
  expect(standingOf(balance, '2026-10-20')).toBe('due-soon')
  expect(standingOf(balance, '2026-11-03')).toBe('overdue')
})

test('a lot is used only verified, only before it expires', () => {
  const lot = { number: 'L1', name: 'Marquis', state: 'verified', state_why: null, expires_on: '2026-11-02' }
  expect(judgeLot(lot, '2026-11-02').verdict.ok).toBe(true)
  expect(judgeLot(lot, '2026-11-03').verdict).toMatchObject({ code: 'quality.lot-expired' })
  for (const state of ['received', 'rejected', 'withdrawn'])
    expect(judgeLot({ ...lot, state }, '2026-01-01')).toMatchObject({
      verdict: { ok: false },
      liftable: false,
    })
})

test('a person may do a method exactly on the days of an authorisation', () => {
  fc.assert(
    fc.property(day, day, day, (from, until, today) => {
      expect(judgePerson('A', 'M', 'analyst', [{ from_on: from, until_on: until }], today).verdict.ok).toBe(
        from <= today && today <= until,
      )
    }),
  )
  expect(
    judgePerson('A', 'M', 'analyst', [{ from_on: '2020-01-01', until_on: '2021-01-01' }], '2026-01-01')
      .verdict,
  ).toMatchObject({ code: 'quality.authorisation-ended', values: { until: '2021-01-01' } })
})

test('a deviation needs two people of two offices', () => {
  const none = { director: null, quality_manager: null, ended: false, until_on: '2026-12-31' }
  const half = { ...none, director: 'dora' }
  expect(
    mayApproveDeviation(half, { person: 'dora', office: 'quality-manager' }, '2026-11-02'),
  ).toMatchObject({ code: 'quality.deviation-two-people' })
  expect(mayApproveDeviation(half, { person: 'mia', office: 'director' }, '2026-11-02')).toMatchObject({
    code: 'quality.deviation-approved-already',
  })
  expect(mayApproveDeviation(half, { person: 'quinn', office: 'quality-manager' }, '2026-11-02').ok).toBe(
    true,
  )
  expect(officeOf(['director', 'quality-manager'], half)).toBe('quality-manager')
  expect(deviationStands(half, '2026-11-02')).toBe(false)
  expect(deviationStands({ ...half, quality_manager: 'quinn' }, '2026-11-02')).toBe(true)
  expect(deviationStands({ ...half, quality_manager: 'quinn' }, '2027-01-01')).toBe(false)
})

test('a worksheet names techniques that are there, and no key twice', () => {
  const steps = [{ key: 'a', technique: 'gc', fields: [] }]
  expect(mayIssue({ steps }, [{ key: 'gc' }]).ok).toBe(true)
  expect(mayIssue({ steps }, [])).toMatchObject({ code: 'quality.no-such-technique' })
  expect(mayIssue({ steps: [...steps, ...steps] }, [{ key: 'gc' }])).toMatchObject({
    code: 'quality.key-twice',
  })
  expect(mayIssue({ steps: [{ key: 'a', fields: [{ key: 'f', type: 'choice' }] }] }, [])).toMatchObject({
    code: 'quality.choice-without-choices',
  })
})

test('the day before the first of March knows leap years', () => {
  expect(dayBefore('2028-03-01')).toBe('2028-02-29')
  expect(dayBefore('2027-03-01')).toBe('2027-02-28')
})
