/** Stories of a death: the call in the night, under either law, in hospital, in custody, declined. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { aCall, accepted, officeOf, told } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab.close())
const seen = async (death: string, who = 'isela') =>
  (await lab.as(who).ask('death.get-death', { death })).body

test('H1 a call is one form: who tells, where the body is, what the script asks; notifications stand with their minutes', async () => {
  const began = lab.clock.now()
  const { id, number } = await lab.as('norris').do('death.take-call', aCall({ began }))
  expect(number).toMatch(/^CALL-2026-\d{4}$/)
  await lab.as('norris').do('death.record-notification', {
    death: id,
    whom: 'pathologist',
    name: 'Dr Escalante',
    outcome: 'comes',
  })
  const file = await seen(id)
  expect(file.told).toMatchObject({
    caller: { name: 'Cpl Damion Palacio', phone: '501-600-0000' },
    name: 'Rodolfo Novelo',
    form: 'Call of a death',
    answers: [
      { key: 'safe', text: 'Yes' },
      { key: 'moved', text: 'Unknown' },
    ],
  })
  expect(file.told.minutes).toBeLessThan(5)
  expect(file.notifications).toMatchObject([{ whom: { name: 'Pathologist on call' }, outcome: 'comes' }])
  expect(file.duties.find((d: { key: string }) => d.key === 'tell-pathologist').done).toBe(true)
})

test('H1 a call from a device whose clock was ahead took no minutes less than none', async () => {
  const began = new Date(Date.parse(lab.clock.now()) + 3_600_000).toISOString()
  const { id } = await lab.as('isela').do('death.take-call', aCall({ began }))
  expect((await seen(id)).told).toMatchObject({ beganAt: began, minutes: null })
})

test('H1 an answer that the script asks for may be unknown, and is never left blank', async () => {
  const blank = await lab.as('isela').tell('death.take-call', aCall({ answers: {} }))
  expect(blank.status).toBe(400)
  expect(blank.body.fields[0].path).toBe('answers.safe')
  const unknown = await lab
    .as('isela')
    .tell('death.take-call', aCall({ answers: { safe: { absent: 'unknown' } } }))
  expect(unknown.status).toBe(200)
})

test('H2 a death is declined with its reason and who certifies it, stays in the list and is counted', async () => {
  const { death } = await told(lab)
  await lab.as('hugo').do('death.decline-jurisdiction', {
    death,
    reason: 'natural-attended',
    signs: 'Dr Ruth Neal',
  })
  const list = (await lab.as('isela').ask('death.calls', { state: 'declined' })).body
  expect(list.items.find((d: { id: string }) => d.id === death)).toMatchObject({
    state: 'declined',
    reason: { name: 'Natural, attended' },
    number: null,
  })
  expect(list.counts.find((c: { state: string }) => c.state === 'declined').n).toBe(list.items.length)
  const again = await lab.as('hugo').tell('death.decline-jurisdiction', { death, reason: 'natural-attended' })
  expect(again.body.code).toBe('death.declined-already')
})

test('S-B15 (jurisdiction) under the coroner an order is wanted; the law changes and the same death and case go on', async () => {
  const { death } = await told(lab)
  const own = await lab.as('hugo').tell('death.accept-jurisdiction', {
    death,
    profile: 'coroner',
    authority: { kind: 'own' },
  })
  expect(own.body.code).toBe('death.law-wants-order')
  const { number } = await lab.as('hugo').do('death.accept-jurisdiction', {
    death,
    profile: 'coroner',
    authority: { kind: 'order', number: 'CO-9', by: 'Magistrate' },
  })
  const before = await seen(death)
  expect(before).toMatchObject({ number, state: 'accepted', signs: 'coroner' })
  const silent = await lab.as('hugo').tell('death.change-authority', { death, profile: 'medical-examiner' })
  expect(silent.status).toBe(400)
  await lab
    .as('hugo')
    .do(
      'death.change-authority',
      { death, profile: 'medical-examiner' },
      { reason: 'The reform is in force' },
    )
  const after = await seen(death)
  expect(after).toMatchObject({
    number,
    case: before.case,
    caseNumber: before.caseNumber,
    signs: 'medical-examiner',
    profile: { code: 'medical-examiner' },
  })
  expect(after.decisions.map((d: { profile: { code: string } }) => d.profile.code)).toEqual([
    'coroner',
    'medical-examiner',
  ])
})

test('H12 H13 of a death in hospital the blood taken in life is asked for, and the duty ends when it was', async () => {
  const { death } = await accepted(lab, { setting: 'hospital' })
  const open = (await seen(death)).duties.filter((d: { done: boolean }) => !d.done)
  expect(open.map((d: { key: string }) => d.key)).toEqual(
    expect.arrayContaining(['ante-mortem-specimen', 'medical-records']),
  )
  const asked = await lab.as('isela').do('death.request-hospital-specimen', {
    death,
    whom: 'Regional Hospital',
    what: 'Admission blood',
    dueOn: '2026-11-05',
  })
  await lab.as('isela').do('death.record-hospital-answer', { death, asked: asked.id, outcome: 'received' })
  const file = await seen(death)
  expect(file.asked).toMatchObject([
    { kind: 'ante-mortem-specimen', outcome: 'received', dueOn: '2026-11-05' },
  ])
  expect(file.duties.find((d: { key: string }) => d.key === 'ante-mortem-specimen').done).toBe(true)
  const twice = await lab
    .as('isela')
    .tell('death.record-hospital-answer', { death, asked: asked.id, outcome: 'none' })
  expect(twice.body.code).toBe('death.answered-already')
})

test('S-B15 a death in custody asks for an inquest and that the director is told', async () => {
  const { death } = await accepted(lab, { setting: 'custody' })
  expect((await seen(death)).duties.map((d: { key: string }) => d.key)).toEqual(
    expect.arrayContaining(['inquest', 'tell-director']),
  )
  await lab.as('isela').do('death.record-notification', {
    death,
    whom: 'director',
    name: 'Director',
    outcome: 'reached',
  })
  expect((await seen(death)).duties.find((d: { key: string }) => d.key === 'tell-director').done).toBe(true)
})

test('H5 H6 four places, each with its own time; a later word replaces the earlier and both stand in the ledger', async () => {
  const { death } = await told(lab)
  await lab.as('isela').do('death.record-place', { death, kind: 'injury', on: '2026-11', text: 'Not sure' })
  await lab.as('isela').do('death.record-place', {
    death,
    kind: 'injury',
    on: '2026-11-01',
    time: '22:15',
    approximate: true,
    text: 'Hummingbird Highway, mile 12',
    byWhom: 'Bus driver',
    condition: 'Conscious',
  })
  await lab
    .as('isela')
    .do('death.record-place', { death, kind: 'last-alive', absent: 'unknown', timeAbsent: 'unknown' })
  const { places } = await seen(death)
  expect(places.find((p: { kind: string }) => p.kind === 'injury')).toMatchObject({
    on: '2026-11-01',
    time: '22:15',
    approximate: true,
    condition: 'Conscious',
  })
  expect(places.find((p: { kind: string }) => p.kind === 'last-alive')).toMatchObject({ absent: 'unknown' })
})

test('H4 an age may be in hours, or unknown; the name of a child is hidden in lists', async () => {
  const child = await told(lab, { name: 'A child', age: { value: 9, unit: 'hours' } })
  const nobody = await told(lab, { name: null, age: { absent: 'unknown' } })
  const { items } = (await lab.as('isela').ask('death.calls', { limit: 200 })).body
  expect(items.find((d: { id: string }) => d.id === child.death)).toMatchObject({
    name: null,
    hidden: true,
    age: { value: 9, unit: 'hours' },
  })
  expect(items.find((d: { id: string }) => d.id === nobody.death)).toMatchObject({
    name: null,
    hidden: false,
    age: { absent: 'unknown' },
  })
})

test('need to know: an officer with the case does not see the death, another office sees nothing', async () => {
  const { death } = await accepted(lab)
  await lab.person('oscar', ['pathologist'], { unit: lab.units.toxicology })
  expect((await lab.as('oscar').ask('death.get-death', { death })).status).toBe(404)
  const { items } = (await lab.as('oscar').ask('death.calls')).body
  expect(items).toEqual([])
  expect((await lab.as('delia').ask('death.get-death', { death })).status).toBe(200)
})

test('a death joins a case that is there: its number finds the case, and the person stands on it as deceased', async () => {
  const first = await accepted(lab)
  const { case: file } = await seen(first.death)
  const second = await accepted(lab, { name: 'Second Victim' }, { case: file })
  expect((await seen(second.death)).case).toBe(file)
  const hits = (await lab.as('isela').ask('cases.find-anything', { q: second.number })).body
  expect(JSON.stringify(hits)).toContain(file)
})
