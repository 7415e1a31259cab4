/** The laboratory of the simulation: the Belize definition, its people, their methods and instruments; a clock that the day moves. */
import { join } from 'node:path'
import { authorise, bringIn, one } from '../../src/app/demo/people.ts'
import type { Cast } from '../../src/app/demo/people.ts'
import { type Chance, chanceOf } from '../../src/app/demo/chance.ts'
import { demoPin } from '../../src/app/demo/counter.ts'
import { type World, openDesk } from '../../src/app/demo/desk.ts'
import type { Exhibit } from '../../src/app/demo/exhibits.ts'
import { registerReferences } from '../../src/app/demo/references.ts'
import type { Installation } from '../../src/app/installation.ts'
import { labsFolder, setUp } from '../../src/app/setup.ts'
import { hashPrinted } from '../../src/identity/secrets.ts'
import { applyParts, readLaboratory } from '../../src/modules/catalogue/laboratory.ts'
import type { MadeClock } from '../../src/platform/clock.ts'
import { migrationActor } from '../../src/identity/authority.ts'
import type { Actor, AnyOperation } from '../../src/platform/cx.ts'
import { Refusal } from '../../src/kernel/verdict.ts'
import { perform } from '../../src/platform/operation.ts'
import { type Sql, sql } from '../../src/platform/sql.ts'

export interface Told {
  readonly key: string
  readonly operation: string
  readonly actor: Actor
  readonly input: unknown
  readonly reason: string | undefined
  readonly answer: unknown
}
export interface Simulation {
  readonly house: Installation & { readonly clock: MadeClock }
  readonly chance: Chance
  readonly cast: Cast
  readonly world: World
  /** What is truly in each bag. */
  readonly truth: Map<string, Exhibit>
  readonly told: Told[]
  readonly refused: Map<string, number>
  readonly done: Map<string, number>
  /** Tells an operation; a refusal is counted and thrown on, so that whatever was to follow does not. */
  act<T = { id: string }>(who: string | Actor, operation: string, input: unknown, reason?: string): Promise<T>
  /** The same act under the same key. */
  again(told: Told): Promise<unknown>
  rows<Row>(query: Sql): Promise<Row[]>
  seal(): string
}

export async function openSimulation(house: Simulation['house'], seed: number): Promise<Simulation> {
  const { ground, clock, db } = house
  const chance = chanceOf(seed)
  const from = clock.now().slice(0, 10)
  await setUp(
    ground,
    { name: 'Simulation', username: 'admin', password: 'three green parrots sing', lab: 'belize' },
    'live',
  )
  // Set up as a laboratory that works, it has no calibration and no lot: those of the demonstration let the bench begin.
  const examples = await readLaboratory(join(labsFolder, 'belize'), { examples: true })
  await applyParts(examples, (operation, input) =>
    perform(ground, ground.operations.get(operation) as AnyOperation, {
      actor: migrationActor,
      input,
      steppedUp: true,
      reason: 'arranged',
    }),
  )
  const cast = await bringIn(ground, await hashPrinted(demoPin))
  await authorise(ground, cast, { from, endsSoon: '2099-01-01' })
  await confirmAll(house, one(cast, 'quality'))
  const told: Told[] = []
  const refused = new Map<string, number>()
  const done = new Map<string, number>()
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

  const act = async <T>(
    who: string | Actor,
    operation: string,
    input: unknown,
    reason?: string,
  ): Promise<T> => {
    const op = ground.operations.get(operation)
    if (!op) throw new Error(`No operation ${operation}`)
    const actor = typeof who === 'string' ? one(cast, who) : who
    const key = op.kind === 'command' ? ground.newId() : undefined
    try {
      const answer = await perform(ground, op, {
        actor,
        input,
        reason: reason ?? (op.reason ? 'as the day brought it' : undefined),
        steppedUp: true,
        idempotencyKey: key,
      })
      count(done, operation)
      if (key) told.push({ key, operation, actor, input, reason, answer })
      return answer as T
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      count(refused, `${operation}: ${error.code}`)
      throw error
    }
  }
  const ids = await db.direct.many<{ code: string; id: string }>(sql`
    select code, id from evidence.location
    union all select code, id from quality.public_equipment union all select number, id from quality.public_lot
    union all (select distinct on (code) code, id from quality.public_method_version order by code, version desc)`)
  const units = await db.direct.many<{ code: string; id: string }>(sql`select code, id from identity.unit`)
  const desk = openDesk(ground, clock, Number.MAX_SAFE_INTEGER)
  const world: World = {
    desks: [{ ...desk, act: (actor, operation, input, reason) => act(actor, operation, input, reason) }],
    cast,
    laboratory: examples,
    references: await registerReferences(ground, one(cast, 'head')),
    seed,
    ids: new Map(ids.map((row) => [row.code, row.id])),
    units: new Map(units.map((row) => [row.code, row.id])),
    until: Number.MAX_SAFE_INTEGER,
    plenty: 1,
    counts: { cases: 0, items: 0, requests: 0, reports: 0 },
  }
  let seals = 0
  return {
    house,
    chance,
    cast,
    world,
    truth: new Map(),
    told,
    refused,
    done,
    act,
    again: ({ operation, actor, input, reason, key }) =>
      perform(ground, ground.operations.get(operation) as never, {
        actor,
        input,
        reason: reason ?? (ground.operations.get(operation)?.reason ? 'as the day brought it' : undefined),
        steppedUp: true,
        idempotencyKey: key,
      }),
    rows: (query) => db.direct.many(query),
    seal: () => `S${String((seals += 1)).padStart(6, '0')}`,
  }
}

/** In a live laboratory no paper may rest on a value that nobody compared with the law as printed. */
async function confirmAll(house: Simulation['house'], quality: Actor): Promise<void> {
  const { ground } = house
  const tell = (name: string, input: unknown): Promise<unknown> =>
    perform(ground, ground.operations.get(name) as never, { actor: quality, input, steppedUp: true })
  for (;;) {
    const { items } = (await tell('catalogue.list-unconfirmed', { limit: 200 })) as {
      items: { id: string }[]
    }
    if (items.length === 0) return
    for (const { id } of items)
      await tell('catalogue.confirm-value', { value: id, gazette: 'Gazette of the simulation' })
  }
}
