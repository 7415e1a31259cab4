/** Well-formed inputs for every operation of results, and the bench of which its stories are told: worksheets as far as a stage, made-up runs and libraries. */
import { searchExamples } from './examples/searches.ts'
import {
  type Asked,
  type Ground as WorkGround,
  type Section,
  requested,
  sectionOf,
} from '#modules/work/examples.ts'

interface Voice {
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  upload(bytes: Uint8Array, fileName?: string): Promise<{ status: number; body: any }> // oxlint-disable-line typescript/no-explicit-any
}
/** The part of the story harness that examples use. */
export interface Ground extends WorkGround {
  as(username: string): Voice
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

/** Drawn by us after what textbooks say of these two; they are no reference. */
export const ions: Readonly<Record<'cocaine' | 'heroin', readonly (readonly [number, number])[]>> = {
  cocaine: [
    [42, 160],
    [77, 210],
    [82, 999],
    [94, 280],
    [105, 230],
    [182, 780],
    [198, 90],
    [272, 60],
    [303, 180],
  ],
  heroin: [
    [43, 900],
    [162, 90],
    [204, 170],
    [215, 210],
    [268, 420],
    [310, 520],
    [327, 999],
    [369, 620],
  ],
}
export const library = Object.entries(ions)
  .map(
    ([name, peaks]) =>
      `Name: ${name === 'cocaine' ? 'Cocaine' : 'Heroin'}\nComments: drawn for tests\nNum Peaks: ${peaks.length}\n${peaks.map(([mz, i]) => `${mz} ${i}`).join('\n')}\n`,
  )
  .join('\n')
/** What an instrument would export; `more` are ions that the reference does not have. */
export const spectrumFile = (
  of: keyof typeof ions | null,
  more: readonly (readonly [number, number])[] = [],
): Buffer =>
  Buffer.from(
    `m/z,intensity\n${[...(of ? ions[of] : []), ...more].map(([mz, i]) => `${mz},${i}`).join('\n')}\n`,
  )

const libraries = new WeakMap<object, Promise<string>>()
export function libraryOf(lab: Ground): Promise<string> {
  const known =
    libraries.get(lab) ??
    (async () => {
      await sectionOf(lab)
      const file = (await lab.as('marva').upload(Buffer.from(library), 'drawn.msp')).body.sha256
      return (
        await lab
          .as('marva')
          .do('results.register-library', { name: 'Drawn for tests', version: '1', file, licence: 'ours' })
      ).id as string
    })()
  libraries.set(lab, known)
  return known
}

export interface Sheet extends Asked {
  readonly section: Section
  readonly worksheet: string
  readonly sheet: string
  readonly item: string
  /** Where the story goes on. */
  readonly about: { readonly worksheet: string; readonly item: string }
}
/** A worksheet that has just been opened by Eugenio, for his one exhibit or for the first of several. */
export async function opened(lab: Ground, more: Parameters<typeof requested>[2] = {}): Promise<Sheet> {
  const section = await sectionOf(lab)
  const at = await requested(lab, 'started', more)
  const { id, number } = await lab.as('eugenio').do('results.start-worksheet', { request: at.request })
  const item = at.items[0]?.id as string
  return { ...at, section, worksheet: id, sheet: number, item, about: { worksheet: id, item } }
}

export async function described(lab: Ground, at: Sheet, item = at.item): Promise<void> {
  await lab.as('eugenio').do('results.record-observations', {
    worksheet: at.worksheet,
    item,
    observations: [
      { step: 'packaging', field: 'as-described', answer: true },
      { step: 'appearance', field: 'form', answer: 'powder' },
    ],
  })
}
export async function weighed(
  lab: Ground,
  at: Sheet,
  parcels: readonly Record<string, unknown>[] = [{ parcel: 1, gross: '14.88', tare: '4.86' }],
): Promise<void> {
  await lab.as('eugenio').do('results.record-measurement', {
    ...at.about,
    equipment: at.section.balance,
    unit: 'g',
    parcels,
  })
}
/** A colour test with its reagent; `more` makes it another. */
export const test = (lab: Ground, at: Sheet, more: Record<string, unknown> = {}): Promise<{ id: string }> =>
  lab.as('eugenio').do('results.record-test', {
    ...at.about,
    technique: 'scott',
    outcome: 'positive',
    pointsTo: 'cocaine',
    ...((more['technique'] ?? 'scott') === 'scott' ? { words: 'Blue', lots: [at.section.scott] } : {}),
    ...more,
  })
/** A file of our own making, attached as the instrument's. */
export async function ran(
  lab: Ground,
  at: Sheet,
  bytes: Uint8Array,
  more: Record<string, unknown> = {},
): Promise<string> {
  const file = (await lab.as('eugenio').upload(bytes, 'run.csv')).body.sha256
  const { id } = await lab.as('eugenio').do('results.import-run', {
    worksheet: at.worksheet,
    item: at.item,
    file,
    technique: 'gc-ms',
    equipment: at.section.gcms,
    ...more,
  })
  return id
}
export async function searched(
  lab: Ground,
  run: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; status: string; mayPropose: boolean; hits: readonly { name: string }[] }> {
  return lab.as('eugenio').do('results.search-library', { run, library: await libraryOf(lab), ...more })
}
/** A run of the exhibit whose proposal Eugenio has confirmed. */
export async function confirmed(lab: Ground, at: Sheet): Promise<string> {
  const run = await ran(lab, at, spectrumFile('cocaine'))
  const search = await searched(lab, run)
  await lab
    .as('eugenio')
    .do('results.confirm-hit', { search: search.id, hit: 0, substance: 'cocaine', words: 'Peak by peak' })
  return run
}
/** Everything that the method asks, up to the conclusions. */
export async function examined(lab: Ground, at: Sheet): Promise<string> {
  await described(lab, at)
  await weighed(lab, at)
  await test(lab, at)
  const blank = await ran(
    lab,
    at,
    spectrumFile(null, [
      [44, 20],
      [207, 9],
      [281, 4],
    ]),
    { sampleKind: 'blank', item: undefined },
  )
  const run = await confirmed(lab, at)
  await test(lab, at, { technique: 'gc-ms', sampling: 2, run })
  await lab
    .as('eugenio')
    .do('results.account-for-run', { run: [blank, run], disposition: 'used', words: 'As expected' })
  return run
}
export const concluded = (lab: Ground, at: Sheet, kind = 'identity'): Promise<{ id: string; says: string }> =>
  lab.as('eugenio').do('results.record-conclusion', { ...at.about, kind, substance: 'cocaine' })
/** A worksheet that waits for its reviewer. */
export async function waiting(
  lab: Ground,
): Promise<Sheet & { identity: string; quantity: string; run: string }> {
  const at = await opened(lab)
  const run = await examined(lab, at)
  const identity = (await concluded(lab, at)).id
  const quantity = (await concluded(lab, at, 'quantity')).id
  return { ...at, identity, quantity, run }
}

const on =
  (input: (at: Sheet, lab: Ground) => unknown): Example =>
  async (lab: Ground) =>
    input(await opened(lab), lab)
const onRun =
  (input: (run: string, at: Sheet, lab: Ground) => unknown): Example =>
  async (lab: Ground) => {
    const at = await opened(lab)
    return input(await ran(lab, at, spectrumFile('cocaine')), at, lab)
  }
const onWaiting =
  (input: (at: Awaited<ReturnType<typeof waiting>>, lab: Ground) => unknown): Example =>
  async (lab: Ground) =>
    input(await waiting(lab), lab)

export const examples: Record<string, Example> = {
  'results.start-worksheet': async (lab: Ground) => ({ request: (await requested(lab, 'started')).request }),
  'results.record-observations': on((at) => ({
    ...at.about,
    observations: [{ step: 'appearance', field: 'form', answer: 'powder' }],
  })),
  'results.correct-observation': on(async (at, lab) => {
    const { id } = await lab.as('eugenio').do('results.record-observations', {
      ...at.about,
      observations: [{ step: 'appearance', field: 'form', answer: 'powder' }],
    })
    return { worksheet: at.worksheet, observation: id, answer: 'plant' }
  }),
  'results.record-measurement': on((at) => ({
    ...at.about,
    equipment: at.section.balance,
    unit: 'g',
    parcels: [{ parcel: 1, gross: '14.88', tare: '4.86' }],
  })),
  'results.record-portions': on((at) => ({
    ...at.about,
    technique: 'gc-ms',
    substance: 'cocaine',
    unit: 'mg/l',
    portions: [{ portion: 1, value: '0.21' }],
    equipment: [at.section.gcms],
  })),
  'results.plan-sampling': on((at) => ({
    ...at.about,
    population: 100,
    fraction: '0.9',
    confidence: '0.95',
  })),
  'results.record-test': on((at) => ({
    ...at.about,
    technique: 'scott',
    outcome: 'positive',
    pointsTo: 'cocaine',
    lots: [at.section.scott],
  })),
  'results.import-run': on(async (at, lab) => ({
    ...at.about,
    file: (await lab.as('eugenio').upload(spectrumFile('heroin'), 'run.csv')).body.sha256,
    technique: 'gc-ms',
    equipment: at.section.gcms,
  })),
  'results.account-for-run': onRun((run) => ({
    run,
    disposition: 'repeated',
    words: 'The needle was blocked',
  })),
  'results.register-library': async (lab: Ground) => {
    await sectionOf(lab)
    const file = (await lab.as('marva').upload(Buffer.from(library), 'drawn.msp')).body.sha256
    return { name: `Example ${lab.ground.newId().slice(-6)}`, version: '1', file }
  },
  'results.search-library': onRun(async (run, _at, lab) => ({ run, library: await libraryOf(lab) })),
  'results.confirm-hit': onRun(async (run, _at, lab) => ({
    search: (await searched(lab, run)).id,
    hit: 0,
    substance: 'cocaine',
    words: 'Peak by peak',
  })),
  'results.record-elimination': onRun(async (run, _at, lab) => ({
    search: (await searched(lab, run)).id,
    hit: 0,
    substance: 'cocaine',
    words: 'The retention time is another',
  })),
  'results.record-conclusion': on(async (at, lab) => {
    await test(lab, at)
    return { ...at.about, kind: 'presumptive', substance: 'cocaine' }
  }),
  'results.record-inconclusive': on((at) => ({ ...at.about, words: 'Too little for a second sampling' })),
  'results.verify-result': onWaiting((at) => ({ conclusion: at.identity, outcome: 'agrees' })),
  'results.review-technically': onWaiting((at) => ({ worksheet: at.worksheet, findings: [] })),
  'results.return-for-correction': onWaiting((at) => ({
    worksheet: at.worksheet,
    findings: ['The blank is not dated'],
  })),
  'results.answer-findings': onWaiting(async (at, lab) => {
    await lab
      .as('ingrid')
      .do(
        'results.return-for-correction',
        { worksheet: at.worksheet, findings: ['Why 0.3 Da?'] },
        { stepUp: true },
      )
    return { worksheet: at.worksheet, answers: ['A quadrupole: whole masses'] }
  }),
  'results.worksheet': on((at) => ({ worksheet: at.worksheet })),
  'results.find-worksheets': () => ({ state: 'open', limit: 20 }),
  'results.run': onRun((run) => ({ run })),
  'results.spectrum': onRun((run) => ({ run, spectrum: 0 })),
  'results.raw-file': onRun((run) => ({ run })),
  'results.sample-values': () => ({ statement: 'identified' }),
  'results.unaccounted-runs': on((at) => ({ request: at.request })),
  'results.uncertainty-budget': on(async (at, lab) => {
    await weighed(lab, at)
    return at.about
  }),
  'results.list-libraries': () => ({}),
  ...searchExamples,
}
