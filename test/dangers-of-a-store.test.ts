/** The one exception to need to know, and its bounds: the dangers of a shelf, for whoever works there (docs/decisions/dangers-of-a-store.md). */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aPlace, aSubmission, anItem, arrangeWords } from '../src/modules/evidence/examples.ts'
import { type Lab, openLab } from './lab.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arana', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['evidence-officer'], { unit: lab.units.chemistry })
  await lab.person('quality', ['quality-manager'], { unit: null })
})
afterAll(() => lab?.close())

test('a colleague without sight is told that something dangerous stands there, and nothing by which to know what; another office nothing', async () => {
  const reneau = lab.as('reneau')
  const place = (await reneau.do('evidence.define-location', aPlace({ code: 'S-9' }))).id
  const told = aSubmission({ items: [anItem({ seals: [], description: 'Powder of Pen Road' })] })
  const { case: file, items } = await reneau.do('evidence.receive-submission', told)
  const item = items[0]
  await reneau.do('evidence.flag-hazard', { item: item.id, hazard: 'fentanyl', words: 'Said by the finder' })
  await reneau.do('evidence.store-item', { things: [item.id], place })
  await lab
    .as('quality')
    .do('cases.seal-case', { case: file.id, authority: 'Order 7' }, { reason: 'Ordered' })

  const arana = lab.as('arana')
  expect((await arana.ask('evidence.get-item', { id: item.id })).status).toBe(404)
  const map = (await arana.ask('evidence.store-map', { place })).body
  const shelf = map.places.find((p: { id: string }) => p.id === place)
  expect(shelf).toMatchObject({ here: 1, hazards: ['fentanyl'] })
  expect(map.items).toEqual([])
  const text = JSON.stringify(map)
  for (const word of [item.id, item.number, file.id, file.number, 'Pen Road', 'Said by the finder'])
    expect(text).not.toContain(word)
  expect((await arana.ask('evidence.find-items', { state: 'all', holder: place })).body.items).toEqual([])

  const elsewhere = (await lab.as('cus').ask('evidence.store-map')).body
  expect(JSON.stringify(elsewhere)).not.toMatch(/S-9|fentanyl/)
})
