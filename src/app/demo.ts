/** `custodia demo`: fills an empty installation with believable made-up cases, through the same operations that people use. */
import { join } from 'node:path'
import { hashSecret } from '#identity/secrets.ts'
import { Refusal } from '#kernel/verdict.ts'
import { growTree } from '#ledger/sequencer.ts'
import { readLaboratory } from '#modules/catalogue/laboratory.ts'
import { madeClock } from '#platform/clock.ts'
import { sql } from '#platform/sql.ts'
import { makeGround } from './ground.ts'
import type { Installation } from './installation.ts'
import { isSetUp, labsFolder, setUp } from './setup.ts'
import { type Chance, chanceOf } from './demo/chance.ts'
import { castOf } from './demo/people.ts'
import { registerReferences } from './demo/references.ts'
import { tellCase } from './demo/story.ts'
import type { World } from './demo/world.ts'

export const demoPin = '246810'
const YEAR_MS = 365 * 24 * 3_600_000

export interface DemoReceipt {
  readonly cases: number
  readonly items: number
  readonly requests: number
  readonly reports: number
}

/** The cases lie in the twelve months before now; the last of them are still at work. Idempotent: a filled one is refused. */
export async function fillDemo(
  installation: Installation,
  how: { cases: number; seed: number },
): Promise<DemoReceipt> {
  const now = Date.parse(installation.ground.now())
  const clock = madeClock(new Date(now - YEAR_MS - 24 * 3_600_000).toISOString())
  const ground = makeGround({
    db: installation.db,
    files: installation.ground.files,
    registry: installation.registry,
    log: installation.log,
    house: { ...installation.ground.house, demo: true },
    clock,
  })
  if (await isSetUp(ground)) {
    const cases = await ground.db.direct.maybe(sql`select 1 from cases.case limit 1`)
    if (cases) throw new Refusal('conflict', 'demo-into-empty-only')
  } else {
    await setUp(
      ground,
      {
        name: 'National Forensic Science Service (demonstration)',
        username: 'admin',
        password: 'demonstration only, not secret',
        lab: 'belize',
      },
      'demo',
    )
  }
  const chance: Chance = chanceOf(how.seed)
  const laboratory = await readLaboratory(join(labsFolder, 'belize'))
  const cast = await castOf(ground, await hashSecret(demoPin))
  const world: World = {
    ground,
    clock,
    chance,
    cast,
    laboratory,
    references: await registerReferences(ground, cast),
    counts: { cases: 0, items: 0, requests: 0, reports: 0 },
  }
  const step = Math.floor(YEAR_MS / how.cases)
  for (let i = 0; i < how.cases; i += 1) {
    clock.set(
      new Date(now - YEAR_MS + i * step + chance.below(Math.max(1, Math.floor(step / 2)))).toISOString(),
    )
    await tellCase(world, i, how.cases)
    if (i % 100 === 99) while ((await growTree(ground)) > 0);
  }
  clock.set(new Date(now).toISOString())
  await growTree(ground, { checkpoint: true })
  return world.counts
}
