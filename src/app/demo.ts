/** `custodia demo`: fills an empty installation with believable made-up cases, through the same operations that people use. */
import { join } from 'node:path'
import { hashPrinted } from '#identity/secrets.ts'
import { Refusal } from '#kernel/verdict.ts'
import { growTree } from '#ledger/sequencer.ts'
import { readLaboratory } from '#modules/catalogue/laboratory.ts'
import { madeClock } from '#platform/clock.ts'
import type { Ground } from '#platform/cx.ts'
import { type Db, openDb } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { announce, planAfterHours } from './demo/after-hours.ts'
import { administrator } from './demo/cast.ts'
import { demoPin } from './demo/counter.ts'
import { planCustomers, serveCustomers } from './demo/customers.ts'
import { dayOf, later } from './demo/days.ts'
import { type World, openDesk } from './demo/desk.ts'
import { planDeaths } from './demo/deaths.ts'
import { planElsewhere } from './demo/elsewhere.ts'
import { planMishaps } from './demo/mishaps.ts'
import { planMoved } from './demo/moved.ts'
import { observe, spendGrant } from './demo/observing.ts'
import { keepPaper } from './demo/paper.ts'
import { meetPartners, openFeed } from './demo/partners.ts'
import { planRegistrar } from './demo/registrar.ts'
import { planScenes } from './demo/scenes.ts'
import { authorise, bringIn, one } from './demo/people.ts'
import { keepRecordings } from './demo/recordings.ts'
import { planProperty } from './demo/property.ts'
import { registerReferences } from './demo/references.ts'
import { planSystems } from './demo/systems.ts'
import { openYear, tellYear } from './demo/year.ts'
import { refuseUnlessDemo } from './genesis.ts'
import { makeGround } from './ground.ts'
import type { Installation } from './installation.ts'
import { isSetUp, labsFolder, setUp } from './setup.ts'

const YEAR_MS = 365 * 24 * 3_600_000
/** Two thousand cases fill a year; fewer, the end of one. */
const CASES_A_YEAR = 2_000
const LEAST_MS = 70 * 24 * 3_600_000
/** So many people act at once: enough that one waits for the disk while another thinks. */
const DESKS = 5

/** The cases lie in the twelve months before now; the last of them are still at work. A live or filled installation is refused. */
export async function fillDemo(
  installation: Installation,
  how: { cases: number; seed: number },
): Promise<World['counts']> {
  await refuseUnlessDemo(installation.db)
  // Nobody waits for the disk act by act: what is made up can be made again. The last act is flushed, and all before it with it.
  const db = openDb(
    { connectionString: installation.appUrl },
    (error) => installation.log.warn({ reason: error.message }, 'a database connection was lost'),
    '-c synchronous_commit=off',
  )
  try {
    const counts = await fill(installation, db, how)
    while ((await growTree(installation.ground, { checkpoint: true })) > 0);
    return counts
  } finally {
    await db.close()
  }
}

async function fill(
  installation: Installation,
  db: Db,
  how: { cases: number; seed: number },
): Promise<World['counts']> {
  const until = Date.parse(installation.ground.now())
  const from = until - Math.max(LEAST_MS, Math.min(YEAR_MS, Math.floor((how.cases / CASES_A_YEAR) * YEAR_MS)))
  const groundAt = (clock: ReturnType<typeof madeClock>): Ground =>
    makeGround({
      db,
      files: installation.ground.files,
      registry: installation.registry,
      log: installation.log,
      house: { ...installation.ground.house, demo: true },
      clock,
    })
  const clocks = Array.from({ length: DESKS }, () => madeClock(new Date(from - 24 * 3_600_000).toISOString()))
  const grounds = clocks.map(groundAt)
  const ground = grounds[0] as Ground
  await begin(ground)
  const cast = await bringIn(ground, await hashPrinted(demoPin))
  await authorise(ground, cast, { from: dayOf(from), endsSoon: later(dayOf(until), 16) })
  const world: World = {
    desks: grounds.map((g, n) => openDesk(g, clocks[n] as (typeof clocks)[number], until)),
    cast,
    laboratory: await readLaboratory(join(labsFolder, 'belize'), { examples: true }),
    references: await registerReferences(ground, one(cast, 'head')),
    seed: how.seed,
    ids: await idsOf(ground),
    units: new Map(
      (
        await ground.db.direct.many<{ code: string; id: string }>(sql`select code, id from identity.unit`)
      ).map((u) => [u.code, u.id]),
    ),
    until,
    plenty: Math.min(4, 1 + Math.floor(how.cases / 500)),
    counts: { cases: 0, items: 0, requests: 0, reports: 0 },
  }
  const year = openYear(world)
  let days = 0
  await tellYear(year, {
    from,
    cases: how.cases,
    more: (told) => {
      planMishaps(told)
      planElsewhere(told)
      planDeaths(told)
      planScenes(told)
      planProperty(told)
      planAfterHours(told)
      planMoved(told)
      planRegistrar(told)
      planCustomers(told)
      planSystems(told)
    },
    onDay: async () => {
      days += 1
      if (days % 20 === 0) while ((await growTree(ground)) > 0);
    },
  })
  while ((await growTree(ground)) > 0);
  await afterTheYear(ground, world)
  return world.counts
}

/** What needs the whole year behind it: copies of certificates, what waits at the door today, old paper, other agencies, the sums. */
async function afterTheYear(ground: Ground, world: World): Promise<void> {
  const desk = world.desks[0] as World['desks'][number]
  desk.set(world.until)
  await serveCustomers(desk, world)
  await announce(desk, world)
  await keepPaper(ground, world)
  const { observatory, police } = await meetPartners(desk, world, await agenciesOf(ground))
  await keepRecordings(ground, world, police)
  while ((await growTree(ground)) > 0);
  const people = { director: one(world.cast, 'director'), observer: one(world.cast, 'observer') }
  await observe(ground, desk, people, dayOf(world.until).slice(0, 4))
  await spendGrant(desk, people, dayOf(world.until))
  await openFeed(desk, world, observatory)
}
async function agenciesOf(ground: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await ground.db.direct.many<{ short_name: string; id: string }>(
    sql`select short_name, id from identity.agency`,
  )
  return new Map(rows.map((row) => [row.short_name, row.id]))
}

async function begin(ground: Ground): Promise<void> {
  if (await isSetUp(ground)) {
    const cases = await ground.db.direct.maybe(sql`select 1 from cases.case limit 1`)
    if (cases) throw new Refusal('conflict', 'demo-into-empty-only')
    return
  }
  await setUp(
    ground,
    {
      name: 'National Forensic Science Service (demonstration)',
      username: administrator.username,
      person: administrator.name,
      password: 'demonstration only, not secret',
      lab: 'belize',
    },
    'demo',
  )
}

/** Places by code, the newest version of each method by code, instruments by code, lots by number. */
async function idsOf(ground: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await ground.db.direct.many<{ code: string; id: string }>(sql`
    select code, id from evidence.location
    union all select code, id from quality.public_equipment union all select number, id from quality.public_lot
    union all (select distinct on (code) code, id from quality.public_method_version order by code, version desc)`)
  return new Map(rows.map((row) => [row.code, row.id]))
}
