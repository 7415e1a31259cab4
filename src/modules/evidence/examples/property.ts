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
}
