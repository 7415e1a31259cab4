/** Real registers through import, the kept sums, an indicator and the API, against answers that other tools computed. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { growTree } from '#ledger/sequencer.ts'
import { importFile } from '#modules/exchange/public.ts'
import { officeOf } from '#modules/death/examples.ts'
import { systemActor } from '../../identity/authority.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, needs, realFolder } from '../../../test/needs.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    'case-type': [['death'], ['homicide']],
    'number-kind': [['post-mortem']],
    manner: [['undetermined'], ['pending']],
    means: [['strangulation'], ['explosive'], ['drowning'], ['poison']],
    drug: [['heroin'], ['cocaine'], ['fentanyl'], ['oxycodone'], ['ethanol'], ['methadone']],
  })
  await lab.person('director', ['director'], { unit: null })
}, 60_000)
afterAll(() => lab?.close())

const file = (path: string): Promise<Buffer> => readFile(`${realFolder ?? ''}/${path}`)
async function bring(kind: string, map: string, path: string): Promise<void> {
  const bytes = await file(path)
  const { created, rejected } = await importFile(lab.ground, systemActor, {
    kind,
    bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    map: parse(await readFile(new URL(`../../../docs/guide/maps/${map}.yaml`, import.meta.url), 'utf8')),
    fileName: path.split('/').at(-1) ?? path,
  })
  expect([created > 0, rejected]).toEqual([true, 0])
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const cube = async (ask: Record<string, string>): Promise<Record<string, number>> => {
  const { rows, cells } = (await lab.as('director').ask('observatory.cube', ask)).body
  return Object.fromEntries(rows.map((r: { code: string }, i: number) => [r.code, Number(cells[i][0])]))
}

describe('known answers, from a file to the API', () => {
  needs(realFolder, REAL_FILES)
  const manners: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    '2022': {
      natural: 2452,
      accident: 1160,
      homicide: 246,
      suicide: 133,
      undetermined: 80,
      'not-yet-determined': 2,
    },
    '2023': {
      natural: 1767,
      accident: 1103,
      homicide: 201,
      suicide: 117,
      undetermined: 78,
      'not-yet-determined': 2,
    },
    '2024': { natural: 1700, accident: 925, homicide: 177, suicide: 101, undetermined: 56 },
  }
  test('Milwaukee: three years of deaths by manner, by means and by examination, exactly', async () => {
    for (const year of Object.keys(manners))
      await bring('deaths', 'milwaukee-deaths', `mdi/milwaukee-me-${year}.csv.gz`)
    for (const [year, known] of Object.entries(manners))
      expect(await cube({ dataset: 'deaths', rows: 'manner', where: `year:${year}` })).toEqual(known)
    const shot = await cube({ dataset: 'deaths', rows: 'year', where: 'manner:homicide;means:firearm' })
    expect(shot).toEqual({ '2022': 145, '2023': 114, '2024': 123 })
    expect(await cube({ dataset: 'deaths', rows: 'sex', where: 'year:2022;manner:homicide' })).toMatchObject({
      male: 189,
    })
    expect(await cube({ dataset: 'deaths', rows: 'autopsy', where: 'year:2022' })).toMatchObject({
      full: 1269,
      external: 156,
      none: 1062,
    })
  }, 300_000)

  test('Connecticut: which substances, and which beside which, in 5,105 deaths', async () => {
    await bring('deaths', 'connecticut-drug-deaths', 'mdi/connecticut-drug-deaths-2012-2018.csv.gz')
    const years = '2012,2013,2014,2015,2016,2017,2018'
    const found = await cube({ dataset: 'deaths', rows: 'drugs', where: 'origin:imported;means:poison' })
    expect(found).toMatchObject({
      heroin: 2529,
      fentanyl: 2228,
      cocaine: 1521,
      ethanol: 1247,
      oxycodone: 607,
      methadone: 474,
    })
    const pairs = (
      await lab.as('director').ask('observatory.cube', {
        dataset: 'deaths',
        rows: 'drugs',
        columns: 'withDrug',
        where: 'means:poison',
      })
    ).body
    const at = (codes: { code: string }[], code: string): number => codes.findIndex((c) => c.code === code)
    expect(pairs.cells[at(pairs.rows, 'fentanyl')][at(pairs.columns, 'cocaine')]).toBe('704')
    // A sum counts each of the dead once, however many substances were found.
    expect(pairs.cells.at(-1).at(-1)).toBe('5105')
    expect(
      Object.values(await cube({ dataset: 'deaths', rows: 'year', where: `means:poison;year:${years}` })),
    ).toEqual([355, 490, 558, 727, 917, 1038, 1018])
    expect(
      await cube({ dataset: 'deaths', rows: 'sex', where: 'means:poison;drugs:fentanyl;withDrug:cocaine' }),
    ).toBeTruthy()
  }, 300_000)

  test('Medellín: 9,360 victims by sex and by weapon', async () => {
    await bring('cases', 'medellin-homicides', 'crime/medellin_homicides.csv')
    expect(await cube({ rows: 'sex', where: 'iccs:0101' })).toEqual({ male: 8656, female: 704 })
    expect(await cube({ rows: 'means', where: 'iccs:0101' })).toEqual({
      firearm: 7141,
      sharp: 1577,
      blunt: 230,
      strangulation: 153 + 179,
      explosive: 18,
      drowning: 4,
      poison: 10,
      'other-means': 4,
      'not-yet-determined': 44,
    })
  }, 300_000)
})
