/** Stories of money: two people count without each other's figures, what differs is shown and counted again, a sum is two people's. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'
import { cashDiffers, cashTotals, tidied } from './rules.ts'

const PIN = '246810'
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  const type = { list: 'item-type', code: 'cash', en: 'Cash', es: 'Dinero', data: { class: 'cash' } }
  await lab.arrange('catalogue.define-code', type)
  await lab.arrange('catalogue.define-list', { list: 'currency', en: 'Currency', es: 'Moneda' })
  for (const [code, faces] of [
    ['XTS', ['100', '50', '20', '0.25']],
    ['XTT', ['100', '20']],
  ] as const)
    await lab.arrange('catalogue.define-code', {
      list: 'currency',
      code,
      en: code,
      es: code,
      data: { faces },
    })
  for (const name of ['reneau', 'arnold', 'third'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())

async function money(more: object = {}): Promise<string> {
  const item = anItem({ type: 'cash', description: 'Bundle of notes', seals: [], ...more })
  return (await lab.as('reneau').do('evidence.receive-submission', aSubmission({ items: [item] }))).items[0]
    .id
}
const line = (face: string, pieces: number, currency = 'XTS') => ({ currency, face, pieces })
const count = (who: string, item: string, lines: object[], more: object = {}) =>
  lab.as(who).tell('evidence.count-cash', { item, lines, ...more }, { stepUp: true })
const seen = async (who: string, item: string) =>
  (await lab.as(who).ask('evidence.cash-of-item', { item })).body

it('B36 cash is counted by two people, by currency and face, each without the other’s figures; a difference is shown and counted again', async () => {
  const item = await money()
  const first = await count('reneau', item, [line('100', 12), line('20', 3), line('20', 2, 'XTT')])
  expect(first.body).toMatchObject({
    state: 'waits',
    totals: [
      { currency: 'XTS', value: '1260.00' },
      { currency: 'XTT', value: '40.00' },
    ],
  })
  // Neither on the page, nor in the history, nor for whoever counts second.
  expect((await seen('arnold', item)).rounds[0].first).toMatchObject({
    by: 'reneau',
    lines: null,
    totals: null,
  })
  expect(JSON.stringify((await lab.as('arnold').ask('evidence.get-item', { id: item })).body)).not.toContain(
    '1260',
  )
  const again = await count('reneau', item, [line('100', 12)])
  expect(again.body).toMatchObject({ code: 'evidence.cash-counted-by-you', next: expect.any(String) })

  const second = await count('arnold', item, [line('100', 11), line('20', 3), line('20', 2, 'XTT')])
  expect(second.body).toMatchObject({
    state: 'differs',
    differs: [{ currency: 'XTS', face: '100', first: 12, second: 11 }],
  })
  const page = (await lab.as('reneau').ask('evidence.get-item', { id: item })).body
  expect(page.cash).toEqual({ state: 'differs', totals: [], by: ['reneau', 'arnold'] })
  expect(page.findings[0]).toMatchObject({ kind: 'cash', text: expect.stringContaining('1160.00') })

  // Both again; the colleague at the same desk signs with the own PIN.
  await count('reneau', item, [line('100', 11), line('20', 3), line('20', 2, 'XTT')])
  const agreed = await count('reneau', item, [line('20', 3), line('100', 11), line('20', 2, 'XTT')], {
    counter: { person: lab.as('arnold').id, pin: PIN },
  })
  expect(agreed.body).toMatchObject({ state: 'agreed', round: 2, differs: [] })
  const now = await seen('third', item)
  expect(now).toMatchObject({ state: 'agreed', totals: [{ value: '1160.00' }, { value: '40.00' }] })
  expect(now.rounds).toMatchObject([
    { state: 'differs' },
    { state: 'agreed', first: { signed: 'session' }, second: { signed: 'pin', by: 'arnold' } },
  ])
  expect((await lab.as('reneau').ask('evidence.get-item', { id: item })).body.findings).toEqual([])
})

it('B36 nobody counts in a closed bag, in a store, as a third for two absent, nor notes that do not exist', async () => {
  const closed = await money({ seals: [{ number: 'M-1' }] })
  expect((await count('reneau', closed, [line('100', 1)])).body.code).toBe('evidence.still-sealed')
  const item = await money()
  expect((await count('reneau', item, [line('30', 1)])).body.code).toBe('evidence.no-such-note')
  expect((await count('reneau', await money({ type: 'plant-material' }), [line('20', 1)])).body.code).toBe(
    'evidence.not-cash',
  )
  await count('arnold', item, [line('20', 1)])
  expect((await count('third', item, [line('20', 1)])).body.code).toBe('evidence.cash-holder-absent')
  const wrong = { counter: { person: lab.as('third').id, pin: '000000' } }
  expect((await count('reneau', await money(), [line('20', 1)], wrong)).body.code).toBe(
    'evidence.co-signer-wrong-pin',
  )
  expect((await count('stranger', item, [line('20', 1)])).status).toBe(404)
  expect((await lab.as('stranger').ask('evidence.cash-of-item', { item })).status).toBe(404)
})

it('what is counted is exact, in whatever order and however often a note is named', () => {
  const lines = [line('0.25', 3), line('100', 1), line('100.00', 2), line('50', 0)]
  expect(tidied(lines)).toEqual([line('100', 3), line('0.25', 3)])
  expect(cashTotals(lines)).toEqual([{ currency: 'XTS', value: '300.75' }])
  expect(cashDiffers(lines, [line('100', 3), line('0.25', 3)])).toEqual([])
  // The same sum in other notes is a difference.
  expect(cashDiffers([line('100', 1)], [line('50', 2)])).toHaveLength(2)
})

it('of two who count second at once, one is the second', async () => {
  const item = await money()
  await count('reneau', item, [line('20', 1)])
  const both = await Promise.all(['arnold', 'third'].map((who) => count(who, item, [line('20', 1)])))
  const states = both.map((b) => b.body.state ?? b.body.code).sort()
  // The other begins the next round, or is told; never a third in the same one.
  expect(states.filter((s) => s === 'agreed')).toHaveLength(1)
  expect((await seen('reneau', item)).rounds[0].state).toBe('agreed')
})
