/** Well-formed inputs of temporary places: a locker, something sealed in hand, something left. */
import { aPlace, anItem, received, type Ground } from '../examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any
let lockers = 0

async function aLocker(lab: Ground, more: Record<string, unknown> = {}): Promise<string> {
  lockers += 1
  const place = aPlace({
    code: `NS-${lockers}`,
    name: `Night locker ${lockers}`,
    kind: 'locker',
    unit: lab.units.counter,
    temporary: 'nothing',
    hours: 12,
    ...more,
  })
  return ((await lab.arrange('evidence.define-location', place)) as { id: string }).id
}
const sealed =
  (input: (item: string, place: string, lab: Ground) => unknown): Example =>
  async (lab: Ground) => {
    const { item } = await received(lab, [anItem()])
    return input(item, await aLocker(lab), lab)
  }
const left =
  (input: (item: string, leaving: string) => unknown): Example =>
  async (lab: Ground) => {
    const { item } = await received(lab, [anItem()])
    const place = await aLocker(lab)
    const { id } = (await lab.arrange('evidence.leave-items', { things: [item], place })) as { id: string }
    return input(item, id)
  }

export const examples: Record<string, Example> = {
  'evidence.leave-items': sealed((item, place) => ({ things: [item], place, words: 'Shift ended' })),
  'evidence.take-in-items': left((item) => ({
    things: [item],
    sealsSeen: [{ thing: item, number: 'A104417', state: 'intact' }],
  })),
  'evidence.temporary-places': async (lab: Ground) => {
    await aLocker(lab)
    return {}
  },
  'evidence.pending-intake': left(() => ({})),
  'evidence.photograph-left': left((_, leaving) => ({ left: leaving })),
}
