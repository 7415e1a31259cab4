/** What the studio lists, opens and draws: every kind of rule by one door, and its previews. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/lab.ts'
import { applyBelize } from './examples.ts'
import { filledLabel } from './labels.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await applyBelize(lab)
  await lab.person('quinn', ['quality-manager'], { unit: null, name: 'Q. Quinn' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
})
afterAll(() => lab?.close())
const rules = async (section: string, q = '') =>
  (await lab.as('quinn').ask('catalogue.find-rules', { section, q })).body.items
const rule = async (section: string, key?: string) =>
  (await lab.as('quinn').ask('catalogue.get-rule', { section, key })).body

test('K1 every kind of rule is listed and opened by one door, and only by those who may change it', async () => {
  for (const section of [
    'form',
    'kit',
    'label',
    'numbering',
    'letterhead',
    'limit',
    'list.offence',
    'paper',
    'notice',
  ]) {
    const found = await rules(section)
    expect(found.length, section).toBeGreaterThan(0)
    const opened = await rule(section, found[0].key)
    expect(opened, section).toMatchObject({ section, key: found[0].key, waiting: null })
  }
  expect((await rules('limit', 'ticket')).map((r: { key: string }) => r.key)).toEqual(['cannabis-ticket'])
  const refused = await lab.as('reneau').ask('catalogue.find-rules', { section: 'limit' })
  expect(refused.status).toBe(403)
  expect((await lab.as('quinn').ask('catalogue.get-rule', { section: 'limit', key: 'none' })).status).toBe(
    404,
  )
})

test('K1 something new of a list is asked what its codes say; a change that waits is told beside the rule', async () => {
  const fresh = await rule('list.offence')
  expect(Object.keys(fresh.sample)).toContain('iccs')
  expect(fresh.list).toMatchObject({ en: 'Offence', es: 'Delito' })
  const offence = {
    code: 'drone',
    en: 'Contraband by drone',
    es: 'Contrabando por dron',
    data: { iccs: '08059' },
  }
  const list = { list: 'offence', ...fresh.list, codes: [{ ...offence }] }
  const { id } = await lab.as('quinn').do('catalogue.propose-change', {
    why: 'Asked by the courts',
    from: '2026-12-01',
    content: {
      lists: [{ ...list, codes: [{ ...offence, code: 'murder' }] }],
      limits: [],
      definitions: [],
      stores: [],
    },
  })
  expect((await rule('list.offence', 'murder')).waiting).toEqual({
    change: id,
    why: 'Asked by the courts',
    by: 'Q. Quinn',
  })
})

test('K5 a sentence says what it may name and what the product says; choices come from lists of ours and of the laboratory', async () => {
  const opened = await rule('paper', 'reports.paper-from-to')
  expect(opened).toMatchObject({ values: ['from', 'to'], version: 0 })
  expect(opened.product.es).toContain('{from}')
  const { lists } = (
    await lab.as('quinn').ask('catalogue.get-choices', { lists: 'drug,x.form,x.unit,x.zone,x.item-class' })
  ).body
  const values = (name: string) => lists[name].map((o: { value: string }) => o.value)
  expect(values('drug')).toContain('cocaine')
  expect(values('x.form')).toContain('item.firearm')
  // What a scene is asked is no description of a thing.
  expect(values('x.form')).not.toContain('death.call')
  expect(values('x.zone')).toContain('America/Belize')
  expect(values('x.item-class')).toEqual(expect.arrayContaining(['drugs', 'firearm', 'paraphernalia']))
})

test('K1 a label is drawn in its own size, for the screen and for the printer; an empty line is left out', async () => {
  const label = { widthMm: 80, heightMm: 40, symbol: 'qr', lines: ['{number}', 'Case {case}', '{seal}'] }
  const drawn = async (body: object) =>
    lab.as('quinn').ask('catalogue.preview-label', { key: 'item', label: JSON.stringify(body) })
  const { body } = await drawn(label)
  expect(body).toMatchObject({ widthMm: 80, heightMm: 40 })
  expect(body.svg).toMatch(/^<svg[^>]* viewBox="0 0 226\.\d+ 113\.\d+"/)
  expect(body.zpl).toContain('^PW640')
  expect(body.zpl).toContain('^BQN,2')
  expect(body.zpl).toContain('Case C-2026-00417')
  expect((await drawn({ ...label, symbol: 'code128' })).body.zpl).toMatch(/\^BY\d\^BCN,80,N,N,N/)
  expect((await drawn({ ...label, widthMm: 4 })).body.code).toBe('input-does-not-fit')
  const filled = filledLabel({ ...label, symbol: 'datamatrix' }, { number: '1', case: 'C-1', seal: '' })
  expect(filled).toMatchObject({ number: '1', lines: ['Case C-1'], own: { symbol: 'data-matrix' } })
})

test('a question longer than an address is asked by POST and changes nothing', async () => {
  const questions = Array.from({ length: 70 }, (_, i) => ({
    key: `question${i}`,
    kind: 'prose',
    en: `Question number ${i} of a long protocol, with words enough to need some room`,
    es: `Pregunta número ${i} de un protocolo largo, con palabras que necesitan espacio`,
  }))
  const content = {
    lists: [],
    limits: [],
    stores: [],
    definitions: [{ kind: 'form', key: 'long', en: 'Long', es: 'Largo', body: { questions } }],
  }
  const asked = await lab.as('quinn').tell('catalogue.compare-change', { content: JSON.stringify(content) })
  expect(asked.status).toBe(200)
  expect(asked.body.touches).toMatchObject([{ what: 'form', key: 'long', change: 'added' }])
  const stranger = await fetch(`${lab.url}/api/catalogue/compare-change`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(stranger.status).toBe(401)
})

test('a rule that is being written is kept at the service, found again on another machine by the same person, and gone when it is dropped', async () => {
  await lab.person('dora', ['director'], { unit: null, name: 'D. Dora' })
  const words = { en: 'Ticket limit', es: 'Límite de boleta', value: '28' }
  const draft = { section: 'limit', key: 'cannabis-ticket', version: 1, words }
  await lab.as('quinn').do('catalogue.keep-draft', draft)
  await lab.as('quinn').do('catalogue.keep-draft', { ...draft, words: { ...words, value: '30' } })
  const { items } = (await lab.as('quinn').ask('catalogue.my-drafts')).body
  expect(items).toEqual([{ ...draft, words: { ...words, value: '30' }, keptAt: lab.clock.now() }])
  // Another person neither sees it nor takes it away, and nothing of it holds.
  expect((await lab.as('dora').ask('catalogue.my-drafts')).body.items).toEqual([])
  const name = { section: draft.section, key: draft.key }
  expect(await lab.as('dora').do('catalogue.drop-draft', name)).toEqual({ dropped: false })
  expect((await rule('limit', 'cannabis-ticket')).stands.value).toBe('10')
  expect((await lab.as('reneau').ask('catalogue.my-drafts')).status).toBe(403)
  expect(await lab.as('quinn').do('catalogue.drop-draft', name)).toEqual({ dropped: true })
})

test('K13 a change is tried as a draft, compared, approved by another, and put back from an earlier version by the same way', async () => {
  const limit = async () => rule('limit', 'cannabis-ticket')
  const as = (value: string, stands: Record<string, unknown>) => ({
    lists: [],
    definitions: [],
    stores: [],
    limits: [{ key: 'cannabis-ticket', en: 'Ticket', es: 'Boleta', ...stands, value }],
  })
  const before = await limit()
  const wrong = as('1000', before.stands)
  const compared = (await lab.as('quinn').ask('catalogue.compare-change', { content: JSON.stringify(wrong) }))
    .body.touches
  expect(compared).toMatchObject([{ key: 'cannabis-ticket', change: 'changed' }])
  const through = async (content: object, why: string) => {
    const { id } = await lab
      .as('quinn')
      .do('catalogue.propose-change', { why, from: lab.clock.now().slice(0, 10), content })
    await lab.as('dora').do('catalogue.approve-change', { change: id })
  }
  await through(wrong, 'A zero too many')
  const mistaken = await limit()
  expect(mistaken.stands.value).toBe('1000')
  // Every version says what stood then: the way back is another change, seen and approved like the first.
  const earlier = mistaken.versions.find((v: { version: number }) => v.version === before.version)
  expect(earlier.stands).toMatchObject({ value: '10', unit: 'g' })
  await through(as(earlier.stands.value, earlier.stands), 'Back to what the Act says')
  const after = await limit()
  expect(after.stands.value).toBe('10')
  expect(after.versions.map((v: { stands: { value: string } }) => v.stands.value)).toEqual([
    '10',
    '1000',
    '10',
  ])
})

test('K7 a word that somebody misses is suggested where they stand; its keeper sees what sounds like it, takes it, names the same or declines', async () => {
  const suggest = (who: string, name: string, list = 'colour') =>
    lab.as(who).tell('catalogue.suggest-code', { list, name })
  // What is there is chosen, whatever its capitals and accents; what waits, waits once.
  expect((await suggest('reneau', 'BLACK')).body).toMatchObject({
    code: 'catalogue.word-there',
    next: 'Choose it in the list.',
  })
  const teal = (await suggest('reneau', 'Teal')).body.id
  expect((await suggest('quinn', 'teal ')).body.code).toBe('catalogue.word-waits')
  const blak = (await suggest('reneau', 'Blackish')).body.id
  const open = async () => (await lab.as('quinn').ask('catalogue.find-suggestions')).body.items
  expect(await open()).toMatchObject([
    { name: 'Teal', by: 'reneau', alone: true },
    { name: 'Blackish', near: [{ code: 'black', name: 'Black' }] },
  ])
  expect((await lab.as('reneau').ask('catalogue.find-suggestions')).status).toBe(403)
  const answer = (suggestion: string, more: object) =>
    lab.as('quinn').tell('catalogue.answer-suggestion', { suggestion, ...more })
  const taken = { outcome: 'taken', code: 'teal', en: 'Teal', es: 'Verde azulado' }
  expect((await answer(teal, taken)).status).toBe(200)
  expect((await answer(blak, { outcome: 'same', code: 'none-such' })).body.code).toBe(
    'catalogue.no-such-code',
  )
  expect((await answer(blak, { outcome: 'same', code: 'black' })).status).toBe(200)
  expect((await answer(blak, { outcome: 'declined', words: 'no' })).body.code).toBe(
    'catalogue.suggestion-answered',
  )
  expect(await open()).toEqual([])
  const { items } = (await lab.as('reneau').ask('catalogue.find-code', { list: 'colour', q: 'azul' })).body
  expect(items.map((c: { code: string }) => c.code)).toContain('teal')
  expect((await lab.as('reneau').ask('identity.my-notices')).body.items).toHaveLength(2)
  // A list on which certificates stand is set by two: its word is taken when it stands.
  await lab.arrange('cases.open-case', { title: 'Works', type: 'drugs' })
  const offence = (await suggest('reneau', 'Piracy at sea', 'offence')).body.id
  expect(
    (await answer(offence, { outcome: 'taken', code: 'piracy', en: 'Piracy', es: 'Piratería' })).body.code,
  ).toBe('catalogue.not-alone')
})
