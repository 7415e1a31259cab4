/** Stories of paper in the sums: what people keyed is counted by how sure it is, apart from cases, and only where an indicator says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { aFile, deskOf } from '#modules/archive/examples.ts'
import { aCase } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from './lab.ts'
import { slips } from './made-scans.ts'
import { keepAllUp } from '../src/app/reactions.ts'
import { openScans } from '../src/modules/archive/pages/opening-scans.ts'
import { arrangeObservatory, words } from '../src/modules/observatory/examples.ts'
import { observatory } from '../src/modules/observatory/module.ts'

const LONG = 240_000
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await deskOf(lab as never)
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    manner: [['homicide'], ['accident']],
    'archive-field': [
      ['happened-on', { kind: 'date', fact: 'date' }],
      ['offence', { kind: 'code', list: 'offence', fact: 'offence' }],
      ['manner', { kind: 'code', list: 'manner', fact: 'manner' }],
      ['weapon', { kind: 'code', list: 'means', fact: 'weapon' }],
    ],
    indicator: [
      ['killings', matters()],
      ['killings-with-paper', { ...matters(), archive: ['keyed-twice'] }],
      // A file does not say how many were harmed: this is no indicator.
      ['victims-with-paper', { ...matters(), dataset: 'victims', archive: ['keyed-twice'] }],
    ],
  })
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('noemi', ['observer'], { unit: lab.units.policeBelmopan, agency: lab.agencies.police })
}, LONG)
afterAll(() => lab?.close())

const matters = () => ({ dataset: 'incidents', where: ['iccs:0101'], year: 'year', owner: 'O', meaning: 'M' })
const as = (who: string) => lab.as(who)
const keepUp = async (): Promise<void> => {
  while ((await growTree(lab.ground)) > 0);
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const cube = async (params: Record<string, string>): Promise<Record<string, number>> => {
  const { body } = await as('wendy').ask('observatory.cube', { dataset: 'papers', ...params })
  return Object.fromEntries(
    body.rows.map((r: { code: string }, i: number) => [r.code, Number(body.cells[i][0])]),
  )
}
const indicator = async (key: string): Promise<Said> =>
  (await as('wendy').ask('observatory.indicators', { year: '1998' })).body.items.find(
    (i: Said) => i.key === key,
  )
let pages = 0
/** A file with one page, scanned and counted. */
async function captured(): Promise<string> {
  const f = await aFile(lab as never)
  const { id } = await as('adela').do('archive.prepare-batch', { files: [{ file: f.id, pages: 1 }] })
  const { body } = await as('adela').upload(slips([`A killing in 1998, ${(pages += 1)}`]), 'pile.pdf')
  await as('adela').do('archive.receive-scans', { batch: id, scans: [{ file: body.sha256 }] })
  await openScans(lab.ground)
  await as('adela').do('archive.reconcile-batch', { batch: id })
  return f.id
}
const said = (more: Record<string, string | null> = {}) =>
  Object.entries({
    'case-number': 'DG 4471/98',
    'received-on': '1998-05-20',
    names: 'Marcelino Teul',
    'happened-on': '1998-05-14',
    offence: 'murder',
    manner: 'homicide',
    weapon: 'firearm',
    ...more,
  }).map(([field, value]) => (value ? { field, values: [value] } : { field, absent: 'illegible' }))
const key = (who: string, file: string, more?: Record<string, string | null>) =>
  as(who).do('archive.key-index', { file, generation: 1, fields: said(more) })

describe('paper in the sums', () => {
  it(
    'counts what two keyed alike and what a third decided, each under how sure it is, and never what one keyed or a machine proposed',
    async () => {
      const [alike, decided, once] = [await captured(), await captured(), await captured()]
      // What a machine read and proposed stands on the page all the while.
      expect(
        (
          await lab.db.direct.many(
            sql`select 1 from archive.page_text where file = any(${[alike, once]}::uuid[])`,
          )
        ).length,
      ).toBe(2)
      await key('adela', alike)
      await key('adela', once)
      await key('adela', decided)
      await keepUp()
      expect(await cube({ rows: 'confidence' })).toEqual({})
      await key('bernard', alike)
      await key('bernard', decided, { weapon: 'sharp' })
      await keepUp()
      expect(await cube({ rows: 'confidence' })).toEqual({ 'keyed-twice': 1 })
      await as('clarita').do('archive.adjudicate-index', {
        file: decided,
        fields: [{ field: 'weapon', values: ['sharp'], page: null }],
      })
      await keepUp()
      const before = lab.ground.now()
      expect(await cube({ rows: 'confidence' })).toEqual({ 'keyed-twice': 1, 'third-decided': 1 })
      expect(await cube({ rows: 'means' })).toEqual({ firearm: 1, sharp: 1 })
      expect(await cube({ rows: 'month', where: 'iccs:0101;manner:homicide' })).toEqual({ '1998-05': 2 })
      // From a sum to its files goes who sees the paper; others learn of none.
      const behind = async (who: string): Promise<string[]> =>
        (
          await as(who).ask('observatory.cases-behind', {
            dataset: 'papers',
            rows: 'confidence',
            row: 'third-decided',
          })
        ).body.items.map((b: Said) => `${b.kind} ${b.id}`)
      expect(await behind('wendy')).toEqual([`file ${decided}`])
      expect(await behind('noemi')).toEqual([])

      // Shown beside cases, in none of their numbers; counted only where the definition says so.
      const [plain, taking] = [await indicator('killings'), await indicator('killings-with-paper')]
      expect([plain.value, taking.value]).toEqual(['0', '1'])
      expect(taking.archive.map((p: Said) => [p.confidence, p.value, p.counted])).toEqual([
        ['keyed-twice', '1', true],
        ['third-decided', '1', false],
      ])
      expect(plain.archive.every((p: Said) => !p.counted)).toBe(true)
      expect(await indicator('victims-with-paper')).toBeUndefined()
      expect(await cube({ dataset: 'incidents', rows: 'year', where: 'year:1998' })).toEqual({})

      // A frozen figure says what of it is paper, and is computed again the same after something more is known.
      lab.clock.advance(180_000)
      await keepUp()
      const figure = await as('wendy').do('observatory.freeze-figure', {
        indicator: 'killings-with-paper',
        year: '1998',
      })
      expect(figure.value).toBe('1')
      lab.clock.advance(3_600_000)
      await as('adela').do('archive.correct-index', {
        file: alike,
        value: { field: 'weapon', values: ['blunt'] },
        why: 'Read again',
      })
      await keepUp()
      expect(await cube({ rows: 'confidence' })).toEqual({ 'third-decided': 1, corrected: 1 })
      expect(await cube({ rows: 'confidence', asOf: before })).toEqual({
        'keyed-twice': 1,
        'third-decided': 1,
      })
      expect((await indicator('killings-with-paper')).value).toBe('0')
      expect((await as('wendy').ask('observatory.get-figure', { id: figure.id })).body).toMatchObject({
        value: '1',
        again: '1',
        same: true,
      })
    },
    LONG,
  )

  it(
    'a file that belongs to a case is that case and is not counted beside it; a sealed case takes its paper out of every sum',
    async () => {
      const file = await captured()
      await key('adela', file, { weapon: null, 'happened-on': '1997' })
      await key('bernard', file, { weapon: null, 'happened-on': '1997' })
      await keepUp()
      expect(await cube({ rows: 'linked', where: 'year:1997' })).toEqual({ no: 1 })
      // The year alone is known; which month is not, and what is illegible is unknown, not left open.
      expect(await cube({ rows: 'month', where: 'year:1997' })).toEqual({ unknown: 1 })
      expect(await cube({ rows: 'means', where: 'year:1997' })).toEqual({ unknown: 1 })
      const c = await lab.arrange('cases.open-case', { ...aCase(), offences: [{ code: 'murder' }] })
      await as('adela').do('archive.link-to-case', { file, case: c.id })
      await keepUp()
      expect(await cube({ rows: 'linked', where: 'year:1997' })).toEqual({ yes: 1 })
      const asked = (await as('wendy').ask('observatory.indicators', { year: '1997' })).body.items
      expect(asked.find((i: Said) => i.key === 'killings').archive).toEqual([])
      await lab.arrange('cases.seal-case', { case: c.id, authority: 'Order of the court' })
      await keepUp()
      expect(await cube({ rows: 'linked', where: 'year:1997' })).toEqual({})
    },
    LONG,
  )
})
