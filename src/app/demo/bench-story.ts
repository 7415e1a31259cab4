/** From an accepted request to a delivered certificate, as the people of the section would do it. */
import { dayOfInstant } from '#kernel/calendar.ts'
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
  const method = await idOf(world, 'AC-07')
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
  await identify(world, task, sheet.id)
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
  const from = dayOfInstant(world.clock.now())
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
  const balance = await idOf(world, 'BAL-03')
  await act(world, world.cast.analyst, 'results.record-observations', {
    worksheet,
    item: task.item,
    observations: [
      { step: 'packaging', field: 'as-described', answer: true },
      { step: 'appearance', field: 'appearance', answer: 'As described on receipt' },
      { step: 'appearance', field: 'parcels', answer: task.parcels },
    ],
  })
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

async function identify(world: World, task: Task, worksheet: string): Promise<void> {
  const { analyst } = world.cast
  const substance = substanceOf(task.drug)
  const about = { worksheet, item: task.item }
  await act(world, analyst, 'results.record-test', {
    ...about,
    technique: 'colour-scott',
    sampling: 1,
    outcome: 'positive',
    pointsTo: substance,
    lots: [await idOf(world, 'SC-2026-01')],
  })
  const runs = await runAll(world, task, worksheet)
  const run = runs.at(-1) as string
  await confirmed(world, run, substance)
  await act(world, analyst, 'results.record-test', {
    ...about,
    technique: 'gc-ms',
    sampling: 2,
    outcome: 'positive',
    pointsTo: substance,
    run,
  })
  await act(world, analyst, 'results.account-for-run', {
    run: runs,
    disposition: 'used',
    words: 'Blank and reference as expected; the exhibit carries the identification.',
  })
  pass(world, 60 * 20)
  for (const kind of ['identity', 'quantity'])
    await act(world, analyst, 'results.record-conclusion', { ...about, kind, substance })
  pass(world, 60 * 4)
}

/** The blank, the reference and the exhibit, one after the other on one instrument, each sent as the instrument's own file. */
async function runAll(world: World, task: Task, worksheet: string): Promise<string[]> {
  const { analyst } = world.cast
  const equipment = await idOf(world, 'GCMS-02')
  const runs: string[] = []
  for (const [sampleKind, lots] of [
    ['blank', ['ME-26-118']],
    ['reference', ['CO-RM-26']],
    ['item', []],
  ] as const) {
    const name = `${worksheet.slice(-6)}-${sampleKind}`
    const text = instrumentFile(task.drug, (n) => world.chance.below(n), name)
    async function* once(): AsyncIterable<Uint8Array> {
      yield Buffer.from(text)
    }
    const file = await receiveUpload(world.ground, analyst.id, `${task.drug}-${name}.csv`, once())
    const { id } = await act<{ id: string }>(world, analyst, 'results.import-run', {
      worksheet,
      ...(sampleKind === 'item' ? { item: task.item } : {}),
      file: file.sha256,
      technique: 'gc-ms',
      sampleKind,
      equipment,
      lots: await Promise.all(lots.map((number) => idOf(world, number))),
    })
    runs.push(id)
  }
  await act(world, analyst, 'results.record-observations', {
    worksheet,
    item: task.item,
    observations: [
      { step: 'blank', field: 'clean', answer: true },
      { step: 'reference', field: 'retention-time', answer: { value: '9.41', unit: 'min' } },
    ],
  })
  return runs
}

/** What the library proposed, confirmed by the analyst. */
async function confirmed(world: World, run: string, substance: string): Promise<void> {
  const { analyst } = world.cast
  const search = await act<{ id: string }>(world, analyst, 'results.search-library', {
    run,
    library: world.references.library,
  })
  await act(world, analyst, 'results.confirm-hit', {
    search: search.id,
    hit: 0,
    substance,
    words: 'Compared peak by peak.',
  })
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
