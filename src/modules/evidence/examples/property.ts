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

export const examples: Record<string, Example> = {
  'evidence.count-cash': cash((item) => ({
    item,
    lines: [
      { currency: 'XTS', face: '100', pieces: 12 },
      { currency: 'XTS', face: '0.25', pieces: 3 },
    ],
  })),
  'evidence.cash-of-item': cash((item) => ({ item })),
}
