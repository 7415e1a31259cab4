/** Stories of the time to come: numbered by hand, meant for an end at intake, told to a party before nothing is left. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'
import { arrangeRule } from '../examples/disposal.ts'
import { arrangePlans } from '../examples/property.ts'
import { mayBearNumber, mayUseUp, usesUp } from './rules.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('stranger', ['analyst'], { unit: lab.units.policeBelmopan })
})
afterAll(() => lab?.close())
const receive = (items: object[], title = 'Assault, Albert Street') =>
  lab
    .as('reneau')
    .tell('evidence.receive-submission', aSubmission({ newCase: { title, type: 'criminal' }, items }))
const plans = async (item: string) => (await lab.as('reneau').ask('evidence.item-plans', { item })).body
const reneau = (operation: string, input: object) => lab.as('reneau').tell(operation, input)

it('B6 numbers are drawn by the pattern of the laboratory; one given by hand says why, is none that may be drawn, and is never given twice', async () => {
  const own = (text: string) => anItem({ number: { text, why: 'Stands engraved on it' }, seals: [] })
  const done = (await receive([anItem({ seals: [] }), own('GUN-44/A'), anItem({ seals: [] })])).body
  const [first, hand, third] = done.items as { id: string; number: string }[]
  expect(hand?.number).toBe('GUN-44/A')
  // What bears its own number draws none: the series goes on without a gap.
  expect(third?.number).toBe(first?.number.replace(/1$/, '2'))
  expect(await plans(hand?.id ?? '')).toMatchObject({
    number: 'GUN-44/A',
    ownNumber: { why: 'Stands engraved on it' },
  })
  expect((await plans(first?.id ?? '')).ownNumber).toBeNull()
  const twice = await receive([own('GUN-44/A')])
  expect([twice.status, twice.body.code]).toEqual([409, 'evidence.number-in-use'])
  const drawn = await receive([own(first?.number.replace(/1$/, '999') ?? '')])
  expect([drawn.status, drawn.body.code]).toEqual([409, 'evidence.number-like-drawn'])
  expect((await receive([anItem({ number: { text: 'X', why: '' } })])).status).toBe(400)
})

it('no number that a series draws, now or later, may be given by hand, nor one of its parts', () => {
  for (const n of ['2026-00017-3', '2026-00017-3999', '2031-4-1', '2026-00017-3.S1', '2026-00017-3.12'])
    expect(mayBearNumber(n, '2026-00417-1').ok, n).toBe(false)
  for (const n of ['GUN-1', 'A2026-00417-1', '2026-00417', '44/12'])
    expect(mayBearNumber(n, '2026-00417-1').ok, n).toBe(true)
})

it('B12 what is meant to become of a thing is said at intake, shown where things are due, and another end is proposed with words only', async () => {
  await arrangePlans(lab as never)
  await arrangeRule(lab as never)
  const done = (
    await receive([anItem({ intended: { as: 'back-to-owner' }, seals: [] })], 'Theft, Queen Street')
  ).body
  const thing = done.items[0].id as string
  expect((await receive([anItem({ intended: { as: 'thrown-away' } })])).body.code).toBe(
    'catalogue.no-such-code',
  )
  expect((await plans(thing)).intended).toMatchObject({ as: 'back-to-owner', name: 'Back to its owner' })
  await lab.as('reneau').do('evidence.intend-disposition', { item: thing, as: 'to-destroy', words: 'Mouldy' })
  await lab.as('reneau').do('evidence.intend-disposition', { item: thing, as: 'back-to-owner' })
  const said = await plans(thing)
  expect(said.intended.name).toBe('Back to its owner')
  expect(said.earlier.map((e: { name: string }) => e.name)).toEqual(['To be destroyed', 'Back to its owner'])
  await lab.arrange('cases.close-case', { case: done.case.id })
  const due = (await lab.as('reneau').ask('evidence.disposal-due', { case: done.case.id, show: 'all' })).body
  expect(due.items[0].intended).toEqual({ name: 'Back to its owner', action: 'return-owner' })
  const destroy = { things: [thing], action: 'destroy' }
  const other = await reneau('evidence.propose-disposal', destroy)
  expect([other.status, other.body.code]).toEqual([409, 'evidence.other-than-intended'])
  expect(
    (await reneau('evidence.propose-disposal', { ...destroy, words: 'The owner gave it up' })).status,
  ).toBe(200)
})

it('B51 nothing is used up before the parties were told: silence counts after its day, an objection holds until a court allows it', async () => {
  await arrangePlans(lab as never)
  const items = (await receive([anItem({ seals: [] }), anItem({ seals: [] })], 'Vial, Hattieville')).body
    .items
  const thing = items[0].id as string
  await lab.as('reneau').do('evidence.weigh-item', { item: thing, net: '1.00', unit: 'g' })
  const use = (more: object) => reneau('evidence.consume-item', { item: thing, why: 'GC-MS', ...more })
  expect((await use({ amount: '0.40', unit: 'g' })).status).toBe(200)
  expect((await plans(thing)).left).toEqual({ value: '0.6', unit: 'g' })
  for (const all of [{ whole: true }, { amount: '0.60', unit: 'g' }]) {
    const untold = await use(all)
    expect([untold.status, untold.body.code]).toEqual([409, 'evidence.consumption-untold'])
    expect(untold.body.detail).toContain('Defence')
  }
  const tell = (more: object) =>
    reneau('evidence.give-consumption-notice', {
      item: thing,
      party: 'defence',
      name: 'Mr. A. Sylvestre',
      way: 'By hand',
      why: 'GC-MS needs what is left',
      ...more,
    })
  const tomorrow = new Date(Date.parse(lab.clock.now()) + 86_400_000).toISOString().slice(0, 10)
  expect((await tell({ waitUntil: tomorrow })).body.code).toBe('evidence.notice-too-short')
  const notice = (await tell({})).body.id as string
  expect((await use({ whole: true })).body).toMatchObject({ code: 'evidence.consumption-waits' })
  const answer = (more: object) =>
    reneau('evidence.answer-consumption-notice', {
      notice,
      words: 'By letter',
      on: lab.clock.now().slice(0, 10),
      ...more,
    })
  expect((await answer({ answer: 'objects', on: tomorrow })).body.code).toBe('time-ahead')
  await answer({ answer: 'objects' })
  expect((await use({ whole: true })).body.code).toBe('evidence.consumption-objected')
  expect((await answer({ answer: 'court-allows' })).body.code).toBe('evidence.court-leave-needs-order')
  await answer({ answer: 'court-allows', document: 'Order 12, High Court' })
  expect((await plans(thing)).notices[0]).toMatchObject({ state: 'court-allows', party: 'Defence' })
  const letter = await lab.as('reneau').file('evidence.consumption-letter', { notice })
  expect(Buffer.from(letter.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await use({ whole: true })).status).toBe(200)
  // Of a part whose source is still here there is more to examine: nobody need be told.
  await lab.as('reneau').do('evidence.weigh-item', { item: items[1].id, net: '2.00', unit: 'g' })
  const part = await lab
    .as('reneau')
    .do('evidence.take-subsample', { item: items[1].id, description: 'Vial', amount: '0.5', unit: 'g' })
  expect((await reneau('evidence.consume-item', { item: part.id, whole: true, why: 'GC-MS' })).status).toBe(
    200,
  )
  for (const operation of ['evidence.item-plans', 'evidence.consumption-letter'])
    expect((await lab.as('stranger').ask(operation, { item: thing, notice } as never)).status).not.toBe(200)
})

it('silence until its day holds the work up, after it no more; what is left within the balance is nothing left', () => {
  const told = [{ code: 'defence', name: 'Defence' }]
  const notice = { party: 'defence', name: 'A. Sylvestre', wait_until: '2026-03-10', answer: null }
  const at = (day: string, answer: typeof notice.answer | 'consents' | 'asks-part' = null) =>
    mayUseUp({ number: 'X' }, told, [{ ...notice, answer }], day)
  expect(at('2026-03-10')).toMatchObject({ ok: false, code: 'evidence.consumption-waits' })
  expect(at('2026-03-11').ok).toBe(true)
  expect(at('2026-03-01', 'consents').ok).toBe(true)
  expect(at('2026-03-11', 'asks-part').ok).toBe(false)
  expect(mayUseUp({ number: 'X' }, [], [], '2026-03-01').ok).toBe(true)
  const left = { value: '0.60', unit: 'g' }
  expect(usesUp(false, { value: '590', unit: 'mg' }, left, '0.01')).toBe(true)
  expect(usesUp(false, { value: '0.58', unit: 'g' }, left, '0.01')).toBe(false)
  expect(usesUp(true, null, null, '0')).toBe(true)
})
