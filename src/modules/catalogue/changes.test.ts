/** Changes to the laboratory's rules: proposed, compared with what stands on them, approved by another, in force from their day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { applyBelize } from './examples.ts'
import { mayApprove, stillStands } from './rules/change.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await applyBelize(lab)
  await lab.person('quinn', ['quality-manager'], { unit: null })
  await lab.person('dora', ['director'], { unit: null })
  await lab.person('hector', ['section-head'], { unit: lab.units.chemistry })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
})
afterAll(() => lab?.close())

const form = async () =>
  (await lab.as('quinn').ask('catalogue.get-definition', { kind: 'form', key: 'item.firearm' })).body
const seen = async (change: string, who = 'quinn') =>
  (await lab.as(who).ask('catalogue.get-change', { change })).body
const bore = { key: 'bore', kind: 'text', en: 'Bore', es: 'Ánima' }
const withBore = async (from: string) => {
  const stands = await form()
  return {
    why: 'The bore is asked by the examiners',
    from,
    content: {
      lists: [],
      limits: [],
      definitions: [
        {
          kind: 'form',
          key: stands.key,
          en: stands.en,
          es: stands.es,
          body: { questions: [...stands.body.questions, bore] },
        },
      ],
    },
  }
}

test('two people, once: the rules', () => {
  const proposed = { by_id: 'a', state: 'proposed' }
  expect(mayApprove(proposed, 'b').ok).toBe(true)
  expect(mayApprove(proposed, 'a')).toMatchObject({ code: 'catalogue.change-own' })
  expect(mayApprove({ by_id: 'a', state: 'approved' }, 'b')).toMatchObject({
    code: 'catalogue.change-decided',
  })
  expect(stillStands({ 'form a': 1 }, { 'form a': 1 }).ok).toBe(true)
  expect(stillStands({ 'form a': 1 }, { 'form a': 2 })).toMatchObject({ code: 'catalogue.changed-meanwhile' })
})

test('K1 a change is compared, approved by another person after showing who they are, and holds from its day', async () => {
  const input = await withBore('2026-12-01')
  const { touches } = (
    await lab.as('hector').ask('catalogue.compare-change', { content: JSON.stringify(input.content) })
  ).body
  expect(touches).toMatchObject([{ what: 'form', key: 'item.firearm', change: 'changed', fields: ['body'] }])
  const { id } = await lab.as('hector').do('catalogue.propose-change', input)
  expect((await seen(id)).state).toBe('proposed')
  // Nothing holds yet.
  expect((await form()).version).toBe(1)
  // Who proposed does not approve; who approves shows who they are; a section head holds no right to it.
  expect(
    (await lab.as('hector').tell('catalogue.approve-change', { change: id }, { stepUp: true })).status,
  ).toBe(403)
  expect((await lab.as('dora').tell('catalogue.approve-change', { change: id })).body.code).toBe(
    'step-up-required',
  )
  await lab.as('dora').do('catalogue.approve-change', { change: id }, { stepUp: true })
  expect((await seen(id)).decided.by).toBe('dora')
  expect((await form()).version).toBe(1)
  const on = async (day: string) =>
    (await lab.as('quinn').ask('catalogue.get-form', { type: 'pistol', on: day })).body.form.version
  expect([await on('2026-11-30'), await on('2026-12-01')]).toEqual([1, 2])
  expect(
    (await lab.as('quinn').tell('catalogue.approve-change', { change: id }, { stepUp: true })).body.code,
  ).toBe('catalogue.change-decided')
})

test('whoever proposed cannot approve, also with the right to; withdrawing is theirs', async () => {
  const { id } = await lab.as('quinn').do(
    'catalogue.propose-change',
    await withBore('2026-12-02').then((c) => ({
      ...c,
      content: { ...c.content, definitions: c.content.definitions.map((d) => ({ ...d, en: 'Firearms' })) },
    })),
  )
  const own = await lab.as('quinn').tell('catalogue.approve-change', { change: id }, { stepUp: true })
  expect(own.body.code).toBe('catalogue.change-own')
  await lab.as('quinn').do('catalogue.decline-change', { change: id, words: 'Not needed' })
  expect((await seen(id)).state).toBe('withdrawn')
})

test('what was changed since is not approved: it is no longer what was compared', async () => {
  const limit = (value: string) => ({
    why: 'Amended',
    from: '2026-11-20',
    content: {
      lists: [],
      definitions: [],
      limits: [
        {
          key: 'cannabis-ticket',
          substance: 'cannabis',
          value,
          unit: 'g',
          comparison: 'more-than',
          law: 'Misuse of Drugs Act',
          en: 'More than the ticket',
          es: 'Más que la boleta',
        },
      ],
    },
  })
  const one = await lab.as('quinn').do('catalogue.propose-change', limit('15'))
  const two = await lab.as('quinn').do('catalogue.propose-change', limit('25'))
  await lab.as('dora').do('catalogue.approve-change', { change: one.id }, { stepUp: true })
  const late = await lab.as('dora').tell('catalogue.approve-change', { change: two.id }, { stepUp: true })
  expect(late.body.code).toBe('catalogue.changed-meanwhile')
  const values = async (on: string) =>
    (await lab.as('quinn').ask('catalogue.get-limits', { substance: 'cannabis', on })).body.items.map(
      (l: { value: string }) => l.value,
    )
  expect(await values('2026-11-19')).toContain('10')
  expect(await values('2026-11-20')).toContain('15')
})

test('a form that would change the meaning of a key, or that nobody could answer, is not even proposed', async () => {
  const input = await withBore('2026-12-01')
  const [d] = input.content.definitions
  const wrong = (questions: unknown[]) => ({
    ...input,
    content: { ...input.content, definitions: [{ ...d, body: { questions } }] },
  })
  const meaning = await lab
    .as('quinn')
    .tell('catalogue.propose-change', wrong([{ ...bore, key: 'serial', kind: 'number' }]))
  expect(meaning.body.code).toBe('catalogue.field-reused')
  const empty = await lab
    .as('quinn')
    .tell('catalogue.propose-change', wrong([{ ...bore, key: 'colourOf', kind: 'choice' }]))
  expect(empty.body.code).toBe('catalogue.question-without-options')
  expect((await lab.as('reneau').tell('catalogue.propose-change', input)).status).toBe(403)
})
