/** Who reviews from outside sees the one request that was given to them: not its case, not its neighbours, not the house. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../test/lab.ts'
import { asked, sectionOf } from '#modules/work/examples.ts'

let lab: Lab
let version = ''
let method = ''
let analyst = ''
let second = ''
beforeAll(async () => {
  lab = await openLab()
  const section = await sectionOf(lab as never)
  ;({ version, method } = section)
  analyst = section.people.analyst
  second = section.people.second
  await lab.arrange('quality.authorise-person', {
    person: section.people.outside,
    method,
    as: 'reviewer',
    from: '2025-01-06',
  })
})
afterAll(() => lab.close())

const assign = (request: string, reviewer: string, operation = 'work.assign-request') =>
  lab
    .as('marva')
    .do(
      operation,
      { request, assignee: analyst, methodVersion: version, reviewer },
      { reason: 'no second reviewer here' },
    )
const olga = (operation: string, params: Record<string, unknown>) => lab.as('olga').ask(operation, params)

test('sees the request and its worksheet, and nothing else that hangs on the case', async () => {
  const at = await asked(lab as never)
  const neighbour = (
    await lab.as('simone').do('work.request-examination', {
      case: at.case,
      items: at.items.map((i) => i.id),
      unit: lab.units.chemistry,
      discipline: 'drugs',
      question: 'controlled-drug',
      questionText: 'And what else is in it?',
    })
  ).id as string
  for (const request of [at.request, neighbour]) await lab.as('marva').do('work.accept-request', { request })
  await assign(neighbour, second)
  expect((await olga('work.request', { request: at.request })).status).toBe(404)
  await assign(at.request, lab.people.get('olga')?.id as string)
  const sheets: string[] = []
  for (const request of [at.request, neighbour]) {
    await lab.as('eugenio').do('work.start-work', { request })
    sheets.push((await lab.as('eugenio').do('results.start-worksheet', { request })).id)
  }

  expect((await olga('work.request', { request: at.request })).status).toBe(200)
  expect((await olga('results.worksheet', { id: sheets[0], worksheet: sheets[0] })).status).not.toBe(404)
  expect((await olga('work.queue', {})).body.items.map((r: { id: string }) => r.id)).toEqual([at.request])
  expect((await olga('results.find-worksheets', {})).body.items.map((s: { id: string }) => s.id)).toEqual([
    sheets[0],
  ])

  const hidden: [string, Record<string, unknown>][] = [
    ['work.request', { request: neighbour }],
    ['cases.get-case', { case: at.case }],
    ['cases.case-timeline', { case: at.case }],
    ['evidence.get-item', { id: at.items[0]?.id }],
  ]
  for (const [operation, params] of hidden)
    expect([400, 403, 404], operation).toContain((await olga(operation, params)).status)
  expect((await olga('cases.get-case', { case: at.case })).body.code).toMatch(/not-found|right-missing/)
  expect((await olga('cases.find-anything', { q: 'White powder' })).body.items).toEqual([])
  expect((await olga('identity.list-people', {})).status).toBe(403)

  // Taken away again, it is not there any more.
  await assign(at.request, second, 'work.reassign-request')
  expect((await olga('work.request', { request: at.request })).status).toBe(404)
  expect((await olga('work.queue', {})).body.items).toEqual([])
})

test('has no sight by a role for the whole service or for a unit, and neither has who keeps the accounts', async () => {
  const at = await asked(lab as never)
  await lab.person('olaf', ['outside-reviewer'], { unit: lab.units.chemistry })
  await lab.person('keeper-of-accounts', ['administrator'], { unit: null })
  const found = async (who: string) =>
    (await lab.as(who).ask('cases.find-anything', { q: at.number.slice(-6) })).body.items.length
  expect(await found('dora')).toBeGreaterThan(0)
  expect(await found('olaf')).toBe(0)
  expect(await found('keeper-of-accounts')).toBe(0)
})
