/** Weeks in a laboratory: each day people act in an order that chance gives, some at the very same moment; each evening the records are judged. */
import { Refusal } from '../../src/kernel/verdict.ts'
import { growTree } from '../../src/ledger/sequencer.ts'
import { people } from './acts.ts'
import { fromOutside } from './from-outside.ts'
import { type Evening, judge } from './invariants.ts'
import { type Simulation, openSimulation } from './laboratory.ts'

export interface SimulationReport {
  readonly seed: number
  readonly days: number
  readonly acts: number
  readonly done: number
  readonly refused: number
  readonly operations: number
  readonly entries: number
  readonly wrong: string[]
  readonly refusals: Readonly<Record<string, number>>
  readonly acted: Readonly<Record<string, number>>
}

export async function simulate(
  house: Simulation['house'],
  how: {
    seed: number
    days: number
    acts: number
    together?: number
    onDay?: (day: number, sim: Simulation) => void
  },
): Promise<SimulationReport> {
  const sim = await openSimulation(house, how.seed)
  const names = Object.keys(people)
  const wrong: string[] = []
  let evening: Evening | undefined
  let acts = 0
  for (let day = 0; day < how.days && wrong.length === 0; day += 1) {
    house.clock.set(`${dayAfter(house.clock.now())}T14:00:00.000Z`)
    for (let n = 0; n < how.acts; ) {
      const atOnce = sim.chance.onceIn(3) ? sim.chance.between(2, how.together ?? 4) : 1
      const turns = Array.from({ length: atOnce }, () => {
        const who = sim.chance.pick(names)
        return { who, habit: sim.chance.weigh(people[who] as (typeof people)[string]) }
      })
      n += atOnce
      acts += atOnce
      await Promise.all(
        turns.map(({ who, habit }) =>
          habit.do(sim, who).catch((error: unknown) => {
            if (!(error instanceof Refusal))
              wrong.push(
                `day ${day}, ${who}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
              )
          }),
        ),
      )
      house.clock.advance(sim.chance.between(20, 300) * 1_000)
    }
    await fromOutside(sim, day)
    while ((await growTree(house.ground)) > 0);
    const judged = await judge(sim, evening)
    wrong.push(...judged.wrong.map((w) => `day ${day}: ${w}`))
    evening = judged.evening
    how.onDay?.(day, sim)
  }
  const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0)
  const sorted = (map: ReadonlyMap<string, number>): Record<string, number> =>
    Object.fromEntries([...map].sort((a, b) => b[1] - a[1]))
  return {
    seed: how.seed,
    days: how.days,
    acts,
    done: sum(sim.done),
    refused: sum(sim.refused),
    operations: sim.done.size,
    entries: evening?.entries ?? 0,
    wrong,
    refusals: sorted(sim.refused),
    acted: sorted(sim.done),
  }
}

const dayAfter = (instant: string): string =>
  new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10)
