/**
 * Two acts at the same moment must come out as if one had come first: for every pair of moves in a situation, the outcome
 * of both at once, what each was told and how it stands afterwards, is that of one order or of the other.
 */
import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../src/kernel/verdict.ts'
import { verifyInstallation } from '../../src/ledger/verify.ts'
import { type Simulation, openSimulation } from '../simulation/laboratory.ts'
import { type At, type Move, type Situation, situations } from './situations.ts'

export interface InterleavingReport {
  readonly seed: number
  readonly situations: number
  readonly pairs: number
  readonly races: number
  readonly contested: number
  readonly wrong: string[]
}
interface Outcome {
  readonly said: readonly [string, string]
  readonly standing: unknown
}

const told = (move: Move, sim: Simulation, at: At): Promise<string> =>
  move(sim, at).then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )

async function inOrder(sim: Simulation, s: Situation, a: Move, b: Move, flipped: boolean): Promise<Outcome> {
  const at = await s.make(sim)
  const first = await told(flipped ? b : a, sim, at)
  const second = await told(flipped ? a : b, sim, at)
  return { said: flipped ? [second, first] : [first, second], standing: await s.standing(sim, at) }
}
async function atOnce(sim: Simulation, s: Situation, a: Move, b: Move): Promise<Outcome> {
  const at = await s.make(sim)
  const said = await Promise.all([told(a, sim, at), told(b, sim, at)])
  return { said: [said[0], said[1]], standing: await s.standing(sim, at) }
}

/** A loser who retried too often is told that somebody was faster: then the other must have been done, and alone. */
const agrees = (race: Outcome, order: Outcome): boolean =>
  isDeepStrictEqual(race.standing, order.standing) &&
  race.said.every(
    (word, i) => word === order.said[i] || (word === 'somebody-was-faster' && order.said[i] !== 'done'),
  )

/** `share`: every how-manieth pair is raced; `times`: how often each. */
export async function interleave(
  house: Simulation['house'],
  how: { seed: number; share: number; times: number },
): Promise<InterleavingReport> {
  const sim = await openSimulation(house, how.seed)
  const wrong: string[] = []
  let [pairs, races, contested] = [0, 0, 0]
  for (const s of situations) {
    const moves = Object.entries(s.moves)
    for (let i = 0; i < moves.length; i += 1)
      for (let j = i; j < moves.length; j += 1) {
        if (!sim.chance.onceIn(how.share)) continue
        const [[x, a], [y, b]] = [moves[i] as [string, Move], moves[j] as [string, Move]]
        pairs += 1
        const orders = [await inOrder(sim, s, a, b, false), await inOrder(sim, s, a, b, true)]
        if (orders.some((o) => o.said.includes('done') && o.said.some((w) => w !== 'done'))) contested += 1
        for (let n = 0; n < how.times; n += 1) {
          races += 1
          const race = await atOnce(sim, s, a, b)
          if (!orders.some((order) => agrees(race, order)))
            wrong.push(
              `${s.name}: “${x}” and “${y}” at once came out as ${JSON.stringify(race)}, in order as ${JSON.stringify(orders)}`,
            )
        }
      }
  }
  const report = await verifyInstallation(house.ground, house.registry.modules, {})
  wrong.push(...report.problems.map((p) => `${p.kind} ${p.table ?? ''} ${p.row ?? ''}: ${p.detail}`))
  return { seed: how.seed, situations: situations.length, pairs, races, contested, wrong }
}
