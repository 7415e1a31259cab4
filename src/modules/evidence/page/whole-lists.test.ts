/** A list that comes in parts keeps nothing silent: dangers are counted over all of a case, and what is late is read to its end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

let lab: Lab
let file: { id: string; number: string }
let things: { id: string; number: string }[]
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
  const items = Array.from({ length: 60 }, () => anItem({ seals: [] }))
  const done = await lab
    .as('reneau')
    .do('evidence.receive-submission', aSubmission({ newCase: { title: 'Find', type: 'criminal' }, items }))
  file = done.case
  things = done.items
})
afterAll(() => lab?.close())

it('tells the danger of the sixtieth exhibit of a case, and how many bear it; what has gone endangers nobody', async () => {
  const told = async () =>
    (await lab.as('reneau').ask('evidence.dangers-of-case', { case: file.id })).body.items
  expect(await told()).toEqual([])
  const [last, before] = [things[59], things[58]] as [
    { id: string; number: string },
    { id: string; number: string },
  ]
  for (const item of [last, before])
    await lab.as('reneau').do('evidence.flag-hazard', { item: item.id, hazard: 'fentanyl' })
  expect(await told()).toMatchObject([
    { hazard: 'fentanyl', things: 2, numbers: [before.number, last.number] },
  ])
  expect((await lab.as('stranger').ask('evidence.dangers-of-case', { case: file.id })).status).toBe(404)
  // The same danger of a thing that is evidence in another case too stands there as well.
  const other = await lab
    .as('reneau')
    .do(
      'evidence.receive-submission',
      aSubmission({ newCase: { title: 'Other', type: 'criminal' }, items: [anItem({ seals: [] })] }),
    )
  await lab
    .as('reneau')
    .do('evidence.add-to-case', { item: last.id, case: other.case.id, why: 'From the same parcel' })
  expect(
    (await lab.as('reneau').ask('evidence.dangers-of-case', { case: other.case.id })).body.items,
  ).toMatchObject([{ hazard: 'fentanyl', things: 1, numbers: [last.number] }])
})

it('reads what is missing page by page to the last of sixty, each once', async () => {
  for (const { id } of things)
    await lab.as('reneau').do('evidence.report-missing', { things: [id], words: 'Not on the shelf' })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = (
      await lab.as('reneau').ask('evidence.overdue', { limit: 25, ...(cursor ? { cursor } : {}) })
    ).body as { items: { item: { number: string } }[]; nextCursor: string | null }
    expect(page.items.length).toBeLessThanOrEqual(25)
    seen.push(...page.items.map((line) => line.item.number))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen.toSorted()).toEqual(things.map((t) => t.number).toSorted())
})

it('refuses words in a list that is not searched, and finds a sign only where it is written', async () => {
  expect((await lab.as('reneau').ask('evidence.overdue', { q: 'bag' })).status).toBe(400)
  expect((await lab.as('reneau').ask('evidence.find-items', { q: '%' })).body.items).toEqual([])
  expect((await lab.as('reneau').ask('cases.find-cases', { q: '%' })).body.items).toEqual([])
  expect((await lab.as('reneau').ask('cases.find-cases', { q: '--' })).body.items).toEqual([])
})
