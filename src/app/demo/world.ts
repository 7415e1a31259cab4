/** What the stories of the demonstration share: the clock, the cast, and the one way in which anybody acts. */
import type { Laboratory } from '#modules/catalogue/contract.ts'
import type { madeClock } from '#platform/clock.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'
import type { Chance } from './chance.ts'
import type { Cast } from './people.ts'
import type { References } from './references.ts'

export interface World {
  readonly ground: Ground
  readonly clock: ReturnType<typeof madeClock>
  readonly chance: Chance
  readonly cast: Cast
  readonly laboratory: Laboratory
  readonly references: References
  readonly counts: { cases: number; items: number; requests: number; reports: number }
}

/** Every act of the demonstration goes the way of every act. */
export async function act<T>(
  world: World,
  actor: Actor,
  operation: string,
  input: unknown,
  reason?: string,
): Promise<T> {
  const op = world.ground.operations.get(operation)
  if (!op) throw new Error(`Defect: no operation ${operation}`)
  return (await perform(world.ground, op, {
    actor,
    input,
    steppedUp: true,
    ...(reason ? { reason } : {}),
  })) as T
}
export const codesIn = (world: World, list: string): string[] =>
  world.laboratory.lists.find((l) => l.list === list)?.codes.map((c) => c.code) ?? []
export const pass = (world: World, minutes: number): void => world.clock.advance(minutes * 60_000)

/** What the laboratory's package brought, by its code: a method in force, an instrument, a lot. */
const known = new WeakMap<World, Map<string, string>>()
export async function idOf(world: World, code: string): Promise<string> {
  const ids =
    known.get(world) ??
    new Map(
      (
        await world.ground.db.direct.many<{ code: string; id: string }>(
          sql`select code, id from (select distinct on (code) code, id from quality.public_method_version order by code, version desc) v
              union all select code, id from quality.public_equipment union all select number, id from quality.public_lot`,
        )
      ).map((row) => [row.code, row.id]),
    )
  known.set(world, ids)
  const id = ids.get(code)
  if (!id) throw new Error(`Defect: the demonstration knows no ${code}`)
  return id
}
