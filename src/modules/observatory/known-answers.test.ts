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
}, 240_000)
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

/** Counts that only stand in a table: each becomes as many rows, one a victim. */
const rowsOf = (counts: readonly (readonly [district: string, n: number])[]): Buffer =>
  Buffer.from(
    [
      'Nr,District,Day',
      ...counts.flatMap(([district, n]) =>
        Array.from({ length: n }, (_, i) => `${district}-${i},${district},2024-0${1 + (i % 6)}-1${i % 9}`),
      ),
    ].join('\n'),
  )
const countedBy = (source: string, codes: Record<string, string>) => ({
  kind: 'cases',
  source,
  key: { column: 'Nr' },
  fields: {
    title: { text: 'Homicide' },
    type: { constant: 'homicide' },
    incident: { on: 'Day' },
    place: { district: { column: 'District', codes } },
    offences: [{ constant: 'murder' }],
    parties: [{ role: { constant: 'victim' }, sex: { constant: 'male' } }],
  },
})
async function take(map: { kind: string }, bytes: Buffer): Promise<void> {
  const told = await importFile(lab.ground, systemActor, {
    kind: map.kind,
    bytes,
    map,
    fileName: 'counts.csv',
  })
  expect(told.rejected).toBe(0)
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const table = async (path: string): Promise<Record<string, string>[]> => {
  const [head = '', ...lines] = (await file(path)).toString('utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])))
}

describe('known answers of counts', () => {
  needs(realFolder, REAL_FILES)
  test('the press counts 61 murders by district and 57 for the country: both stand beside ours, with named differences and nothing left unexplained', async () => {
    const press = (await table('belize/police-crime-figures-press.csv')).filter(
      (r) => r.period === '2024-H1' && r.offence === 'murder',
    )
    const codes: Record<string, string> = {
      Belize: 'BZ-BZ',
      Cayo: 'BZ-CY',
      Corozal: 'BZ-CZL',
      'Orange Walk': 'BZ-OW',
      'Stann Creek': 'BZ-SC',
      Toledo: 'BZ-TOL',
    }
    await words(lab as never, {
      district: Object.values(codes).map((c) => [c] as const),
      'difference-reason': [['not-reported'], ['later-death']],
    })
    const districts = press.filter((r) => codes[r.area ?? ''])
    expect(districts).toHaveLength(6)
    // Ours: as the districts have them, but one in Toledo whom the press counted and who died of something else.
    await take(
      countedBy('press-2024', codes),
      rowsOf(districts.map((r) => [r.area ?? '', Number(r.count) - (r.area === 'Toledo' ? 1 : 0)])),
    )
    for (const r of press)
      await lab.as('director').do('observatory.record-external-count', {
        indicator: 'homicide-count',
        source: r.source ?? '',
        saidOn: '2024-07-28',
        year: '2024',
        until: '2024-06',
        ...(codes[r.area ?? ''] ? { district: codes[r.area ?? ''] } : {}),
        value: Number(r.count),
      })
    const lines = async () =>
      (await lab.as('director').ask('observatory.reconciliation', { limit: 20 })).body.items as {
        id: string
        of: string
        theirs: number
        ours: string
        parts: number | null
        unexplained: string
      }[]
    const country = (all: Awaited<ReturnType<typeof lines>>) => all.find((l) => l.of === '2024-01 to 2024-06')
    const before = await lines()
    expect(country(before)).toMatchObject({ theirs: 57, parts: 61, ours: '60', unexplained: '-3' })
    expect(before.filter((l) => l.unexplained !== '0')).toHaveLength(2)
    await lab.as('director').do('observatory.explain-difference', {
      count: country(before)?.id,
      reason: 'not-reported',
      n: -3,
      words: 'The total was drawn up before the districts sent theirs',
    })
    const toledo = before.find((l) => l.theirs === 7)
    expect(toledo).toMatchObject({ ours: '6', unexplained: '1' })
    await lab
      .as('director')
      .do('observatory.explain-difference', { count: toledo?.id, reason: 'other-day', n: 1 })
    expect((await lines()).every((l) => l.unexplained === '0')).toBe(true)
  }, 120_000)

  test('Uttar Pradesh: the rate of each of 75 districts over its own people, and of the whole', async () => {
    const murders = await table('crime/uttar_pradesh_murders.csv')
    const people = new Map(
      (await table('crime/uttar_pradesh_population.csv')).map((r) => [r.district ?? '', r]),
    )
    const codeOf = (district: string): string => `UP-${people.get(district)?.code ?? ''}`
    await words(lab as never, {
      district: murders.map((r) => [codeOf(r.district ?? '')] as const),
      population: [
        ...[...people.values()].map(
          (r) =>
            [
              `2023-${r.code}`,
              { year: 2023, persons: Number(r.population), district: `UP-${r.code}` },
            ] as const,
        ),
        ['2023', { year: 2023, persons: 199_812_341 }],
      ],
      indicator: [
        [
          'murder-rate',
          {
            dataset: 'victims',
            where: ['iccs:0101', ...murders.map((r) => `district:${codeOf(r.district ?? '')}`)],
            year: 'year',
            series: 'district',
            per: 100_000,
            unit: 'per-100000',
            owner: 'Observatory',
            meaning: 'Rate',
            meaningEs: 'Tasa',
          },
        ],
      ],
    })
    const codes = Object.fromEntries(murders.map((r) => [r.district ?? '', codeOf(r.district ?? '')]))
    await take(
      countedBy('uttar-pradesh', codes),
      rowsOf(murders.map((r) => [r.district ?? '', Number(r.murder)])),
    )
    const { items } = (await lab.as('director').ask('observatory.indicators', { year: '2024' })).body
    const rate = items.find((i: { key: string }) => i.key === 'murder-rate')
    expect(rate.series).toHaveLength(75)
    for (const r of murders) {
      const known = (Number(r.murder) / Number(people.get(r.district ?? '')?.population)) * 100_000
      const told = rate.series.find((s: { at: string }) => s.at === codeOf(r.district ?? ''))
      expect(Math.abs(Number(told?.value) - known), r.district).toBeLessThanOrEqual(0.005)
    }
    // 5,120 over 199,812,341.
    expect(rate).toMatchObject({ over: '199812341 (2023)', value: '2.56' })
    // Frozen, it says its definition, its question, its moment and its hash, and computes to the same.
    lab.clock.advance(2 * 60_000)
    const frozen = await lab
      .as('director')
      .do('observatory.freeze-figure', { indicator: 'murder-rate', year: '2024' })
    const again = (await lab.as('director').ask('observatory.get-figure', { id: frozen.id })).body
    expect(again).toMatchObject({
      value: '2.56',
      again: '2.56',
      same: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.parse(again.question)).toMatchObject({ dataset: 'victims', rows: 'district' })
  }, 300_000)
})
