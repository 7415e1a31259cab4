/** Stories of accreditation: two standards in one engine, as the laboratory lists them; what the log holds for a clause, and what it lacks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attended, unitOf } from '../src/modules/scenes/examples.ts'
import { type Lab, type Said, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
  await lab.person('quinn', ['quality-manager'], { unit: null, name: 'Quinn Ical' })
  await lab.person('oscar', ['outside-reviewer'], { unit: null, name: 'Oscar Sho' })
  const list = { list: 'accreditation-clause' }
  await lab.arrange('catalogue.define-list', { ...list, en: 'Clause', es: 'Cláusula' })
  const clause = (code: string, en: string, data: object): Promise<unknown> =>
    lab.arrange('catalogue.define-code', { ...list, code, en, es: en, data })
  const inspection = { standard: 'ISO/IEC 17020:2012' }
  await clause('17020-7.3', 'Inspection records', {
    ...inspection,
    clause: '7.3',
    acts: ['scenes.mark-evidence', 'scenes.log-entry'],
  })
  await clause('17020-7.4', 'Inspection reports', {
    ...inspection,
    clause: '7.4',
    acts: ['scenes.sign-scene-record'],
  })
  await clause('17025-6.4', 'Equipment', {
    standard: 'ISO/IEC 17025:2017',
    clause: '6.4',
    acts: ['quality.record-calibration'],
    relied: ['equipment'],
  })
})
afterAll(() => lab?.close())
const evidence = async (who: string, input: Record<string, unknown> = {}): Promise<Said> =>
  (await lab.as(who).ask('quality.clause-evidence', input)).body

test('D49 what was done at scenes stands under the clauses of ISO/IEC 17020, and a clause that nothing shows stands out', async () => {
  const standard = 'ISO/IEC 17020:2012'
  const { attendance } = await attended(lab as never)
  await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '1', words: 'Case' })
  await lab.as('tessa').do('scenes.log-entry', { attendance, kind: 'note', why: 'Rain begins' })
  const before = await evidence('quinn', { standard })
  expect(before.standards).toEqual(['ISO/IEC 17020:2012', 'ISO/IEC 17025:2017'])
  expect(before.clauses.map((c: Said) => [c.clause, c.total])).toEqual([
    ['7.3', 2],
    ['7.4', 0],
  ])
  expect(before.clauses[0].acts[0]).toEqual({ action: 'scenes.mark-evidence', title: 'Set a mark', n: 1 })
  await lab.as('tessa').do('scenes.leave-scene', { attendance })
  await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
  expect((await evidence('quinn', { standard })).clauses[1].total).toBe(1)
  // The sums are of the whole service; which record it was, only whoever may see the case is told.
  await lab.arrange('cases.give-access', { case: await caseOf(attendance), principal: lab.as('quinn').id })
  const [records] = (await evidence('quinn', { standard })).clauses
  expect(records.entries[0]).toMatchObject({ by: 'Tessa Cal', subject: `scenes.attendance/${attendance}` })
  const outside = (await evidence('oscar', { standard })).clauses[0]
  expect([outside.total, outside.entries]).toEqual([2, []])
  const past = await evidence('quinn', { standard, from: '2025-01-01', until: '2025-12-31' })
  expect(past.clauses.map((c: Said) => c.total)).toEqual([0, 0])
})
const caseOf = async (attendance: string): Promise<string> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body.case.id

test('the second standard runs through the same engine, with what was relied on', async () => {
  const [equipment] = (await evidence('quinn', { standard: 'ISO/IEC 17025:2017' })).clauses
  expect(equipment).toMatchObject({ clause: '6.4', relied: 0, total: 0, last: null })
  const id = (
    await lab.arrange('quality.register-equipment', { code: 'BAL-1', kind: 'balance', name: 'Balance' })
  ).id
  await lab.arrange('quality.record-calibration', {
    equipment: id,
    outcome: 'passed',
    on: '2026-10-01',
    due: '2027-10-01',
    uncertainty: { value: '0.001', unit: 'g', k: '2' },
  })
  expect((await evidence('quinn', { standard: 'ISO/IEC 17025:2017' })).clauses[0].total).toBe(1)
})
