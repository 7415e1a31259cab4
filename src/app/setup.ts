/** The first five minutes of an installation: service name, first administrator, the laboratory's definition. */
import { timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actorOfPerson, hashOf, migrationActor } from '#identity/authority.ts'
import { newSecret } from '#identity/secrets.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'
import { applyParts, readLaboratory } from '#modules/catalogue/laboratory.ts'
import { faultsOf } from '#platform/faults.ts'
import { type Kind, beginInstallation } from './genesis.ts'
import { takeZone } from './zone.ts'

export const labsFolder = join(import.meta.dirname, '../../labs')

const SetUp = z.strictObject({
  name: z.string().trim().min(2).max(200),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'username'),
  person: z.string().trim().min(2).max(200).optional(),
  password: z.string().max(200),
  lab: z.enum(['belize', 'empty']),
  language: z.enum(['en', 'es']).default('en'),
})
export type SetUp = z.input<typeof SetUp>

export async function isSetUp(ground: Ground): Promise<boolean> {
  return (
    (await ground.db.direct.maybe(sql`select 1 from platform.setting where key = 'service-name'`)) !==
    undefined
  )
}

/** Everything through the same operations; the person acts from the moment that they exist. */
export async function setUp(ground: Ground, raw: unknown, kind: Kind): Promise<{ administrator: string }> {
  const parsed = SetUp.safeParse(raw, { reportInput: true })
  if (!parsed.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(parsed.error) })
  if (await isSetUp(ground)) throw new Refusal('conflict', 'already-set-up')
  const input = parsed.data
  await beginInstallation(ground, kind)
  const act = async (operation: string, body: unknown, actor: Actor): Promise<{ id: string }> => {
    const op = ground.operations.get(operation)
    if (!op) throw new Error(`Defect: no operation ${operation}`)
    return (await perform(ground, op, {
      actor,
      input: body,
      steppedUp: true,
      reason: 'set-up',
      language: input.language,
    })) as { id: string }
  }
  const { id } = await act(
    'identity.add-person',
    {
      name: input.person ?? input.username,
      username: input.username,
      password: input.password,
      language: input.language,
    },
    migrationActor,
  )
  await act('identity.grant-role', { person: id, role: 'administrator' }, migrationActor)
  const administrator = (await actorOfPerson(ground.db.direct, id, ground.now())) as Actor
  const laboratory = await readLaboratory(join(labsFolder, input.lab), { examples: kind === 'demo' })
  await act('catalogue.apply-laboratory', laboratory, administrator)
  // The parts of other modules (units, methods, stores) come with the laboratory's files, before anybody holds a role for them.
  await takeZone(ground)
  await applyParts(laboratory, (operation, body) => act(operation, body, migrationActor))
  await ground.db.transaction(async (tx) => {
    await tx.run(
      sql`insert into platform.setting (key, value) values ('service-name', ${JSON.stringify(input.name)}::jsonb), ('laboratory', ${JSON.stringify(input.lab)}::jsonb) on conflict (key) do update set value = excluded.value`,
    )
  })
  return { administrator: id }
}

/** The browser's set-up asks for the token that the console printed: whoever reads the console may set up. */
export function setupRoutes(app: FastifyInstance, ground: Ground): string {
  const token = newSecret().slice(0, 12)
  app.get('/api/setup-state', async () => ({ needed: !(await isSetUp(ground)) }))
  app.post('/api/setup', async (request) => {
    const { token: given, ...input } = (request.body ?? {}) as { token?: unknown }
    if (await isSetUp(ground)) throw new Refusal('conflict', 'already-set-up')
    if (typeof given !== 'string' || !timingSafeEqual(hashOf(given), hashOf(token)))
      throw new Refusal('forbidden', 'setup-token-wrong')
    return setUp(ground, input, 'live')
  })
  return token
}
