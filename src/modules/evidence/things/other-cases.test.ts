/** Stories of a thing that is evidence in more cases than one: which is first, who is told, and that none of them loses it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'
import { arrangeRule } from '../examples/disposal.ts'

let lab: Lab
const cases: { id: string; number: string; item: string; thing: string }[] = []
beforeAll(async () => {
  lab = await openLab()
  await arrangeWords(lab as never)
  await arrangeRule(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  for (const name of ['second', 'stranger'])
    await lab.person(name, ['analyst'], { unit: lab.units.policeBelmopan })
  for (const title of ['Shooting, Antelope Street', 'Robbery, Cemetery Road', 'Burglary, Orchid Lane']) {
    const done = await lab
      .as('reneau')
      .do(
        'evidence.receive-submission',
        aSubmission({ newCase: { title, type: 'criminal' }, items: [anItem({ seals: [] })] }),
      )
    cases.push({ ...done.case, item: done.items[0].number, thing: done.items[0].id })
  }
})
afterAll(() => lab?.close())
const at = (n: number) => cases[n] as (typeof cases)[number]
const add = (thing: string, other: string, who = 'reneau') =>
  lab.as(who).tell('evidence.add-to-case', { item: thing, case: other, why: 'The same gun was fired there' })

it('B28 a thing is evidence in several cases and one of them is its first; each is told of it, and none that is open loses it', async () => {
  const [first, second, third] = [at(0), at(1), at(2)]
  expect((await add(first.thing, second.id)).status).toBe(200)
  expect((await add(first.thing, third.id)).status).toBe(200)
  expect((await add(first.thing, second.id)).body.code).toBe('evidence.also-already')
  expect((await add(first.thing, first.id)).body.code).toBe('evidence.of-that-case')
  const seen = (await lab.as('reneau').ask('evidence.cases-of-item', { item: first.thing })).body
  expect(seen.primary.number).toBe(first.number)
  expect(seen.others.map((o: { case: { number: string } }) => o.case.number)).toEqual([
    second.number,
    third.number,
  ])
  const here = (await lab.as('reneau').ask('evidence.items-of-other-cases', { case: second.id })).body.items
  expect(here).toMatchObject([{ number: first.item, primary: first.number, opens: true }])
  // Its own case is closed; one of the others is open and keeps it.
  await lab.as('reneau').do('cases.close-case', { case: first.id })
  const due = async () =>
    (await lab.as('reneau').ask('evidence.disposal-due', { case: first.id, show: 'all' })).body.items[0]
      .blocks
  expect(await due()).toContain('It is evidence in another case that is open.')
  const propose = () =>
    lab.as('reneau').tell('evidence.propose-disposal', { things: [first.thing], action: 'destroy' })
  expect((await propose()).body.code).toBe('evidence.disposal-blocked')
  await lab
    .as('reneau')
    .do('evidence.take-from-case', { item: first.thing, case: second.id, why: 'Another gun' })
  await lab.as('reneau').do('cases.close-case', { case: third.id })
  expect(await due()).toEqual([])
  expect((await propose()).status).toBe(200)
  const after = (await lab.as('reneau').ask('evidence.cases-of-item', { item: first.thing })).body
  expect(after.others[0].ended).toMatchObject({ why: 'Another gun' })
  expect(
    (await lab.as('reneau').ask('evidence.items-of-other-cases', { case: second.id })).body.items,
  ).toEqual([])
})

it('nobody binds a thing to a case that they do not see, nor learns from it of a case; who sees the other case alone is told a line', async () => {
  const [second, third] = [at(1), at(2)]
  const fourth = await lab.as('reneau').do(
    'evidence.receive-submission',
    aSubmission({
      newCase: { title: 'Assault, Cleopatra Street', type: 'criminal' },
      items: [anItem({ seals: [] })],
    }),
  )
  expect((await add(second.thing, fourth.case.id, 'stranger')).status).toBe(404)
  expect((await lab.as('stranger').ask('evidence.cases-of-item', { item: second.thing })).status).toBe(404)
  expect((await lab.as('stranger').ask('evidence.items-of-other-cases', { case: second.id })).status).toBe(
    404,
  )
  await add(second.thing, fourth.case.id)
  expect((await add(second.thing, third.id)).body.code).toBe('evidence.case-closed')
  const person = lab.people.get('second')?.id
  await lab
    .as('reneau')
    .do('cases.give-access', { case: fourth.case.id, principal: person }, { reason: 'Compares the guns' })
  const told = await lab.as('second').ask('evidence.items-of-other-cases', { case: fourth.case.id })
  expect(told.body.items).toMatchObject([{ number: second.item, opens: false }])
  expect((await lab.as('second').ask('evidence.get-item', { id: second.thing })).status).toBe(404)
})
