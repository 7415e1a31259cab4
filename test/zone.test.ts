/** The clock of the laboratory's definition is the clock of every paper and screen; another laboratory, another clock. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeZone } from '../src/app/zone.ts'
import { dayOfInstant, instantAt, setServiceZone } from '../src/kernel/calendar.ts'
import { when } from '../src/modules/evidence/things/form.ts'
import { momentOf, zoneName } from '../src/modules/reports/paper-dates.ts'
import { showInstant } from '../src/ui/show.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('administrator', ['administrator'], { unit: null })
})
afterAll(async () => {
  await lab.close()
  setServiceZone('America/Belize')
})

const evening = '2026-11-03T02:30:00.000Z'
const everywhere = (): string[] => [
  dayOfInstant(evening),
  showInstant(evening),
  momentOf(evening),
  when(evening, 'es').replace(',', ''),
  zoneName(evening),
]
const define = (zone: string) =>
  lab.as('administrator').do(
    'catalogue.define-numbering',
    {
      key: 'case',
      en: 'Numbers of cases',
      es: 'Números de caso',
      numbering: { pattern: 'C-{yyyy}-{0000}', reset: 'year', zone },
    },
    { stepUp: true, reason: 'a laboratory' },
  )

test('each laboratory has its own clock, on screens as on papers', async () => {
  await define('America/Belize')
  expect(await takeZone(lab.ground)).toBe('America/Belize')
  expect(everywhere()).toEqual([
    '2026-11-02',
    '02/11/2026 20:30',
    '02/11/2026 20:30',
    '02/11/2026 20:30',
    'UTC−06:00',
  ])
  await define('Asia/Manila')
  expect(await takeZone(lab.ground)).toBe('Asia/Manila')
  expect(everywhere()).toEqual([
    '2026-11-03',
    '03/11/2026 10:30',
    '03/11/2026 10:30',
    '03/11/2026 10:30',
    'UTC+08:00',
  ])
})

test('a day and a time become the instant at which the clock there shows them, also where clocks change', () => {
  setServiceZone('America/Belize')
  expect(instantAt('2026-11-02', '20:30')).toBe('2026-11-03T02:30:00.000Z')
  setServiceZone('America/Toronto')
  expect(instantAt('2026-07-01', '12:00')).toBe('2026-07-01T16:00:00.000Z')
  expect(instantAt('2026-12-01', '12:00')).toBe('2026-12-01T17:00:00.000Z')
  expect(instantAt('2026-11-01', '23:59:59')).toBe('2026-11-02T04:59:59.000Z')
})
