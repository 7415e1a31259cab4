/**
 * How the demonstration acts: at desks, each with a clock of its own, so that several people work at once, as in life and
 * because one act waits for the disk while another thinks. Every act goes the way of every act.
 */
import type { Laboratory } from '#modules/catalogue/contract.ts'
import type { madeClock } from '#platform/clock.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { receiveUpload } from '#platform/uploads.ts'
import type { Cast } from './people.ts'
import type { References } from './references.ts'

export interface Desk {
  readonly act: <T = { id: string }>(
    actor: Actor,
    operation: string,
    input: unknown,
    reason?: string,
  ) => Promise<T>
  /** Minutes go by at this desk; never beyond the present. */
  readonly pass: (minutes: number) => void
  readonly now: () => number
  readonly newId: () => string
  readonly send: (actor: Actor, name: string, bytes: string | Uint8Array) => Promise<string>
}
export interface World {
  readonly desks: readonly (Desk & { readonly set: (ms: number) => void })[]
  readonly cast: Cast
  readonly laboratory: Laboratory
  readonly references: References
  readonly seed: number
  /** Places of the stores, methods in force and instruments, by code. */
  readonly ids: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
  /** The last instant that may be told. */
  readonly until: number
  /** How many times what is told a handful of times is told: once in a small demonstration. */
  readonly plenty: number
  readonly counts: { cases: number; items: number; requests: number; reports: number }
}

export interface Task {
  readonly at: number
  readonly do: (desk: Desk) => Promise<void>
}

export function openDesk(
  ground: Ground,
  clock: ReturnType<typeof madeClock>,
  until: number,
): World['desks'][number] {
  const now = (): number => Date.parse(clock.now())
  const set = (ms: number): void => clock.set(new Date(Math.min(ms, until)).toISOString())
  return {
    now,
    newId: () => ground.newId(),
    set,
    pass: (minutes) => set(now() + minutes * 60_000),
    act: async (actor, operation, input, reason) => {
      const op = ground.operations.get(operation)
      if (!op) throw new Error(`Defect: no operation ${operation}`)
      return (await perform(ground, op, {
        actor,
        input,
        steppedUp: true,
        ...(reason ? { reason } : {}),
      })) as never
    },
    send: async (actor, name, bytes) => {
      async function* once(): AsyncIterable<Uint8Array> {
        yield Buffer.from(bytes as string)
      }
      return (await receiveUpload(ground, actor.id, name, once())).sha256
    },
  }
}

/** What happens on one day, earliest first, as many at once as there are desks; what lies in the future does not happen. */
export async function together(world: World, tasks: readonly Task[]): Promise<void> {
  const waiting = tasks.filter((task) => task.at <= world.until).toSorted((a, b) => a.at - b.at)
  await Promise.all(
    world.desks.map(async (desk) => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        desk.set(task.at)
        await task.do(desk)
      }
    }),
  )
}

export const idOf = (world: World, code: string): string => {
  const id = world.ids.get(code)
  if (!id) throw new Error(`Defect: the demonstration knows no ${code}`)
  return id
}
