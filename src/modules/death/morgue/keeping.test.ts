/** What keeps a body that hangs on its case, and every way out of the house that is not an act of its death. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../../test/lab.ts'
import { aRelative, examined, officeOf, ready, received } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab.close())
const as = (who: string) => lab.as(who)
const seen = async (death: string, who = 'isela'): Promise<Said> =>
  (await as(who).ask('death.get-death', { death })).body
const released = (death: string): Promise<Said> =>
  as('norris').tell('death.release-body', { death, to: aRelative, kind: 'relative' }, { stepUp: true })
const held = (file: string, kind: string, authority: string): Promise<Said> =>
  lab.arrange('cases.place-hold', { case: file, kind, authority })

test('a hold on the case keeps the body: the refusal names it, the button is grey with its words, and it goes when the hold is lifted', async () => {
  const { death } = await ready(lab)
  const { case: file, caseNumber } = await seen(death)
  const hold = await held(file, 'court', 'Order 9 of the Supreme Court')
  const kept = `The case ${caseNumber} is held: Held for the court: Order 9 of the Supreme Court`
  expect((await seen(death)).keeps).toEqual([kept])
  const refused = await released(death)
  expect(refused.body).toMatchObject({ code: 'death.body-kept' })
  expect(refused.body.detail).toContain(kept)
  const act = (await seen(death, 'norris')).actions.find((a: Said) => a.operation === 'death.release-body')
  expect(act).toMatchObject({ ok: false })
  expect(act.why).toContain('Order 9 of the Supreme Court')
  await lab.arrange('cases.lift-hold', { case: file, hold: hold.id })
  expect((await seen(death)).keeps).toEqual([])
  expect((await released(death)).status).toBe(200)
})

test('whoever placed the hold may let the body alone go, in writing: the hold goes on keeping the exhibits and effects', async () => {
  const { death } = await ready(lab)
  const bag = await as('norris').do('death.inventory-effects', {
    death,
    effects: [{ words: 'Telephone' }],
    seal: 'E-9',
    witness: { person: (await officeOf(lab)).investigator, pin: '246810' },
  })
  const { case: file } = await seen(death)
  // A charge holds the case by itself, until the court has spoken: no body waits for that.
  await lab.arrange('cases.record-charge', { case: file, on: '2026-11-02', text: 'Charge of murder' })
  const [hold] = (await seen(death)).holds.filter((h: Said) => h.ofCase)
  const free = { death, hold: hold.id }
  const why = { reason: 'The second examination for the defence is over' }
  expect((await as('isela').tell('death.free-body', free, why)).body.code).toBe(
    'death.consent-without-letter',
  )
  await as('isela').do('death.free-body', { ...free, authority: 'Letter DPP/114' }, why)
  expect((await seen(death)).keeps).toEqual([])
  const again = await as('isela').tell('death.free-body', { ...free, authority: 'Letter DPP/114' }, why)
  expect(again.body.code).toBe('death.no-such-hold')
  expect((await seen(death)).effects[0].keeps.join(' ')).toContain('Charge of murder')
  const effects = { death, bag: bag.id, to: aRelative }
  expect((await as('norris').tell('death.release-effects', effects, { stepUp: true })).body.code).toBe(
    'death.effects-held',
  )
  expect((await released(death)).status).toBe(200)
})

test('an organ that was kept stays while its case is held', async () => {
  const { death, examination } = await examined(lab)
  await as('hugo').do('death.record-organ', { examination, organ: 'heart', weightG: '310', retained: true })
  const { case: file } = await seen(death)
  const hold = await held(file, 'legal', 'Letter of the DPP')
  const back = { examination, organ: 'heart', words: 'To the family' }
  const kept = await as('hugo').tell('death.return-organ', back)
  expect(kept.body).toMatchObject({ code: 'death.organ-held' })
  expect(kept.body.detail).toContain('Letter of the DPP')
  await lab.arrange('cases.lift-hold', { case: file, hold: hold.id })
  await as('hugo').do('death.return-organ', back)
})

test('who may see the death and not its case learns that a hold stands, and no word of it', async () => {
  const { death } = await ready(lab)
  const { case: file } = await seen(death)
  await held(file, 'court', 'Secret order')
  await lab.db.direct.run(sql`update identity.sight set until_at = from_at where root = ${file}`)
  const told = await seen(death, 'norris')
  expect(told.caseNumber).toBe(null)
  expect(told.keeps).toEqual(['Its case is held. Whoever has the case may say why.'])
  expect(JSON.stringify(told)).not.toContain('Secret order')
})

test('a body travels by the acts of its death alone: no consignment, no stranger’s hand, no locker, no shelf of exhibits, no box, and it is neither used up nor struck out', async () => {
  const { thing } = await received(lab)
  await as('hugo').do('evidence.retrieve-item', { things: [thing], purpose: 'Examination' })
  const shelf = await lab.arrange('evidence.define-location', {
    code: 'SHELF-9',
    name: 'Shelf 9',
    kind: 'room',
    unit: (await officeOf(lab)).unit,
  })
  const ways: [string, object, object?][] = [
    [
      'evidence.dispatch-consignment',
      { things: [thing], carrier: 'Courier', toUnit: lab.units['counter'], hours: 24 },
    ],
    ['evidence.hand-over', { things: [thing], outsider: aRelative }, { stepUp: true }],
    ['evidence.store-item', { things: [thing], place: shelf.id }],
    [
      'evidence.pack-items',
      { things: [thing], newContainer: { description: 'Crate', packaging: { type: 'box' } } },
    ],
    ['evidence.consume-item', { item: thing, whole: true, why: 'Used up' }],
    ['evidence.void-item', { item: thing }, { reason: 'By mistake' }],
  ]
  for (const [operation, input, more] of ways) {
    const answer = await as('hugo').tell(operation, input, { reason: 'By mistake', ...more })
    expect([operation, answer.status, JSON.stringify(answer.body)]).toEqual([
      operation,
      409,
      expect.stringContaining('is a body'),
    ])
  }
  const { actions } = (await as('hugo').ask('evidence.get-item', { id: thing })).body
  for (const operation of [
    'evidence.dispatch-consignment',
    'evidence.check-out-to-court',
    'evidence.store-item',
  ])
    expect(actions.find((a: Said) => a.operation === operation)).toMatchObject({
      ok: false,
      why: expect.stringContaining('is a body'),
    })
  // Within the house it goes from hand to hand like everything else.
  const { second } = await officeOf(lab)
  await as('hugo').do('evidence.hand-over', { things: [thing], to: second })
})
