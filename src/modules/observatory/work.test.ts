/** Stories of work: each day of a request belongs to one owner, the backlog has one definition, the year's work stands beside what it cost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSubmission, anItem } from '#modules/evidence/examples.ts'
import { benchOf } from '#modules/reports/examples.ts'
import { growTree } from '#ledger/sequencer.ts'
import { xlsxOf } from '#formats/xlsx.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { keepAllUp } from '../../app/reactions.ts'
import { arrangeObservatory, words } from './examples.ts'
import { observatory } from './module.ts'

const DAY = 86_400_000
let lab: Lab
let people: Awaited<ReturnType<typeof benchOf>>['people']
let method = ''
beforeAll(async () => {
  lab = await openLab({ start: '2026-03-02T14:00:00.000Z' })
  const bench = await benchOf(lab as never)
  ;({ people, method } = bench)
  await arrangeObservatory(lab as never)
  await words(lab as never, {
    'stop-reason': [['sample']],
    indicator: [
      [
        'backlog',
        {
          dataset: 'requests',
          where: ['backlog:yes'],
          series: 'discipline',
          owner: 'Laboratory',
          meaning: 'Open for more than thirty days',
          meaningEs: 'Abiertas más de treinta días',
        },
      ],
      [
        'turnaround',
        {
          dataset: 'requests',
          measure: 'median-days',
          where: ['state:answered'],
          year: 'answeredYear',
          series: 'discipline',
          unit: 'days',
          owner: 'Laboratory',
          meaning: 'Days',
          meaningEs: 'Días',
        },
      ],
      [
        'items-in',
        {
          dataset: 'items',
          year: 'year',
          series: 'month',
          owner: 'Laboratory',
          meaning: 'In',
          meaningEs: 'Entran',
        },
      ],
      [
        'items-out',
        {
          dataset: 'items',
          where: ['state:out'],
          year: 'outYear',
          series: 'outMonth',
          owner: 'Laboratory',
          meaning: 'Out',
          meaningEs: 'Salen',
        },
      ],
    ],
  })
  await lab.person('wendy', ['director'], { unit: null })
  await lab.person('quincy', ['quality-manager'], { unit: null })
}, 120_000)
afterAll(() => lab?.close())

const days = (n: number): void => lab.clock.advance(n * DAY)
const ask = async (operation: string, params: Record<string, string> = {}) => {
  const { status, body } = await lab.as('wendy').ask(operation, params)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const cells = async (params: Record<string, string>): Promise<Record<string, number>> => {
  const { rows, cells: grid } = await ask('observatory.cube', params)
  return Object.fromEntries(rows.map((r: { code: string }, i: number) => [r.code, Number(grid[i].at(-1))]))
}

/** From the offence to a certificate in hand, each stage of a known length. */
async function wholeWay(): Promise<string> {
  const [counter, analyst, second, head] = ['rp-counter', 'rp-analyst', 'rp-second', 'rp-head'].map((p) =>
    lab.as(p),
  )
  if (!counter || !analyst || !second || !head) throw new Error('nobody there')
  const received = await counter.do(
    'evidence.receive-submission',
    aSubmission({ submittedBy: { person: people.officer }, items: [anItem()] }),
  )
  const item = received.items[0].id
  const handed = await counter.do(
    'evidence.hand-over',
    { things: [item], to: people.analyst, purpose: 'Examination' },
    { stepUp: true },
  )
  await analyst.do('evidence.accept-hand-over', { handOver: handed.id }, { stepUp: true })
  days(2) // until it was asked
  const { id: request } = await counter.do('work.request-examination', {
    case: received.case.id,
    items: [item],
    unit: lab.units.chemistry,
    discipline: 'drugs',
    question: 'controlled-drug',
  })
  days(1)
  await head.do('work.accept-request', { request })
  days(3)
  await head.do('work.assign-request', { request, assignee: people.analyst, methodVersion: method })
  days(5)
  await analyst.do('work.start-work', { request })
  days(1)
  await analyst.do('work.stop-clock', { request, code: 'sample' })
  days(4) // the customer's
  await analyst.do('work.restart-clock', { request })
  days(2)
  const sheet = await analyst.do('results.start-worksheet', { request })
  await analyst.do('results.record-test', {
    worksheet: sheet.id,
    item,
    technique: 'gcms',
    sampling: 1,
    outcome: 'negative',
  })
  await analyst.do('results.record-conclusion', { worksheet: sheet.id, item, kind: 'negative' })
  await second.do('results.review-technically', { worksheet: sheet.id, findings: [] }, { stepUp: true })
  days(1)
  const { id: report } = await analyst.do('reports.draft-report', { request })
  days(2)
  await head.do('reports.review-administratively', { report, findings: [] }, { stepUp: true })
  await analyst.do('reports.sign-report', { report }, { stepUp: true })
  days(1)
  await analyst.do('reports.issue-report', { report })
  return request
}

describe('the work of a year', () => {
  it('S-B19 I4 each day of a request belongs to exactly one owner, stage by stage, and what waited for others is shown as theirs', async () => {
    await wholeWay()
    days(6) // nobody has acknowledged it
    const byOwner = await cells({ dataset: 'stages', rows: 'owner', measure: 'days' })
    const byStage = await cells({ dataset: 'stages', rows: 'stage', measure: 'days' })
    const sum = (of: Record<string, number>): number => Object.values(of).reduce((a, b) => a + b, 0)
    expect(byStage).toMatchObject({ asking: 2, acceptance: 1, assignment: 3, queue: 5, waiting: 4 })
    expect(byStage.examination).toBe(3)
    expect(byStage.delivery).toBe(6)
    expect(byOwner.others).toBe(4)
    // The sums of owners and of stages are the days from the first to the last, none twice, none lost.
    const { cells: grid } = await ask('observatory.cube', {
      dataset: 'stages',
      rows: 'stage',
      columns: 'owner',
      measure: 'days',
    })
    expect(sum(byOwner)).toBeCloseTo(sum(byStage), 3)
    expect(Number(grid.at(-1).at(-1))).toBeCloseTo(sum(byStage), 3)
    const began = (
      await lab.ground.db.direct.one<{ d: number }>({
        text: `select extract(epoch from $1::timestamptz - least((select min((offence_on::timestamp + interval '12 hours') at time zone 'America/Belize') from cases.standing), (select min(at) from evidence.submission)))::float8 / 86400 as d`,
        values: [lab.ground.now()],
      } as never)
    ).d
    expect(sum(byStage)).toBeCloseTo(began, 2)
    const medians = await cells({ dataset: 'stages', rows: 'stage', measure: 'median-days' })
    expect(medians.queue).toBe(5)
  })

  it('I3 the backlog has one definition: asked, not answered, for more than thirty days, also where nobody has taken a step', async () => {
    const counter = lab.as('rp-counter')
    const received = await counter.do(
      'evidence.receive-submission',
      aSubmission({ submittedBy: { person: people.officer }, items: [anItem()] }),
    )
    await counter.do('work.request-examination', {
      case: received.case.id,
      items: [received.items[0].id],
      unit: lab.units.chemistry,
      discipline: 'drugs',
      question: 'controlled-drug',
    })
    days(30)
    expect((await cells({ dataset: 'requests', rows: 'backlog' })).yes).toBeUndefined()
    const before = lab.ground.now()
    days(1)
    expect((await cells({ dataset: 'requests', rows: 'backlog' })).yes).toBe(1)
    // As of the day before, it was none.
    expect((await cells({ dataset: 'requests', rows: 'backlog', asOf: before })).yes).toBeUndefined()
    while ((await growTree(lab.ground)) > 0);
    await keepAllUp(lab.ground, observatory.followers ?? [])
    lab.clock.advance(5 * 60_000)
    const { id, value } = await lab
      .as('wendy')
      .do('observatory.freeze-figure', { indicator: 'backlog', year: '2026' })
    expect(value).toBe('1')
    days(40)
    expect((await ask('observatory.get-figure', { id })).same).toBe(true)
  })

  it('I1 I2 the work of a year fills the sheet of FORESIGHT by area; I6 what it cost gives the cost of a case; volume never stands without what was sent back', async () => {
    const year = '2026'
    const none = await ask('observatory.foresight', { year })
    expect(none.items).toHaveLength(1)
    expect(none.items[0]).toMatchObject({
      discipline: 'drugs',
      cases: 2,
      items: 2,
      samples: 1,
      tests: 1,
      reports: 1,
      backlog: 1,
      returned: 0,
      cost: null,
      costPerCase: null,
    })
    // 2 days before the asking belong to the customer: from the request 1+3+5+1+4+2+1+2+1 = 20 days.
    expect(none.items[0]).toMatchObject({ fromRequest: '20.0', fromItem: '20.0' })
    for (const [kind, amount] of [
      ['people', '2.5'],
      ['personnel', '90000'],
      ['consumables', '5000'],
      ['consumables', '6000.50'],
    ] as const)
      await lab.as('quincy').do('observatory.record-cost', { year, discipline: 'drugs', kind, amount })
    const [line] = (await ask('observatory.foresight', { year })).items
    expect(line).toMatchObject({
      people: '2.5',
      cost: '96000.5',
      costPerCase: '48000.25',
      casesPerPerson: '0.8',
    })
    const csv = (
      await lab.as('wendy').file('observatory.foresight-file', { year, as: 'csv' })
    ).bytes.toString('utf8')
    expect(csv.trim().split('\n')).toHaveLength(2)
    const wrong = await lab
      .as('quincy')
      .tell('observatory.record-cost', { year, discipline: 'alchemy', kind: 'people', amount: '1' })
    expect(wrong.body.code).toBe('observatory.no-such-value')
  })

  it('the sheet opens in a spreadsheet as it was written', async () => {
    const { headers } = await lab.as('wendy').file('observatory.foresight-file', { year: '2026', as: 'xlsx' })
    expect(headers.get('content-type')).toContain('spreadsheetml')
    const bytes = xlsxOf(
      [
        {
          name: 'A & B',
          rows: [
            ['Área', '=1+1', '007', '12.50', null],
            ['<x>', 3, '-4', 'a\u0000b', ''],
          ],
        },
      ],
      '2026-03-02T14:00:00.000Z',
    )
    const parts = bytes.toString('utf8')
    expect(parts).toContain('<t xml:space="preserve">=1+1</t>')
    expect(parts).toContain('<t xml:space="preserve">007</t>')
    expect(parts).toContain('<c r="D1"><v>12.50</v></c>')
    expect(parts).toContain('&lt;x&gt;')
    expect(parts).toContain('name="A &amp; B"')
  })

  it('I7 what came in and what went out, month by month', async () => {
    const { items } = await ask('observatory.indicators', { year: '2026' })
    const named = (key: string) => items.find((i: { key: string }) => i.key === key)
    expect(named('items-in')).toMatchObject({
      value: '2',
      series: [{ at: '2026-03', value: '2' }],
    })
    expect(named('items-out').value).toBe('0')
  })

  it('I9 a director asks without SQL, along any two dimensions, and takes the answer as a spreadsheet', async () => {
    const body = await ask('observatory.cube', { dataset: 'requests', rows: 'discipline', columns: 'state' })
    expect(body.cells.at(-1).at(-1)).toBe('2')
    const file = await lab.as('wendy').file('observatory.cube-file', {
      dataset: 'requests',
      rows: 'discipline',
      columns: 'state',
      as: 'xlsx',
    })
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
  })

  it('a year that is over has one hash, in whatever language and however late it is asked; the spreadsheet of a table says its question, its day and its hash', async () => {
    lab.clock.advance(400 * DAY)
    const one = await ask('observatory.foresight', { year: '2026' })
    lab.clock.advance(DAY)
    const other = await lab.as('wendy').ask('observatory.foresight', { year: '2026' }, { language: 'es' })
    expect([other.body.asOf, other.body.sha256]).toEqual(['2027-01-01T06:00:00.000Z', one.sha256])
    const question = { dataset: 'requests', rows: 'discipline' }
    const { bytes } = await lab.as('wendy').file('observatory.cube-file', { ...question, as: 'xlsx' })
    const seen = await ask('observatory.cube', question)
    expect(bytes.toString('utf8')).toContain(seen.definition)
    expect(bytes.toString('utf8')).toContain('SHA-256')
  })
})
