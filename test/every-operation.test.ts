/** Every operation, by enumeration: a stranger learns nothing, a powerless person changes nothing, nonsense is named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRegistry } from '../src/app/registry.ts'
import { roles } from '../src/identity/roles.ts'
import { Refusal, statusOf } from '../src/kernel/verdict.ts'
import { perform } from '../src/platform/operation.ts'
import { sql } from '../src/platform/sql.ts'
import { wellFormed } from './examples.ts'
import { type Lab, openLab } from './lab.ts'

const { operations, catalogues } = makeRegistry()
let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await lab.person('powerless', [], { unit: null })
  await lab.person('mighty', [...roles], { unit: null })
})
afterAll(() => lab.close())

const trace = async (): Promise<number> =>
  (
    await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from ledger.entry where action <> 'identity.step-up'`,
    )
  ).n

async function call(who: string | null, name: string, input: unknown, stepUp = false) {
  const op = operations.get(name)
  return op?.kind === 'command'
    ? lab.as(who).tell(name, input, { reason: 'tried', stepUp })
    : lab.as(who).ask(name, flat(input), {})
}
/** A query whose input is not flat is asked in process only (the command line, the importer): so it is tried in process. */
async function answerTo(
  who: string,
  name: string,
  input: unknown,
  stepUp = false,
): Promise<{ status: number; body: unknown }> {
  const op = operations.get(name)
  if (!op || op.kind === 'command' || Object.values(flat(input)).every((v) => typeof v !== 'object'))
    return call(who, name, input, stepUp)
  return perform(lab.ground, op, { actor: await lab.actor(who), input }).then(
    (body) => ({ status: 200, body }),
    (error: unknown) => ({
      status: error instanceof Refusal ? statusOf[error.kind] : 500,
      body: String(error),
    }),
  )
}
const flat = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}

describe.each([...operations.values()].map((op) => [op.name, op] as const))('%s', (name, op) => {
  test('bears a title and a sentence in both languages, and one sentence of its own', () => {
    expect(catalogues.en[`op.${name}`], 'English title').toBeTruthy()
    expect(catalogues.es[`op.${name}`], 'Spanish title').toBeTruthy()
    expect(op.summary).toMatch(/^[A-Z“].{8,200}\.$/)
  })

  if (op.who !== 'anyone')
    test('a stranger gets 401 before anything else is looked at', async () => {
      expect((await call(null, name, { nonsense: true })).status).toBe(401)
    })

  test('nonsense is refused with the fields named, and leaves no trace', async () => {
    const before = await trace()
    const answer = await call('mighty', name, { thisFieldDoesNotExist: 'x' }, op.stepUp)
    expect(answer.status).toBe(400)
    expect(answer.body.code).toBe('input-does-not-fit')
    expect(answer.body.fields.length).toBeGreaterThan(0)
    expect(await trace()).toBe(before)
  })

  if (op.who !== 'anyone' && op.who !== 'signed-in')
    test('a powerless person is refused and leaves no trace', async () => {
      const input = await wellFormed(lab, op)
      const parsed = op.input.safeParse(input)
      expect(
        parsed.success,
        `no well-formed input could be made: ${JSON.stringify(input)} ${parsed.error?.message ?? ''}`,
      ).toBe(true)
      const before = await trace()
      const answer = await answerTo('powerless', name, input, op.stepUp)
      expect([403, 404], JSON.stringify(answer.body)).toContain(answer.status)
      expect(await trace()).toBe(before)
    })
})
