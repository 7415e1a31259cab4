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
