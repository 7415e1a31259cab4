/** Stories of grants: agreed, spent, amended, reported; a report is frozen, in two languages, and tells of no person. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '#modules/cases/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { sql } from '#platform/sql.ts'
import { modules } from '../../app/modules.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aGrant, arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'
import { spellsOf, spentOf, wayGone } from './rules/grants.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab({ start: '2026-11-02T14:00:00.000Z' })
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    indicator: [
      ['victims', { dataset: 'victims', year: 'year', owner: 'O', meaning: 'Everybody', meaningEs: 'Todos' }],
    ],
  })
  await lab.person('wendy', ['director'], { unit: null, name: 'Wendy Castillo' })
  await lab.person('rosa', ['director'], { unit: null, name: 'Rosa Tillett' })
  await lab.person('ana', ['analyst'], { unit: lab.units['lab'] })
}, 120_000)
afterAll(() => lab?.close())
const wendy = () => lab.as('wendy')
async function happened(n: number, on = '2026-11-02'): Promise<void> {
  for (let i = 0; i < n; i += 1)
    await lab.arrange('cases.open-case', {
      ...aCase({ title: `Matter ${i}`, incident: { on } }),
      parties: [{ role: 'victim', name: `Person ${i}` }],
    })
  lab.clock.advance(10 * 60_000)
  await growTree(lab.ground)
  await keepAllUp(lab.ground, observatory.followers ?? [])
}
const victims = { indicator: 'victims', baselineYear: '2025', target: '0', targetYear: '2027' }
const frozen = async (): Promise<Said[]> =>
  (await wendy().ask('observatory.figures', { indicator: 'victims' })).body.items

test('I13 a grant is agreed, spent line by line, amended, and reported to its donor in both languages, frozen', {
  timeout: 120_000,
}, async () => {
  await happened(12)
  const grant = aGrant({ indicators: [{ ...victims, baseline: '30' }] })
  const { id } = await wendy().do('observatory.record-grant', grant)
  const spend = async (line: string, amount: string, on: string, more: object = {}): Promise<Said> =>
    (await wendy().tell('observatory.record-spending', { grant: id, line, amount, on, ...more })).body
  expect((await spend('cars', '10.00', '2026-03-01')).code).toBe('observatory.grant-no-line')
  expect((await spend('training', '10.00', '2025-12-31')).code).toBe('observatory.grant-outside')
  const wrong = await spend('training', '1200.00', '2026-02-01')
  await spend('training', '2100.00', '2026-02-01', { corrects: wrong.id, words: 'Figures were swapped' })
  expect((await spend('training', '1.00', '2026-02-01', { corrects: wrong.id })).code).toBe(
    'observatory.grant-corrected',
  )
  await spend('equipment', '5000.55', '2026-09-15')
  const made = await wendy().do('observatory.report-grant', {
    grant: id,
    from: '2026-07-01',
    until: '2026-10-31',
    words: 'Two courses were held.\nOne balance came.',
  })
  expect(made.number).toBe(1)
  // It waits for a second person: to be read as paper that says so, and in no form that is sent.
  const waits = await wendy().file('observatory.grant-report-file', { report: made.id })
  expect(waits.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const early = await wendy().file('observatory.grant-report-file', { report: made.id, as: 'xlsx' })
  expect(JSON.parse(early.bytes.toString()).code).toBe('observatory.grant-not-approved')
  const decide = async (who: string, operation: string, more: object = {}): Promise<Said> =>
    (await lab.as(who).tell(`observatory.${operation}`, { report: made.id, ...more }, { stepUp: true })).body
  expect((await decide('wendy', 'approve-grant-report')).code).toBe('observatory.grant-own-report')
  expect((await decide('ana', 'approve-grant-report')).code).toBe('right-missing')
  await lab.as('rosa').do('observatory.approve-grant-report', { report: made.id })
  expect((await decide('rosa', 'return-grant-report', { words: 'Too late' })).code).toBe(
    'observatory.grant-decided',
  )
  const seen = (await wendy().ask('observatory.get-grant', { grant: id })).body
  expect(seen.made[0]).toMatchObject({ state: 'approved', by: 'Wendy Castillo', decidedBy: 'Rosa Tillett' })
  const sent = await wendy().file('observatory.grant-report-file', { report: made.id })
  expect(sent.bytes.equals(waits.bytes)).toBe(false)
  expect(seen.lines.map((l: Said) => [l.code, l.total, l.left])).toEqual([
    ['training', '2100.00', '17900.00'],
    ['equipment', '5000.55', '49999.45'],
  ])
  const files = async (): Promise<Buffer[]> => {
    const all = []
    for (const as of ['pdf', 'xlsx'])
      for (const language of ['en', 'es'])
        all.push(
          (await wendy().file('observatory.grant-report-file', { report: made.id, as, language })).bytes,
        )
    return all
  }
  const before = await files()
  expect(before.map((f) => f.subarray(0, 2).toString('latin1'))).toEqual(['%P', '%P', 'PK', 'PK'])
  // Whatever happens afterwards, the report stays as it was sent.
  await happened(9)
  await wendy().do('observatory.record-grant', {
    ...grant,
    grant: id,
    lines: [...(grant.lines as object[]), { code: 'travel', name: 'Travel', amount: '3000.00' }],
    words: 'Amendment 1: travel',
  })
  expect((await files()).every((f, i) => f.equals(before[i] as Buffer))).toBe(true)
  // Its figure is among the frozen ones, rounded, and comes out the same when it is asked again.
  const again = (await wendy().ask('observatory.get-figure', { id: (await frozen())[0].id })).body
  expect(again).toMatchObject({ year: '2026', same: true })
  expect(Number(again.value) % 5).toBe(0)
  const [line] = (await wendy().ask('observatory.grants')).body.items
  expect(line).toMatchObject({ spent: '7100.55', budget: '78000.00', reports: 1 })
  expect((await lab.as('ana').ask('observatory.grants')).status).toBe(403)
})

test('I13 figures are told by the quarters and years of the grant, which begin where the donor says; the rules are read once for all of them', {
  timeout: 120_000,
}, async () => {
  await words(lab as never, {
    indicator: [
      ['matters', { dataset: 'incidents', year: 'year', owner: 'O', meaning: 'M', meaningEs: 'M' }],
      ['backlog', { dataset: 'incidents', owner: 'O', meaning: 'B', meaningEs: 'B' }],
    ],
  })
  // November 2026 lies in the second quarter of a year that begins in July, January 2027 in the third.
  await happened(20)
  lab.clock.set('2027-01-10T15:00:00.000Z')
  await happened(10, '2027-01-05')
  const target = { baselineYear: '2025', baseline: '0', target: '100', targetYear: '2026' }
  const many = ['matters', 'backlog', 'victims'].map((indicator) => ({ indicator, ...target }))
  const terms = { per: 'quarter', yearBegins: 7, from: '2026-07-01', until: '2028-06-30' }
  const { id } = await wendy().do('observatory.record-grant', aGrant({ ...terms, indicators: many }))
  const text: string[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: Said[]): Said {
    const [asked, values = asked?.values] = args
    if (String(asked?.text ?? asked).includes('catalogue.code'))
      text.push(...((values ?? []) as unknown[]).filter((v) => typeof v === 'string'))
    return (query as Said).apply(this, args)
  } as Said
  const made = await wendy().do('observatory.report-grant', {
    grant: id,
    from: '2026-10-01',
    until: '2027-01-08',
    words: 'Half a year.',
  })
  pg.Client.prototype.query = query
  const { answer } = await lab.db.direct.one<{ answer: Said }>(
    sql`select answer from observatory.award_report where id = ${made.id}`,
  )
  const [matters] = answer.indicators
  expect(matters.figures.map((f: Said) => f.year)).toEqual(['2026/27 Q2', '2026/27 Q3', '2026/27'])
  const [second, third, year] = matters.figures.map((f: Said) => Number(f.value))
  expect([third > 0, second > third, Math.abs(second + third - year) <= 10]).toEqual([true, true, true])
  expect(matters).toMatchObject({ baselineYear: '2025/26', targetYear: '2026/27' })
  // A frozen figure of a quarter comes out the same when it is asked again.
  const [kept] = (await wendy().ask('observatory.figures', { indicator: 'matters' })).body.items
  const again = (await wendy().ask('observatory.get-figure', { id: kept.id })).body
  expect([again.year.startsWith('2026/27'), again.same]).toEqual([true, true])
  expect(text.filter((list) => list === 'disclosure-rule').length).toBe(1)
  expect(text.filter((list) => list === 'indicator').length).toBe(1)
})

test('I13 a count of people under the threshold of the data policy is hidden in a report, and so is what rests on it', {
  timeout: 120_000,
}, async () => {
  await words(lab as never, { 'disclosure-rule': [['strict', { threshold: 100 }]] })
  const { id } = await wendy().do('observatory.record-grant', aGrant({ indicators: [victims] }))
  const before = (await frozen()).length
  await wendy().do('observatory.report-grant', {
    grant: id,
    from: '2026-01-01',
    until: '2026-10-31',
    words: 'Nothing yet.',
  })
  const { answer } = await lab.db.direct.one<{ answer: Said }>(
    sql`select answer from observatory.award_report where award = ${id}`,
  )
  const [told] = answer.indicators
  expect(told.figures.find((f: Said) => f.year === '2026')).toMatchObject({
    value: null,
    hidden: true,
    sha256: '',
  })
  expect(told.gone).toBeNull()
  // Only the year of which nothing small is told was kept as a figure.
  expect((await frozen()).length - before).toBe(1)
})

test('sums are exact, a line that the budget lost keeps its entries, and a target of reduction is gone towards as one of growth', () => {
  const entries = [
    { line: 'a', amount: '0.10', spent_on: '2026-01-01' },
    { line: 'a', amount: '0.20', spent_on: '2026-06-01' },
    { line: 'old', amount: '5', spent_on: '2026-06-01' },
  ]
  expect(spentOf([{ code: 'a', name: 'A', amount: '1' }], entries, (on) => on > '2026-03')).toEqual([
    { code: 'a', name: 'A', budget: '1.00', period: '0.20', total: '0.30', left: '0.70', share: '30.0' },
    { code: 'old', name: 'old', budget: '0.00', period: '5.00', total: '5.00', left: '-5.00', share: null },
  ])
  expect([wayGone('40', '20', '30'), wayGone('10', '20', '15'), wayGone('10', '10', '15')]).toEqual([
    '50',
    '50',
    null,
  ])
  const labels = (per: 'year' | 'quarter', begins: number, from: string, until: string): string[] =>
    spellsOf({ per, begins }, from, until).map((s) => s.label)
  expect(labels('year', 1, '2025-11-01', '2027-01-02')).toEqual(['2025', '2026', '2027'])
  expect(labels('year', 4, '2026-03-31', '2026-04-01')).toEqual(['2025/26', '2026/27'])
  expect(labels('quarter', 7, '2026-11-02', '2027-07-01')).toEqual([
    '2026/27 Q2',
    '2026/27 Q3',
    '2026/27 Q4',
    '2026/27',
    '2027/28 Q1',
    '2027/28',
  ])
})

test('the ledger verifies', async () => {
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})
