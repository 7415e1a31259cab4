/** The bench of the demonstration: what an analyst of seized drugs writes, from the broken seal to the conclusion. */
import type { Actor } from '#platform/cx.ts'
import type { Chance } from './chance.ts'
import type { Thing } from './counter.ts'
import { type Desk, type World, idOf } from './desk.ts'
import type { Sample } from './exhibits.ts'
import { instrumentFile } from './references.ts'

export interface Sheet {
  readonly id: string
  readonly thing: Thing
  readonly sample: Sample
  readonly analyst: Actor
  readonly chance: Chance
  readonly seal: () => string
}

export const methodFor = (sample: Sample): 'AC-05' | 'AC-07' =>
  sample.substance === 'cannabis' ? 'AC-05' : 'AC-07'

/** Opens the bag on the record, says how it looks, and weighs parcel by parcel. */
export async function openAndWeigh(desk: Desk, world: World, sheet: Sheet): Promise<void> {
  const { analyst, thing, sample, chance: c } = sheet
  const { seals } = await desk.act<{ seals: { number: string; open: boolean }[] }>(
    analyst,
    'evidence.get-item',
    { id: thing.id },
  )
  for (const seal of seals.filter((s) => !s.open))
    await desk.act(analyst, 'evidence.break-seal', {
      item: thing.id,
      number: seal.number,
      why: 'Examination',
    })
  desk.pass(6)
  await desk.act(analyst, 'results.record-observations', {
    worksheet: sheet.id,
    item: thing.id,
    observations: [
      { step: 'packaging', field: 'as-described', answer: true },
      { step: 'appearance', field: 'appearance', answer: thing.exhibit.description },
      { step: 'appearance', field: 'parcels', answer: sample.parcels },
    ],
  })
  desk.pass(12)
  const each = sample.grams / sample.parcels
  await desk.act(analyst, 'results.record-measurement', {
    worksheet: sheet.id,
    item: thing.id,
    equipment: idOf(world, sample.grams > 4_000 ? 'BAL-05' : 'BAL-03'),
    unit: 'g',
    parcels: Array.from({ length: sample.parcels }, (_, n) => {
      const tare = 0.4 + c.below(120) / 100
      const net = sample.exact ? each : each * (0.9 + c.below(200) / 1_000)
      return { parcel: n + 1, gross: (net + tare).toFixed(2), tare: tare.toFixed(2) }
    }),
  })
  desk.pass(20)
}

/** Tests, run, confirmation, conclusions; then the bag is closed again. */
export async function examine(desk: Desk, world: World, sheet: Sheet): Promise<void> {
  const { analyst, thing, sample } = sheet
  if (sample.substance === 'cannabis') await tellCannabis(desk, world, sheet)
  else await tellBySpectrum(desk, world, sheet)
  if (sample.substance === 'caffeine') {
    await desk.act(analyst, 'results.record-conclusion', {
      worksheet: sheet.id,
      item: thing.id,
      kind: 'negative',
    })
  } else {
    for (const kind of ['identity', 'quantity'])
      await desk.act(analyst, 'results.record-conclusion', {
        worksheet: sheet.id,
        item: thing.id,
        kind,
        substance: sample.substance,
      })
  }
  desk.pass(8)
  await desk.act(analyst, 'evidence.seal-item', {
    item: thing.id,
    number: sheet.seal(),
    type: 'numbered-tape',
  })
}

/** SWGDRUG: no technique of category A, so two uncorrelated of B and one of C, on two samplings. */
async function tellCannabis(desk: Desk, world: World, sheet: Sheet): Promise<void> {
  const about = { worksheet: sheet.id, item: sheet.thing.id }
  const microscope = { equipment: [idOf(world, 'MIC-01')] }
  const reagent = { lots: [idOf(world, 'DL-2026-01')] }
  await desk.act(sheet.analyst, 'results.record-observations', {
    ...about,
    ...microscope,
    observations: [
      { step: 'microscopy', field: 'cystolithic-hairs', answer: true },
      { step: 'microscopy', field: 'glandular-hairs', answer: true },
    ],
  })
  const tests = [
    { technique: 'microscopy', sampling: 1, ...microscope },
    { technique: 'colour-duquenois', sampling: 1, ...reagent },
    { technique: 'tlc', sampling: 2 },
  ]
  for (const test of tests) {
    await desk.act(sheet.analyst, 'results.record-test', {
      ...about,
      ...test,
      outcome: 'positive',
      pointsTo: 'cannabis',
    })
    desk.pass(15)
  }
}

async function tellBySpectrum(desk: Desk, world: World, sheet: Sheet): Promise<void> {
  const { analyst, thing, sample } = sheet
  const found = sample.substance !== 'caffeine'
  const pointsTo = found ? { pointsTo: sample.substance } : {}
  const about = { worksheet: sheet.id, item: thing.id }
  const outcome = found ? 'positive' : 'negative'
  await desk.act(analyst, 'results.record-test', {
    ...about,
    ...(sample.substance === 'cocaine' || !found
      ? { technique: 'colour-scott', lots: [idOf(world, 'SC-2026-01')] }
      : { technique: 'colour-marquis', lots: [idOf(world, 'MQ-2026-02')] }),
    outcome,
    ...pointsTo,
  })
  desk.pass(40)
  const runs = await runAll(desk, world, sheet)
  const run = runs.at(-1)
  const search = await desk.act(analyst, 'results.search-library', {
    run,
    library: world.references.library,
  })
  if (found)
    await desk.act(analyst, 'results.confirm-hit', {
      search: search.id,
      hit: 0,
      substance: sample.substance,
      words: 'Compared peak by peak; retention time agrees with the reference of the day.',
    })
  await desk.act(analyst, 'results.record-test', {
    ...about,
    technique: 'gc-ms',
    sampling: 2,
    outcome,
    run,
    ...pointsTo,
    ...(found ? {} : { words: 'Caffeine; no controlled substance in the whole run.' }),
  })
  await desk.act(analyst, 'results.account-for-run', {
    run: runs,
    disposition: 'used',
    words: 'Blank and reference as expected; the run of the exhibit carries the conclusion.',
  })
  desk.pass(25)
}

/** The blank, the reference and the exhibit, one after the other on one instrument, each sent as the instrument's own file. */
async function runAll(desk: Desk, world: World, sheet: Sheet): Promise<string[]> {
  const { analyst, thing, chance: c } = sheet
  const substance = sheet.sample.substance === 'cannabis' ? 'caffeine' : sheet.sample.substance
  const runs: string[] = []
  for (const [sampleKind, lots] of [
    ['blank', ['ME-26-118']],
    ['reference', ['CO-RM-26']],
    ['item', []],
  ] as const) {
    const name = `${thing.number}-${sampleKind}`
    const file = await desk.send(
      analyst,
      `GCMS02-${name}.csv`,
      instrumentFile(sampleKind === 'blank' ? 'blank' : substance, (n) => c.below(n), name),
    )
    const { id } = await desk.act(analyst, 'results.import-run', {
      worksheet: sheet.id,
      ...(sampleKind === 'item' ? { item: thing.id } : {}),
      file,
      technique: 'gc-ms',
      sampleKind,
      equipment: idOf(world, 'GCMS-02'),
      lots: lots.map((number) => idOf(world, number)),
    })
    runs.push(id)
    desk.pass(22)
  }
  await desk.act(analyst, 'results.record-observations', {
    worksheet: sheet.id,
    item: thing.id,
    observations: [
      { step: 'blank', field: 'clean', answer: true },
      { step: 'reference', field: 'retention-time', answer: { value: '9.41', unit: 'min' } },
    ],
  })
  return runs
}
