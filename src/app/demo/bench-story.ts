/** From an accepted request to a delivered certificate, as the people of the section would do it. */
import { receiveUpload } from '#platform/uploads.ts'
import { sql } from '#platform/sql.ts'
import { type DemoDrug, instrumentFile } from './references.ts'
import { type World, act, idOf, pass } from './world.ts'

export interface Task {
  readonly request: string
  readonly item: string
  readonly drug: DemoDrug
  readonly parcels: number
  readonly grams: number
  /** False leaves it on the bench, where the last cases of the year are. */
  readonly finish: boolean
}

/** THC stands for cannabis in the spectra; the law names the plant. */
const substanceOf = (drug: DemoDrug): string => (drug === 'delta-9-thc' ? 'cannabis' : drug)

export async function answerRequest(world: World, task: Task): Promise<void> {
  const { cast } = world
  const method = await idOf(world, 'method')
  await authorised(world, method)
  await act(world, cast.head, 'work.assign-request', {
    request: task.request,
    assignee: cast.analyst.id,
    reviewer: cast.second.id,
    methodVersion: method,
  })
  const offer = await act<{ id: string }>(world, cast.counter, 'evidence.hand-over', {
    things: [task.item],
    to: cast.analyst.id,
  })
  pass(world, 5)
  await act(world, cast.analyst, 'evidence.accept-hand-over', { handOver: offer.id })
  await act(world, cast.analyst, 'work.start-work', { request: task.request })
  const sheet = await act<{ id: string }>(world, cast.analyst, 'results.start-worksheet', {
    request: task.request,
  })
  await measure(world, task, sheet.id)
  if (!task.finish) return
  await identify(world, task, sheet.id, method)
  await act(world, cast.second, 'results.review-technically', { worksheet: sheet.id, findings: [] })
  await report(world, task)
}

/** The analyst and the reviewer hold their authorisations from the first case on. */
const known = new WeakSet<World>()
async function authorised(world: World, method: string): Promise<void> {
  if (known.has(world)) return
  known.add(world)
  const row = await world.ground.db.direct.one<{ method: string }>(
    sql`select method from quality.public_method_version where id = ${method}`,
  )
  const from = world.clock.now().slice(0, 10)
  for (const [person, capacity] of [
    [world.cast.analyst, 'analyst'],
    [world.cast.second, 'analyst'],
    [world.cast.second, 'reviewer'],
    [world.cast.head, 'reviewer'],
  ] as const) {
    await act(world, world.cast.quality, 'quality.authorise-person', {
      person: person.id,
      method: row.method,
      as: capacity,
      from,
    })
  }
}

async function measure(world: World, task: Task, worksheet: string): Promise<void> {
  const balance = await idOf(world, 'balance')
  const tare = '1.213'
  const each = task.grams / task.parcels
  const parcels = Array.from({ length: task.parcels }, (_, n) => ({
    parcel: n + 1,
    gross: (each + 1.213 + world.chance.below(200) / 1000).toFixed(3),
    tare,
  }))
  await act(world, world.cast.analyst, 'results.record-measurement', {
    worksheet,
    item: task.item,
    equipment: balance,
    unit: 'g',
    parcels,
  })
  pass(world, 30)
}

async function identify(world: World, task: Task, worksheet: string, method: string): Promise<void> {
  const { analyst } = world.cast
  const { techniques } = await world.ground.db.direct.one<{
    techniques: { key: string; category: string }[]
  }>(sql`select techniques from quality.public_method_version where id = ${method}`)
  const colour = techniques.find((t) => t.category === 'C') ?? techniques[0]
  const structure = techniques.find((t) => t.category === 'A') ?? techniques[0]
  const substance = substanceOf(task.drug)
  await act(world, analyst, 'results.record-test', {
    worksheet,
    item: task.item,
    technique: colour?.key,
    sampling: 1,
    outcome: 'positive',
    pointsTo: substance,
  })
  const run = await confirmedRun(world, task, { worksheet, technique: structure?.key, substance })
  await act(world, analyst, 'results.record-test', {
    worksheet,
    item: task.item,
    technique: structure?.key,
    sampling: 2,
    outcome: 'positive',
    pointsTo: substance,
    run: run.id,
  })
  await act(world, analyst, 'results.account-for-run', {
    run: run.id,
    disposition: 'used',
    words: 'Carries the identification.',
  })
  pass(world, 60 * 20)
  await act(world, analyst, 'results.record-conclusion', {
    worksheet,
    item: task.item,
    kind: 'identity',
    substance,
  })
  await act(world, analyst, 'results.record-conclusion', {
    worksheet,
    item: task.item,
    kind: 'quantity',
    substance,
  })
  pass(world, 60 * 4)
}

/** The instrument's file, searched in the library; what it proposed, confirmed by the analyst. */
async function confirmedRun(
  world: World,
  task: Task,
  about: { worksheet: string; technique: string | undefined; substance: string },
): Promise<{ id: string }> {
  const { analyst } = world.cast
  const { worksheet, substance } = about
  const text = instrumentFile(task.drug, (n) => world.chance.below(n), worksheet.slice(-6))
  async function* once(): AsyncIterable<Uint8Array> {
    yield Buffer.from(text)
  }
  const file = await receiveUpload(
    world.ground,
    analyst.id,
    `${task.drug}-${worksheet.slice(-6)}.csv`,
    once(),
  )
  const run = await act<{ id: string }>(world, analyst, 'results.import-run', {
    worksheet,
    item: task.item,
    file: file.sha256,
    technique: about.technique,
    sampleKind: 'item',
  })
  const search = await act<{ id: string }>(world, analyst, 'results.search-library', {
    run: run.id,
    library: world.references.library,
  })
  await act(world, analyst, 'results.confirm-hit', {
    search: search.id,
    hit: 0,
    substance,
    words: 'Compared peak by peak.',
  })
  return run
}

async function report(world: World, task: Task): Promise<void> {
  const { cast } = world
  const draft = await act<{ id: string }>(world, cast.analyst, 'reports.draft-report', {
    request: task.request,
  })
  await act(world, cast.head, 'reports.review-administratively', { report: draft.id })
  await act(world, cast.analyst, 'reports.sign-report', { report: draft.id })
  await act(world, cast.head, 'reports.issue-report', { report: draft.id })
  pass(world, 45)
  world.counts.reports += 1
}
