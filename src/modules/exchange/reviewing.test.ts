/** Stories of cases of older registers that are looked at again: seeded by the laboratory's rules as they come, moved on by whoever looked. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { arrangeWords } from '#modules/cases/examples.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { modules } from '../../app/modules.ts'
import { importFile } from './public.ts'
import { lastDayOf, reviewOn } from './rules/reviews.ts'

let lab: Lab
let map: unknown
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab)
  await lab.person('registrar', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('far', ['evidence-officer'], { unit: lab.units.policeDangriga })
  map = parse(await readFile(new URL('./fixtures/register.yaml', import.meta.url), 'utf8'))
}, 60_000)
afterAll(async () => {
  await lab?.close()
})
const bring = async (name: string, rows: readonly string[]): Promise<string> =>
  (
    await importFile(lab.ground, await lab.actor('registrar'), {
      kind: 'cases',
      bytes: Buffer.from(['No,Date,Offence,District,Village,Victim,Born,Age,Remarks', ...rows].join('\n')),
      map,
      fileName: `${name}.csv`,
    })
  ).importId ?? ''
const due = async (show = 'due', who = 'registrar'): Promise<Said[]> =>
  (await lab.as(who).ask('exchange.reviews-due', { show })).body.items.map((i: Said) => [
    i.case.number,
    i.dueOn,
    i.rule,
  ])
const rule = (code: string, data: object): Promise<Said> =>
  lab.arrange('catalogue.define-code', { list: 'retention-rule', code, en: code, es: code, data })
const idOf = async (number: string): Promise<string> =>
  (await lab.db.direct.one<{ root: string }>(sql`select root from cases.standing where number = ${number}`))
    .root

test('a day is counted from the last day that a date allows; one that is past is due at once', () => {
  expect(['1994-02', '2000-02', '1994', '1994-05-03'].map(lastDayOf)).toEqual([
    '1994-02-28',
    '2000-02-29',
    '1994-12-31',
    '1994-05-03',
  ])
  expect(reviewOn(10, '2026-11-01', '2026-11-05')).toBe('2026-11-11')
  expect(reviewOn(10, '1994', '2026-11-05')).toBe('2026-11-05')
  expect(reviewOn(10, null, '2026-11-05')).toBe('2026-11-15')
})

test('N3 cases of an old register come with a day of review by the rules of retention; earlier imports are seeded afterwards; whoever looked says when again', async () => {
  const early = await bring('early', ['E1,1994,Murder,SC,Hopkins,,,,'])
  expect(await due('all')).toEqual([])
  expect(await due('none')).toEqual([['OLD-E1', null, null]])
  await lab.arrange('catalogue.define-list', { list: 'retention-rule', en: 'Rules', es: 'Reglas' })
  await rule('murder-for-ever', { actions: [], offences: ['murder'], days: null, reviewDays: 14_610 })
  await rule('other', { actions: ['destroy'], days: 730, reviewDays: 3_653 })
  await rule('drugs', { actions: ['destroy'], classes: ['drugs'], days: 90 })
  await bring('late', [
    'L1,03/05/1994,Murder,SC,Hopkins,,,,',
    'L2,05/1995,Robbery,CY,Spanish Lookout,,,,',
    'L3,?,Robbery,CY,San Ignacio,,,,',
  ])
  // The murder stays forty years, the robbery of 1995 is overdue and so due today; where the day is unknown it counts from today.
  expect(await due('all')).toEqual([
    ['OLD-L2', '2026-11-02', 'other'],
    ['OLD-L1', '2034-05-03', 'murder-for-ever'],
    ['OLD-L3', '2036-11-02', 'other'],
  ])
  expect(await due()).toEqual([['OLD-L2', '2026-11-02', 'other']])
  expect((await lab.as('registrar').tell('exchange.seed-reviews', { import: early })).body).toEqual({
    seeded: 1,
    left: 0,
  })
  expect((await due('all')).map(([number]) => number)).toEqual(['OLD-L2', 'OLD-L1', 'OLD-E1', 'OLD-L3'])
  expect((await lab.as('registrar').tell('exchange.seed-reviews', { import: early })).body).toEqual({
    seeded: 0,
    left: 0,
  })

  const review = (next: string | null, who = 'registrar') =>
    idOf('OLD-L2').then((id) =>
      lab.as(who).tell('exchange.review-case', { case: id, next, words: 'No appeal open' }),
    )
  expect((await review('2020-01-01')).body.code).toBe('exchange.review-in-past')
  expect((await review('2028-01-01', 'far')).status).toBe(404)
  expect((await review('2028-01-01')).status).toBe(200)
  expect(await due()).toEqual([])
  expect(await due('all', 'far')).toEqual([])
  expect((await review(null)).status).toBe(200)
  expect((await due('all')).map(([number]) => number)).not.toContain('OLD-L2')
  const own = await lab.as('registrar').do('cases.open-case', { title: 'Of today', type: 'criminal' })
  expect(
    (await lab.as('registrar').tell('exchange.review-case', { case: own.id, next: null, words: 'x' })).body
      .code,
  ).toBe('exchange.review-not-imported')
  // A day alone is nothing that was built on an import; a look by a person is.
  const undo = (id: string) =>
    lab.as('registrar').tell('exchange.undo-import', { import: id }, { reason: 'Wrong file', stepUp: true })
  expect((await undo(early)).status).toBe(200)
  expect((await due('all')).map(([number]) => number)).not.toContain('OLD-E1')
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
}, 60_000)
