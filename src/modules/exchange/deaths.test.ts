/** Deaths of earlier registers: each row a case and the death under it, counted by year and manner as the register counts them. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { systemActor } from '../../identity/authority.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, needs, realFolder } from '../../../test/needs.ts'
import { officeOf } from '../death/examples.ts'
import { importFile } from './public.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  for (const [list, code] of [
    ['case-type', 'death'],
    ['number-kind', 'post-mortem'],
    ['manner', 'undetermined'],
    ['manner', 'pending'],
    ['means', 'firearm'],
  ] as const) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab
      .arrange('catalogue.define-code', { list, code, en: code, es: code, data: {} })
      .catch(() => undefined)
  }
}, 60_000)
afterAll(() => lab.close())
const guide = new URL('../../../docs/guide/maps/milwaukee-deaths.yaml', import.meta.url)
const mapOf = async (): Promise<unknown> => parse(await readFile(guide, 'utf8'))
const tallied = async (cause?: string) =>
  (await lab.as('delia').ask('death.tally', cause ? { cause } : {})).body.items as {
    year: string
    manner: { code: string } | null
    n: number
    male: number
  }[]
const countsOf = async (year: string, cause?: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await tallied(cause)).filter((r) => r.year === year).map((r) => [r.manner?.code ?? 'none', r.n]),
  )

const head =
  'CaseNum_STR,CaseNum,DeathDate,EventDate,Age,Gender,Race,Mode,CauseA,CauseOther,DeathType,DeathSubType,CaseType,DeathAddr,DeathCity,DeathZip,DeathState,Death Location'
test('a small register of our own: ages in months, a manner that nobody gave, a line that breaks; twice the same', async () => {
  const rows = [
    head,
    '1,99-1,1999-03-01,03/01/99,3 Months 12 Days,Male,X,Undetermined,Sudden death in infancy,"First line\nsecond line",,,Exam,1 Street,Town,0,WI,Town',
    '2,99-2,1999-03-02,,55 Years,Female,X,Natural,Coronary atherosclerosis,,,,Exam,2 Street,Town,0,WI,Town',
    '3,99-3,1999-03-03,,,Male,X,,Gunshot wound of head,,,,Exam,3 Street,Town,0,WI,Town',
  ].join('\n')
  const run = async () =>
    importFile(lab.ground, systemActor, {
      kind: 'deaths',
      bytes: Buffer.from(rows),
      map: await mapOf(),
      fileName: 'register.csv',
    })
  expect(await run()).toMatchObject({ in: 3, created: 3, matched: 0, rejected: 0 })
  expect(await run()).toMatchObject({ in: 3, created: 0, matched: 3, rejected: 0 })
  expect(await countsOf('1999')).toEqual({ undetermined: 1, natural: 1, none: 1 })
  const { items } = (await lab.as('delia').ask('death.calls', { q: 'MKE-99-1' })).body
  const file = (await lab.as('delia').ask('death.get-death', { death: items[0].id })).body
  expect(file).toMatchObject({
    number: 'MKE-99-1',
    minor: true,
    age: { value: 3, unit: 'months' },
    manner: { code: 'undetermined' },
    caseNumber: 'MKE-99-1',
    causes: [{ status: 'final', lines: [{ text: 'Sudden death in infancy', intervalAbsent: 'unknown' }] }],
  })
  // Who died long ago lies in no place of the morgue.
  expect((await lab.as('delia').ask('death.morgue-board')).body.elsewhere).toEqual([])
}, 60_000)

describe('the register of Milwaukee', () => {
  needs(realFolder, REAL_FILES)
  const known: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    '2022': { natural: 2452, accident: 1160, homicide: 246, suicide: 133, undetermined: 80, none: 2 },
    '2023': { natural: 1767, accident: 1103, homicide: 201, suicide: 117, undetermined: 78, none: 2 },
    '2024': { natural: 1700, accident: 925, homicide: 177, suicide: 101, undetermined: 56 },
  }
  test('H53 three years come in as deaths, counted by year and manner exactly', async () => {
    for (const year of ['2022', '2023', '2024']) {
      const receipt = await importFile(lab.ground, systemActor, {
        kind: 'deaths',
        bytes: gunzipSync(await readFile(`${realFolder ?? ''}/mdi/milwaukee-me-${year}.csv.gz`)),
        map: await mapOf(),
        fileName: `milwaukee-me-${year}.csv`,
      })
      expect(receipt.created).toBe(Object.values(known[year] ?? {}).reduce((a, b) => a + b, 0))
      expect(await countsOf(year)).toEqual(known[year])
    }
    expect((await tallied()).find((r) => r.year === '2022' && r.manner?.code === 'homicide')?.male).toBe(189)
    const doubts = (await lab.as('delia').ask('death.doubts')).body.items
    expect(doubts.length).toBeGreaterThan(100)
  }, 240_000)
})
