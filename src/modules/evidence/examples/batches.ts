/** Well-formed inputs of changes of many. */
import { arrangePlans } from './property.ts'
import { received, type Ground } from '../examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const meant = { what: 'intended', code: 'to-destroy' }
const many =
  (input: (items: readonly string[]) => unknown): Example =>
  async (lab: Ground) => {
    const { items } = await received(lab)
    await arrangePlans(lab)
    return input(items)
  }
/** Things from outside: each batch is one of its own. */
const done =
  (input: (batch: string) => unknown): Example =>
  async (lab: Ground) => {
    const { items } = await received(lab)
    await arrangePlans(lab)
    const act = { things: items, ...meant }
    const { id } = (await lab.arrange('evidence.change-together', act)) as { id: string }
    return input(id)
  }

export const examples: Record<string, Example> = {
  'evidence.try-batch': many(() => meant),
  'evidence.change-together': many((things) => ({ things, ...meant })),
  'evidence.put-back': done((batch) => ({ batch })),
  'evidence.batches': () => ({}),
  'evidence.get-batch': done((batch) => ({ batch })),
}
