/** What somebody of the laboratory changes without a programmer: each is proposed, approved by another, and seen where it matters. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { applyBelize } from './examples.ts'
import { mayBeSetAlone, needsTwo } from './rules/alone.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await applyBelize(lab)
  await lab.person('quinn', ['quality-manager'], { unit: null, name: 'Q. Quinn' })
  await lab.person('dora', ['director'], { unit: null })
  await lab.person('root', ['administrator'], { unit: null })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('marva', ['section-head'], { unit: lab.units.chemistry })
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga })
  // The laboratory works: a case has its number.
  await lab.as('marva').do('cases.open-case', aCase('possession-of-drugs'))
})
afterAll(() => lab?.close())

const aCase = (offence: string) => ({
  title: 'A parcel at the Northern Border',
  type: 'drugs',
  unit: lab.units.chemistry,
  offences: [{ code: offence }],
})
const nothing = { lists: [], limits: [], definitions: [], stores: [] }
/** Quinn proposes it, Dora looks at it and approves it. */
async function changed(content: object, from = '2026-11-02'): Promise<void> {
  const { id } = await lab.as('quinn').do('catalogue.propose-change', {
    why: 'Asked by the section',
    from,
    content: { ...nothing, ...content },
  })
  await lab.as('dora').do('catalogue.approve-change', { change: id })
}
const names = (list: string, en: string, es: string, codes: object[]) => ({
  lists: [{ list, en, es, codes }],
})

describe('K1 the laboratory changes its own rules', () => {
  it('a kind of item with a form of its own is described by it at the counter', async () => {
    await changed({
      definitions: [
        {
          kind: 'form',
          key: 'item.jewellery',
          en: 'Jewellery',
          es: 'Joyas',
          body: {
            questions: [
              { key: 'metal', kind: 'text', en: 'Metal', es: 'Metal', required: true },
              { key: 'stones', kind: 'number', en: 'Stones', es: 'Piedras', least: 0 },
            ],
          },
        },
      ],
      ...names('item-type', 'Kind of item', 'Tipo de indicio', [
        { code: 'jewellery', en: 'Jewellery', es: 'Joyas', data: { form: 'item.jewellery' } },
      ]),
    })
    const { form } = (await lab.as('reneau').ask('catalogue.get-form', { type: 'jewellery' })).body
    expect(form.questions.map((q: { key: string }) => q.key)).toEqual(['metal', 'stones'])
    const found = (await lab.as('reneau').ask('catalogue.find-code', { list: 'item-type', q: 'joyas' })).body
    expect(found.items[0]).toMatchObject({ code: 'jewellery', en: 'Jewellery' })
  })

  it('a new offence with its class of ICCS can be what a case is about', async () => {
    const offence = { code: 'drone-contraband', en: 'Contraband by drone', es: 'Contrabando por dron' }
    const before = await lab.as('marva').tell('cases.open-case', aCase(offence.code))
    expect(before.body.code).toBe('catalogue.no-such-code')
    await changed(names('offence', 'Offence', 'Delito', [{ ...offence, data: { iccs: '08059' } }]))
    const list = (await lab.as('choc').ask('catalogue.get-code-list', { list: 'offence' })).body
    expect(list.items.find((c: { code: string }) => c.code === offence.code).data.iccs).toBe('08059')
    await lab.as('marva').do('cases.open-case', aCase(offence.code))
  })

  it('a limit that is changed from 1 January holds from that day and not before', async () => {
    const [stands] = (
      await lab.as('quinn').ask('catalogue.get-limits', { substance: 'cannabis', on: '2026-12-31' })
    ).body.items
    const { id: _id, confirmedBy: _by, gazette: _gazette, ...limit } = stands
    await changed({ limits: [{ ...limit, value: '28', source: 'Act No. 3 of 2026' }] }, '2027-01-01')
    const value = async (on: string) =>
      (await lab.as('choc').ask('catalogue.get-limits', { substance: 'cannabis', on })).body.items.find(
        (l: { key: string }) => l.key === stands.key,
      ).value
    expect([await value('2026-12-31'), await value('2027-01-01')]).toEqual([stands.value, '28'])
  })

  it('a change that is approved late begins on the day of its approval: nothing before reads otherwise', async () => {
    const limit = {
      key: 'new-substance',
      substance: 'mdma',
      value: '1',
      unit: 'g',
      comparison: 'more-than',
      law: 'An Act',
      en: 'More than one gram',
      es: 'Más de un gramo',
    }
    const { id } = await lab.as('quinn').do('catalogue.propose-change', {
      why: 'Amended',
      from: '2026-10-01',
      content: { ...nothing, limits: [{ ...limit, validFrom: '2020-01-01' }] },
    })
    await lab.as('dora').do('catalogue.approve-change', { change: id })
    const on = async (day: string) =>
      (await lab.as('choc').ask('catalogue.get-limits', { substance: 'mdma', on: day })).body.items.length
    expect([await on('2026-11-01'), await on('2026-11-02')]).toEqual([0, 1])
  })

  it('a new shelf of a store is there once another person has approved it', async () => {
    const { id: room } = await lab.arrange('evidence.define-location', {
      code: 'VAULT',
      name: 'Vault',
      kind: 'room',
      unit: lab.units.counter,
      witness: true,
    })
    const shelf = { code: 'vault-9', name: 'Shelf 9', kind: 'shelf', parent: 'VAULT', capacity: 40 }
    const later = await lab.as('quinn').tell('catalogue.propose-change', {
      why: 'More room',
      from: '2027-01-01',
      content: { ...nothing, stores: [shelf] },
    })
    expect(later.body.code).toBe('catalogue.place-holds-at-once')
    await changed({ stores: [shelf] })
    const map = (await lab.as('reneau').ask('evidence.store-map', { place: room })).body
    const place = map.places.find((p: { code: string }) => p.code === 'VAULT-9')
    // What stands behind a door with a witness has one too.
    expect(place).toMatchObject({ name: 'Shelf 9', capacity: 40, witness: true })
    const again = await lab.as('quinn').tell('catalogue.propose-change', {
      why: 'Again',
      from: '2026-11-02',
      content: { ...nothing, stores: [shelf] },
    })
    expect(again.body.code).toBe('catalogue.place-stands')
  })

  it('a notice is told in the laboratory’s own words, in Spanish too', async () => {
    const key = 'portal.notice-help-subject'
    await changed({
      definitions: [
        {
          kind: 'template',
          key,
          en: key,
          es: key,
          body: { en: 'An officer asks for help', es: 'Un oficial pide ayuda' },
        },
      ],
    })
    await lab.as('choc').do('portal.ask-for-help', { unit: lab.units.chemistry, text: 'How is it packed?' })
    const told = async (language: 'en' | 'es') =>
      (await lab.as('marva').ask('identity.my-notices', {}, { language })).body.items[0].text
    expect([await told('en'), await told('es')]).toEqual([
      'An officer asks for help',
      'Un oficial pide ayuda',
    ])
  })

  it('K9 the words of the certificate are the laboratory’s, and name only values that are there', async () => {
    const words = (en: string, es: string) => ({
      definitions: [
        { kind: 'template', key: 'reports.paper-from-to', en: 'From to', es: 'De a', body: { en, es } },
      ],
    })
    const wrong = await lab.as('quinn').tell('catalogue.propose-change', {
      why: 'Shorter',
      from: '2026-11-02',
      content: { ...nothing, ...words('{from} until {whom}', '{from} hasta {whom}') },
    })
    expect(wrong.body).toMatchObject({ code: 'catalogue.value-not-there' })
    expect(wrong.body.detail).toContain('{from}, {to}')
    await changed(words('between {from} and {to}', 'entre {from} y {to}'), '2026-11-20')
    const say = async (language: 'en' | 'es', now: string) =>
      (await lab.ground.words(lab.db.direct, language, now))('reports.paper-from-to', { from: 'A', to: 'B' })
    expect(await say('es', '2026-11-20T14:00:00.000Z')).toBe('entre A y B')
    expect(await say('es', '2026-11-19T14:00:00.000Z')).not.toBe('entre A y B')
    const { items } = (await lab.as('dora').ask('catalogue.find-texts', { family: 'paper', own: 'true' }))
      .body
    expect(items).toMatchObject([
      { key: 'reports.paper-from-to', values: ['from', 'to'], own: { version: 1 } },
    ])
  })
})

describe('what a change touches is counted before it is proposed', () => {
  const uses = async (content: object, language: 'en' | 'es' = 'en') => {
    const asked = { content: JSON.stringify({ ...nothing, ...content }) }
    return (await lab.as('quinn').ask('catalogue.compare-change', asked, { language })).body.touches[0].uses
  }
  it('K13 open cases of an offence, requests of a question, numbers that were given: in words', async () => {
    const offence = { code: 'possession-of-drugs', en: 'Possession', es: 'Posesión', data: { iccs: '06011' } }
    const content = names('offence', 'Offence', 'Delito', [offence])
    expect(await uses(content)).toEqual(['1 open case has it', '1 case has it in all'])
    expect(await uses(content, 'es')).toEqual(['1 caso abierto lo tiene', '1 caso lo tiene en total'])
    const pattern = { pattern: 'X-{yyyy}-{000}', reset: 'year', zone: 'America/Belize' }
    const [given] = await uses({
      definitions: [{ kind: 'numbering', key: 'case', en: 'Cases', es: 'Casos', body: pattern }],
    })
    expect(given).toMatch(/^\d+ numbers? (was|were) given/)
    const question = { code: 'weight', en: 'Weight?', es: '¿Peso?', data: { discipline: 'drugs' } }
    expect(await uses(names('question', 'Question', 'Pregunta', [question]))).toEqual([])
  })
})

describe('two people for what certificates and custody stand on', () => {
  it('in a laboratory that works nobody sets such a rule alone; words to choose from are one person’s work', async () => {
    const alone = (who: string, operation: string, input: object) =>
      lab.as(who).tell(operation, input, { stepUp: true })
    const offence = { list: 'offence', code: 'new', en: 'New', es: 'Nuevo' }
    const refused = await alone('quinn', 'catalogue.define-code', offence)
    expect(refused.body).toMatchObject({ code: 'catalogue.not-alone' })
    const pattern = { pattern: 'X-{yyyy}-{000}', reset: 'year', zone: 'UTC' }
    for (const [operation, input] of [
      ['catalogue.define-numbering', { key: 'case', en: 'N', es: 'N', numbering: pattern }],
      ['catalogue.retire-code', { list: 'item-type', code: 'pistol', on: '2026-12-31' }],
      ['catalogue.define-template', { key: 'a.text', en: 'N', es: 'N', text: { en: 'Yes.', es: 'Sí.' } }],
    ] as const)
      expect((await alone('root', operation, input)).body.code, operation).toBe('catalogue.not-alone')
    expect((await alone('quinn', 'catalogue.define-code', { ...offence, list: 'colour' })).status).toBe(200)
    // A draft holds nothing; another person than its author puts it in force.
    const draft = { key: 'a.text', en: 'N', es: 'N', text: { en: 'Yes.', es: 'Sí.' }, publish: false }
    const { id } = await lab.as('root').do('catalogue.define-template', draft)
    const own = await alone('root', 'catalogue.publish-version', { definition: id, from: '2026-12-01' })
    expect(own.body.code).toBe('catalogue.draft-own')
    expect(
      (await alone('quinn', 'catalogue.publish-version', { definition: id, from: '2026-12-01' })).status,
    ).toBe(200)
  })

  it('the same change is not proposed twice while it waits', async () => {
    const content = {
      ...nothing,
      ...names('offence', 'Offence', 'Delito', [{ code: 'twice', en: 'Twice', es: 'Dos veces', data: {} }]),
    }
    const input = { why: 'New', from: '2026-12-01', content }
    await lab.as('quinn').do('catalogue.propose-change', input)
    const again = await lab.as('root').tell('catalogue.propose-change', input)
    expect(again.body.code).toBe('catalogue.already-proposed')
    expect(again.body.detail).toContain('Q. Quinn')
  })

  it('which rules: every definition, limit and place, and the lists that the program reads', () => {
    expect(needsTwo({ what: 'limit', key: 'x' })).toBe(true)
    expect(needsTwo({ what: 'stores', key: 'A1' })).toBe(true)
    expect(needsTwo({ what: 'code', key: 'retention-rule/cash' })).toBe(true)
    expect(needsTwo({ what: 'code', key: 'colour/red' })).toBe(false)
    const rules = [{ what: 'code', key: 'colour/red' }]
    expect(mayBeSetAlone(rules, { free: false }).ok).toBe(true)
    expect(mayBeSetAlone([...rules, { what: 'limit', key: 'x' }], { free: false }).ok).toBe(false)
    expect(mayBeSetAlone([{ what: 'limit', key: 'x' }], { free: true }).ok).toBe(true)
  })
})
