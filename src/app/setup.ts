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
import type { Laboratory } from '#modules/catalogue/contract.ts'
import { applyParts, laboratoriesIn, readLaboratory } from '#modules/catalogue/laboratory.ts'
import { faultsOf } from '#platform/faults.ts'
import { type Kind, beginInstallation } from './genesis.ts'
import { goToZoneOf, takeZone } from './zone.ts'

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
  /** A folder of `labs`. */
  lab: z.string().regex(/^[a-z0-9-]{1,40}$/),
  language: z.enum(['en', 'es']).optional(),
})
export type SetUp = z.input<typeof SetUp>

export async function isSetUp(ground: Ground): Promise<boolean> {
  return (
    (await ground.db.direct.maybe(sql`select 1 from platform.setting where key = 'service-name'`)) !==
    undefined
  )
}

async function laboratoryNamed(name: string, kind: Kind): Promise<Laboratory> {
  const offered = await laboratoriesIn(labsFolder)
  if (!offered.some((lab) => lab.name === name))
    throw new Refusal('invalid', 'no-such-laboratory', {
      values: { name, names: offered.map((lab) => lab.name).join(', ') },
    })
  return readLaboratory(join(labsFolder, name), { examples: kind === 'demo' })
}

/** What an installation keeps of its laboratory besides the words themselves. */
export const settingsOf = (laboratory: Laboratory): Record<string, string> => ({
  laboratory: laboratory.name,
  'laboratory-en': laboratory.en ?? laboratory.name,
  'laboratory-es': laboratory.es ?? laboratory.name,
  language: laboratory.language,
})
export async function keepSettings(
  ground: Ground,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  await ground.db.transaction(async (tx) => {
    for (const [key, value] of Object.entries(settings))
      await tx.run(
        sql`insert into platform.setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb) on conflict (key) do update set value = excluded.value`,
      )
  })
}

/** Everything through the same operations; the person acts from the moment that they exist. */
export async function setUp(ground: Ground, raw: unknown, kind: Kind): Promise<{ administrator: string }> {
  const parsed = SetUp.safeParse(raw, { reportInput: true })
  if (!parsed.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(parsed.error) })
  if (await isSetUp(ground)) throw new Refusal('conflict', 'already-set-up')
  const input = parsed.data
  const laboratory = await laboratoryNamed(input.lab, kind)
  const language = input.language ?? laboratory.language
  await beginInstallation(ground, kind)
  const act = async (operation: string, body: unknown, actor: Actor): Promise<{ id: string }> => {
    const op = ground.operations.get(operation)
    if (!op) throw new Error(`Defect: no operation ${operation}`)
    return (await perform(ground, op, {
      actor,
      input: body,
      steppedUp: true,
      reason: 'set-up',
      language,
    })) as { id: string }
  }
  const { id } = await act(
    'identity.add-person',
    {
      name: input.person ?? input.username,
      username: input.username,
      password: input.password,
      language,
    },
    migrationActor,
  )
  await act('identity.grant-role', { person: id, role: 'administrator' }, migrationActor)
  const administrator = (await actorOfPerson(ground.db.direct, id, ground.now())) as Actor
  goToZoneOf(laboratory)
  await act('catalogue.apply-laboratory', laboratory, administrator)
  // The parts of other modules (units, methods, stores) come with the laboratory's files, before anybody holds a role for them.
  await takeZone(ground)
  await applyParts(laboratory, (operation, body) => act(operation, body, migrationActor))
  await keepSettings(ground, { 'service-name': input.name, ...settingsOf(laboratory) })
  return { administrator: id }
}

/** The browser's set-up asks for the token that the console printed: whoever reads the console may set up. */
export function setupRoutes(app: FastifyInstance, ground: Ground): string {
  const token = newSecret().slice(0, 12)
  app.get('/api/setup-state', async () => {
    const needed = !(await isSetUp(ground))
    return { needed, laboratories: needed ? await laboratoriesIn(labsFolder) : [] }
  })
  app.post('/api/setup', async (request) => {
    const { token: given, ...input } = (request.body ?? {}) as { token?: unknown }
    if (await isSetUp(ground)) throw new Refusal('conflict', 'already-set-up')
    if (typeof given !== 'string' || !timingSafeEqual(hashOf(given), hashOf(token)))
      throw new Refusal('forbidden', 'setup-token-wrong')
    return setUp(ground, input, 'live')
  })
  return token
}
