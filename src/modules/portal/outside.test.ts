/** Customers outside the police: an agreement, cases of their own with numbers of their own, fees where the agreement says so, and nothing of the police in sight. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { growTree } from '#ledger/sequencer.ts'
import { anAnnouncedItem, anAnnouncement, arrangeAnnouncing } from '#modules/evidence/examples.ts'
import { sectionOf } from '#modules/work/examples.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { startReactions } from '../../app/reactions.ts'
import { onAccepted } from './reactions/on-accepted.ts'

let lab: Lab
let clinic: { agency: string; unit: string }
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.arrange('catalogue.define-code', {
    list: 'case-type',
    code: 'screening',
    en: 'Screening',
    es: 'Tamizaje',
    data: { outside: true },
  })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga })
  await lab.person('director', ['director'], { unit: null })
  clinic = await customer('Hope Rehabilitation Centre', 'HOPE', 'nurse')
})
afterAll(() => lab?.close())
async function customer(name: string, shortName: string, username: string) {
  const { id: agency } = await lab.arrange('identity.register-agency', { name, shortName, kind: 'other' })
  const { id: unit } = await lab.arrange('identity.add-unit', {
    agency,
    name,
    code: shortName,
    kind: 'office',
  })
  await lab.person(username, ['officer'], { unit, agency })
  for (const rule of ['agreement-required', 'own-cases', 'pays-fees'])
    await lab
      .as('director')
      .do('identity.hold-agency', { agency, rule, holds: true }, { stepUp: true, reason: 'As agreed' })
  await lab.as('director').do(
    'identity.sign-agreement',
    {
      agency,
      kind: 'service',
      title: 'Screening of residents',
      signedOn: '2026-01-02',
      validFrom: '2026-01-02',
      forService: 'The director',
      forAgency: 'The administrator',
    },
    { stepUp: true },
  )
  return { agency, unit }
}
const announce = async (who: string, more: object = {}) => {
  const item = lab.ground.newId()
  const { id } = await lab.as(who).do(
    'evidence.submit-prelog',
    anAnnouncement(lab as never, {
      items: [anAnnouncedItem(item, { description: 'Urine, resident 41' })],
      ...more,
    }),
  )
  return { submission: id as string, item }
}
const receive = (who: string, at: { submission: string; item: string }, into: object) =>
  lab.as('reneau').tell('evidence.receive-submission', {
    ...into,
    submittedBy: { person: lab.people.get(who)?.id, unit: who === 'nurse' ? clinic.unit : undefined },
    announced: { submission: at.submission, seq: 1 },
    items: [{ id: at.item, description: 'Urine, resident 41', seals: [] }],
  })
const screening = () => ({
  newCase: {
    title: 'Screening of residents, week 44',
    type: 'screening',
    investigator: { person: lab.people.get('nurse')?.id },
  },
})

test('A31 what a rehabilitation centre brings never opens a case of the police; it has cases of its own with numbers of their own', async () => {
  const police = await announce('choc', { numbers: [{ kind: 'police', text: 'DG-77' }] })
  const theirs = (await receive('choc', police, { newCase: { title: 'Drugs', type: 'criminal' } })).body
  expect(theirs.case.number).toMatch(/^2026-|^C-/)
  // Bearing a number of a police case opens nothing of it.
  const at = await announce('nurse', { numbers: [{ kind: 'police', text: 'DG-77' }] })
  expect(
    (await lab.as('nurse').ask('evidence.match-prelog', { submission: at.submission })).body?.cases ?? [],
  ).toEqual([])
  const wrong = await receive('nurse', at, { case: theirs.case.id })
  expect([wrong.status, wrong.body.code]).toEqual([409, 'evidence.outside-into-police'])
  const kind = await receive('nurse', at, { newCase: { title: 'Screening', type: 'criminal' } })
  expect(kind.body.code).toBe('evidence.outside-into-police')
  const own = (await receive('nurse', at, screening())).body
  expect(own.case.number).toBe('X-2026-0001')

  const other = await customer('Western Hospital', 'WRH', 'matron')
  const second = await announce('matron')
  const mixed = await receive('matron', second, { case: own.case.id })
  expect(mixed.body.code).toBe('evidence.outside-of-another')
  expect(other.unit).toBeTruthy()
  const cop = await announce('choc')
  expect((await receive('choc', cop, { case: own.case.id })).body.code).toBe('evidence.case-of-outside')

  const cases = async (who: string) =>
    (await lab.as(who).ask('portal.my-cases', { show: 'all' })).body.items.map((c: Said) => c.number)
  expect(await cases('nurse')).toEqual(['X-2026-0001'])
  expect(await cases('matron')).toEqual([])
  expect(await cases('choc')).not.toContain('X-2026-0001')
  const found = (await lab.as('nurse').ask('cases.find-anything', { q: 'DG-77' })).body.items
  expect(found.map((f: Said) => f.case?.id)).not.toContain(theirs.case.id)
  for (const [operation, input] of [
    ['portal.case-status', { case: theirs.case.id }],
    ['evidence.get-item', { id: theirs.items[0].id }],
    ['evidence.get-submission', { id: theirs.id }],
  ] as const)
    expect((await lab.as('nurse').ask(operation, input)).status, operation).toBe(404)
})

test('A31 what it asks for is charged by the list when the section takes it on, and paid under a receipt', async () => {
  await sectionOf(lab as never)
  await lab.arrange('catalogue.define-list', { list: 'examination-fee', en: 'Fees', es: 'Tarifas' })
  const at = await announce('nurse')
  const own = (await receive('nurse', at, screening())).body
  const { id: request } = await lab.as('reneau').do('work.request-examination', {
    case: own.case.id,
    items: own.items.map((i: Said) => i.id),
    unit: lab.units.chemistry,
    discipline: 'drugs',
    question: 'controlled-drug',
    questionText: 'Was anything taken?',
  })
  await lab.arrange('catalogue.define-code', {
    list: 'examination-fee',
    code: 'screen',
    en: 'Screening of a specimen',
    es: 'Tamizaje de una muestra',
    data: { questions: ['controlled-drug'], fee: '40.00', per: 'item', currency: 'BZD' },
  })
  await lab.as('marva').do('work.accept-request', { request })
  const react = async () => {
    await growTree(lab.ground)
    const reactions = startReactions(lab.ground, [onAccepted])
    await reactions.round()
    await reactions.round()
    await reactions.stop()
  }
  await react()
  const owed = async (who: string) => (await lab.as(who).ask('portal.charges', {})).body.items
  const [charge, ...more] = await owed('nurse')
  expect(more).toEqual([])
  expect(charge).toMatchObject({
    what: 'Screening of a specimen',
    agency: 'Hope Rehabilitation Centre',
    amount: '40.00',
    case: { number: own.case.number },
  })
  expect(await owed('choc')).toEqual([])
  await lab.as('reneau').do('portal.record-payment', { charge: charge.id, receipt: 'R-9' })
  expect(await owed('nurse')).toEqual([])
})
