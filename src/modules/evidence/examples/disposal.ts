/** Well-formed inputs of leaving for good: a closed case, a rule that allows it, and the people who answer and approve. */
import { anItem, aSubmission, arrangeWords, type Ground } from '../examples.ts'

type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

export const keepNone = {
  actions: ['destroy', 'return-owner'],
  from: 'closed',
  days: 0,
  order: false,
  weigh: false,
  photographs: false,
  witnesses: 0,
}
/** A rule for what no other rule speaks of; one that is there already stays. */
export async function arrangeRule(lab: Ground, code = 'anything', data: object = keepNone): Promise<void> {
  const quiet = (): undefined => undefined
  await lab
    .arrange('catalogue.define-list', { list: 'retention-rule', en: 'Rules', es: 'Reglas' })
    .catch(quiet)
  await lab
    .arrange('catalogue.define-list', { list: 'disposal-method', en: 'Methods', es: 'Modos' })
    .catch(quiet)
  await lab
    .arrange('catalogue.define-code', {
      list: 'disposal-method',
      code: 'burning',
      en: 'Burning',
      es: 'Quema',
      data: {},
    })
    .catch(quiet)
  await lab.arrange('catalogue.define-code', {
    list: 'retention-rule',
    code,
    en: `Rule ${code}`,
    es: `Regla ${code}`,
    data,
  })
}

interface People {
  actor(username: string): Promise<unknown>
  person(username: string, roles: readonly string[], where: { unit: string | null }): Promise<string>
  readonly people: ReadonlyMap<string, unknown>
  readonly units: Readonly<Record<string, string>>
  arrange(operation: string, input: unknown, actor?: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
}
const roleOf = {
  keeper: 'evidence-officer',
  asks: 'prosecutor',
  first: 'director',
  second: 'director',
} as const
async function as(lab: People, who: keyof typeof roleOf): Promise<unknown> {
  const name = `dx-${who}`
  if (!lab.people.has(name))
    await lab.person(name, [roleOf[who]], { unit: (who === 'asks' ? lab.units.dpp : null) ?? null })
  return lab.actor(name)
}

interface At {
  readonly items: readonly string[]
  readonly disposal: string
}
const upTo =
  (
    stage: 'closed' | 'proposed' | 'agreed' | 'approved',
    action: string,
    more: (at: At) => unknown,
  ): Example =>
  async (lab: People) => {
    await arrangeWords(lab as unknown as Ground)
    await arrangeRule(lab as unknown as Ground)
    const done = (await lab.arrange(
      'evidence.receive-submission',
      aSubmission({ items: [anItem({ seals: [], type: null })] }),
    )) as {
      case: { id: string }
      items: { id: string }[]
    }
    const things = done.items.map((i) => i.id)
    await lab.arrange('cases.give-access', {
      case: done.case.id,
      principal: ((await as(lab, 'asks')) as { id: string }).id,
    })
    await lab.arrange('cases.close-case', { case: done.case.id })
    if (stage === 'closed') return more({ items: things, disposal: '' })
    const { id } = (await lab.arrange(
      'evidence.propose-disposal',
      { things, action },
      await as(lab, 'keeper'),
    )) as {
      id: string
    }
    if (stage !== 'proposed')
      await lab.arrange(
        'evidence.answer-disposal-query',
        { disposal: id, answer: 'agree' },
        await as(lab, 'asks'),
      )
    if (stage === 'approved')
      for (const who of ['first', 'second'] as const)
        await lab.arrange('evidence.approve-disposal', { disposal: id }, await as(lab, who))
    return more({ items: things, disposal: id })
  }

export const examples: Record<string, Example> = {
  'evidence.disposal-due': () => ({ show: 'all', limit: 20 }),
  'evidence.mass-balance': upTo('closed', 'destroy', ({ items }) => ({ item: items[0] })),
  'evidence.find-disposals': () => ({ state: 'all', limit: 20 }),
  'evidence.propose-disposal': upTo('closed', 'destroy', ({ items }) => ({
    things: items,
    action: 'destroy',
  })),
  'evidence.get-disposal': upTo('proposed', 'destroy', ({ disposal }) => ({ disposal })),
  'evidence.answer-disposal-query': upTo('proposed', 'destroy', ({ disposal }) => ({
    disposal,
    answer: 'agree',
  })),
  'evidence.withdraw-disposal': upTo('approved', 'destroy', ({ disposal }) => ({
    disposal,
    words: 'Asked for again',
  })),
  'evidence.approve-disposal': upTo('agreed', 'destroy', ({ disposal }) => ({ disposal })),
  'evidence.dispose-item': upTo('approved', 'destroy', ({ disposal, items }) => ({
    disposal,
    things: items,
    method: 'burning',
    place: 'Incinerator of the service',
  })),
}
