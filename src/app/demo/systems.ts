/** Searches in systems that stand alone, as the firearms bench writes them down: a likely hit that a second person agrees to, and one nobody has judged. */
import { chanceOf } from './chance.ts'
import type { Thing } from './counter.ts'
import type { Desk, World } from './desk.ts'
import * as x from './exhibits.ts'
import { one } from './people.ts'
import { dangriga, follow, kindOf, tell } from './telling.ts'
import type { Year } from './year.ts'

const listOfSystem = (rows: readonly (readonly [rank: number, label: string, score: string])[]): string =>
  ['rank;case;score', ...rows.map((row) => row.join(';'))].join('\r\n')

async function search(
  desk: Desk,
  world: World,
  thing: Thing,
  at: { reference: string; rows: readonly (readonly [rank: number, label: string, score: string])[] },
): Promise<readonly string[]> {
  const examiner = one(world.cast, 'firearms')
  const searchedAt = new Date(desk.now() - 40 * 60_000).toISOString()
  const { candidates } = await desk.act<{ candidates: string[] }>(examiner, 'results.record-system-search', {
    item: thing.id,
    system: 'ibis',
    databases: ['National'],
    searched: 'Breech face and firing pin of the first case',
    reference: at.reference,
    searchedAt,
    candidates: at.rows.map(([rank, label, score]) => ({ rank, label, score })),
    file: await desk.send(examiner, `${at.reference}.csv`, listOfSystem(at.rows)),
  })
  return candidates
}

export function planSystems(year: Year): void {
  const asked = (
    n: number,
    street: string,
    back: number,
    then: (desk: Desk, world: World, thing: Thing) => Promise<void>,
  ): void =>
    tell(year, n, {
      back,
      kind: kindOf('Shooting', 'firearm'),
      where: dangriga(street),
      more: { exhibits: [x.cases(chanceOf(n))] },
      after: (_desk, opened, chance) =>
        follow(year, opened, chance, {
          discipline: 'firearms',
          bench: 'firearms',
          question: 'ibis-search',
          twists: { start: (desk, world, job) => then(desk, world, job.thing) },
        }),
    })
  asked(48, 'Ramos Road', 14, async (desk, world, thing) => {
    const [first, second] = await search(desk, world, thing, {
      reference: 'IB-2026-0317',
      rows: [
        [1, 'CC 1184/24, Mahogany Street', '412'],
        [2, 'CC 0077/25, Central American Boulevard', '168'],
      ],
    })
    desk.pass(95)
    const examiner = one(world.cast, 'firearms')
    const hit = await desk.act(examiner, 'results.follow-up-candidate', {
      candidate: first,
      outcome: 'hit',
      words:
        'Breech face marks agree under the comparison microscope, three fields; the case of 2024 is asked for.',
    })
    await desk.act(examiner, 'results.follow-up-candidate', {
      candidate: second,
      outcome: 'no-hit',
      words: 'Another class of firing pin: rectangular, not round.',
    })
    desk.pass(240)
    await desk.act(one(world.cast, 'firearms-head'), 'results.verify-follow-up', {
      followUp: hit.id,
      agrees: true,
    })
  })
  asked(49, 'Havana Street', 11, async (desk, world, thing) => {
    await search(desk, world, thing, {
      reference: 'IB-2026-0331',
      rows: [
        [1, 'CC 0412/25, Faber’s Road', '203'],
        [2, 'CC 0950/23, Lake Independence', '199'],
        [3, 'CC 1184/24, Mahogany Street', '131'],
      ],
    })
  })
}
