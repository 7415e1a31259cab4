/** Well-formed inputs of money, kits, samples from people, courts and audits; what is needed first is arranged on the way. */
import { anItem, arrangeWords, type Ground, received } from '../examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

/** Money in the hands of who arranged it. */
const cash =
  (input: (item: string) => unknown): Example =>
  async (lab: Ground) => {
    const type = { list: 'item-type', code: 'cash', en: 'Cash', es: 'Dinero', data: { class: 'cash' } }
    await arrangeWords(lab)
    await lab.arrange('catalogue.define-code', type).catch(() => undefined)
    return input((await received(lab, [anItem({ type: 'cash', seals: [] })])).item)
  }

/** A count of a place that has one thing, and a question of the laboratory. */
const counting =
  (input: (at: { take: string; thing: string }) => unknown): Example =>
  async (lab: Ground) => {
    const at = await received(lab)
    const list = { list: 'audit-question', en: 'Audit', es: 'Auditoría' }
    await lab.arrange('catalogue.define-list', list).catch(() => undefined)
    const code = { list: list.list, code: 'right-place', en: 'In its place?', es: '¿En su lugar?', data: {} }
    await lab.arrange('catalogue.define-code', code).catch(() => undefined)
    await lab.arrange('evidence.store-item', { things: at.items, place: at.place })
    const { id } = (await lab.arrange('evidence.start-stock-take', { place: at.place })) as { id: string }
    return input({ take: id, thing: at.item })
  }

/** A blank kit at the counter, and a case. */
let kits = 0
const kit =
  (input: (at: { kit: string; serial: string; case: string; unit: string }) => unknown): Example =>
  async (lab: Ground) => {
    const at = await received(lab)
    const unit = lab.units.counter ?? ''
    kits += 1
    const template = { items: [{ code: 'stub', en: 'Stub', es: 'Portamuestra', count: 4 }] }
    await lab.arrange('catalogue.define-kit', { key: 'residue', en: 'Kit', es: 'Kit', kit: template })
    const serial = `EX-${kits}`
    const issued = await lab.arrange('evidence.issue-kit', {
      kit: 'residue',
      serials: [serial],
      toUnit: unit,
    })
    return input({
      kit: (issued as { kits: { id: string }[] }).kits[0]?.id ?? '',
      serial,
      case: at.case,
      unit,
    })
  }

const tender = {
  court: 'High Court',
  mark: 'P-3',
  on: '2026-11-02',
  registry: 'Registry clerk',
  document: 'Receipt 7',
}
/** What may be meant for things, and who is told before one is used up. */
export async function arrangePlans(lab: Ground): Promise<void> {
  const quiet = (): undefined => undefined
  for (const [list, code, en, es, data] of [
    [
      'intended-disposition',
      'back-to-owner',
      'Back to its owner',
      'Devolver a su dueño',
      { action: 'return-owner' },
    ],
    ['intended-disposition', 'to-destroy', 'To be destroyed', 'Por destruir', { action: 'destroy' }],
    ['consumption-notice', 'defence', 'Defence', 'Defensa', { days: 14 }],
  ] as const) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(quiet)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data }).catch(quiet)
  }
}
/** Two open things in hand, and a way to recover traces. */
const open =
  (input: (at: { item: string; items: readonly string[] }) => unknown): Example =>
  async (lab: Ground) => {
    const list = { list: 'recovery-method', en: 'Recovery', es: 'Recogida' }
    await lab.arrange('catalogue.define-list', list).catch(() => undefined)
    const code = { list: list.list, code: 'swab', en: 'Swab', es: 'Hisopo', data: {} }
    await lab.arrange('catalogue.define-code', code).catch(() => undefined)
    await arrangePlans(lab)
    return input(await received(lab, [anItem({ seals: [] }), anItem({ seals: [], description: 'Knife' })]))
  }
/** A thing, and another case that is open. */
const elsewhere =
  (input: (at: { item: string; case: string }, lab: Ground) => unknown): Example =>
  async (lab: Ground) => {
    const { item } = await received(lab)
    return input({ item, case: (await received(lab)).case }, lab)
  }
const notice = { party: 'defence', name: 'Mr. A. Sylvestre', way: 'By hand', why: 'GC-MS needs all of it' }
/** A party that was told. */
const told =
  (input: (id: string) => unknown): Example =>
  async (lab: Ground) => {
    await arrangePlans(lab)
    const { item } = await received(lab, [anItem({ seals: [] })])
    const given = await lab.arrange('evidence.give-consumption-notice', { item, ...notice })
    return input((given as { id: string }).id)
  }
/** A person of the case, from whom an open thing was taken. */
const party =
  (input: (at: { case: string; party: string; item: string }) => unknown): Example =>
  async (lab: Ground) => {
    const at = await received(lab, [anItem({ seals: [] })])
    const added = { case: at.case, role: 'accused', name: 'Leroy Flowers', age: 29 }
    const { id } = (await lab.arrange('cases.add-party', added)) as { id: string }
    return input({ ...at, party: id })
  }

export const examples: Record<string, Example> = {
  'evidence.count-cash': cash((item) => ({
    item,
    lines: [
      { currency: 'XTS', face: '100', pieces: 12 },
      { currency: 'XTS', face: '0.25', pieces: 3 },
    ],
  })),
  'evidence.cash-of-item': cash((item) => ({ item })),
  'evidence.answer-audit': counting((at) => ({
    stockTake: at.take,
    thing: at.thing,
    answers: [{ question: 'right-place', answer: 'no', words: 'One shelf lower' }],
  })),
  'evidence.stock-audit': counting((at) => ({ stockTake: at.take })),
  'evidence.audit-trend': () => ({}),
  'evidence.issue-kit': kit((at) => ({ kit: 'residue', serials: [`${at.serial}-B`], toUnit: at.unit })),
  'evidence.use-kit': kit((at) => ({
    serial: at.serial,
    case: at.case,
    collected: [{ code: 'stub', count: 2, description: 'Right hand' }],
  })),
  'evidence.return-kit': kit((at) => ({ serial: at.serial, condition: 'unused' })),
  'evidence.find-kits': () => ({ state: 'all', limit: 20 }),
  'evidence.get-kit': kit((at) => ({ kit: at.kit })),
  'evidence.kit-board': () => ({}),
  'evidence.recover-from-item': open((at) => ({
    item: at.item,
    method: 'swab',
    area: 'Grip',
    description: 'Swab of the grip',
  })),
  'evidence.take-reference-sample': party((at) => ({
    case: at.case,
    party: at.party,
    type: 'plant-material',
    description: 'Buccal swab',
    ground: 'consent',
    document: 'Consent form 12 of this day',
  })),
  'evidence.record-refusal-to-give': party((at) => ({
    case: at.case,
    party: at.party,
    what: 'plant-material',
    words: 'Asked twice, read the notice, would not',
  })),
  'evidence.offer-counter-sample': party((at) => ({
    item: at.item,
    party: at.party,
    answer: 'taken',
    toName: 'Dr. A. Marin',
    document: 'Passport P-112',
  })),
  'evidence.case-samples': party((at) => ({ case: at.case })),
  'evidence.link-items': open((at) => ({
    item: at.items[0],
    other: at.items[1],
    strength: 'strong',
    basis: 'The torn edges fit',
  })),
  'evidence.retract-link': async (lab: Ground) => {
    const at = await received(lab)
    const link = { item: at.items[0], other: at.items[1], strength: 'weak', basis: 'The same brand' }
    const { id } = (await lab.arrange('evidence.link-items', link)) as { id: string }
    return { link: id, why: 'Sold everywhere' }
  },
  'evidence.intend-disposition': open((at) => ({ item: at.item, as: 'back-to-owner' })),
  'evidence.give-consumption-notice': open((at) => ({ item: at.item, ...notice })),
  'evidence.answer-consumption-notice': told((id) => ({
    notice: id,
    answer: 'consents',
    words: 'By letter',
    on: '2026-01-02',
  })),
  'evidence.consumption-letter': told((id) => ({ notice: id })),
  'evidence.add-to-case': elsewhere((at) => ({ ...at, why: 'The same gun was fired there' })),
  'evidence.take-from-case': elsewhere(async (at, lab) => {
    await lab.arrange('evidence.add-to-case', { ...at, why: 'The same gun was fired there' })
    return { ...at, why: 'Another gun, as the comparison showed' }
  }),
  'evidence.cases-of-item': open((at) => ({ item: at.item })),
  'evidence.dangers-of-case': party((at) => ({ case: at.case })),
  'evidence.items-of-other-cases': party((at) => ({ case: at.case })),
  'evidence.item-plans': open((at) => ({ item: at.item })),
  'evidence.tender-exhibit': open((at) => ({ item: at.item, ...tender })),
  'evidence.receive-from-court': async (lab: Ground) => {
    const at = await received(lab)
    await lab.arrange('evidence.tender-exhibit', { item: at.item, ...tender })
    return { item: at.item, release: 'Note of the registry 44/2026' }
  },
}
