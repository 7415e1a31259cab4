/** Well-formed inputs for every operation of reports, and the bench from which certificates come; what is needed first is arranged on the way. */
import { aSubmission, anItem, arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'
import { systemActor } from '#identity/authority.ts'
import { z } from 'zod'
import type { Ground as PlatformGround } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { ref } from '#kernel/shapes.ts'

interface Voice {
  readonly id?: string
  // oxlint-disable-next-line typescript/no-explicit-any
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any>
}
/** The part of the story harness that examples use. */
export interface Ground {
  arrange(operation: string, input: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  person(
    username: string,
    roles: readonly string[],
    where?: { unit?: string | null; name?: string },
  ): Promise<string>
  as(username: string): Voice
  readonly units: {
    readonly counter: string
    readonly chemistry: string
    readonly policeDangriga: string
    readonly dpp: string
  }
  readonly ground: PlatformGround
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

export interface Bench {
  readonly method: string
  readonly balance: string
  readonly people: Readonly<
    Record<'counter' | 'analyst' | 'second' | 'head' | 'director' | 'officer', string>
  >
}
const benches = new WeakMap<object, Promise<Bench>>()

const words: readonly (readonly [list: string, code: string, en: string, es: string])[] = [
  [
    'question',
    'controlled-drug',
    'Is a controlled drug there, which, and how much?',
    '¿Hay una droga controlada, cuál y cuánta?',
  ],
  ['drug', 'cannabis', 'Cannabis', 'Cannabis'],
  ['discipline', 'drugs', 'Seized drugs', 'Drogas incautadas'],
]

/** People, words, a method and a balance: once for a laboratory. */
export function benchOf(lab: Ground): Promise<Bench> {
  const known = benches.get(lab) ?? makeBench(lab)
  benches.set(lab, known)
  return known
}
async function makeBench(lab: Ground): Promise<Bench> {
  await arrangeEvidenceWords(lab as never)
  for (const [list, code, en, es] of words) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data: {} }).catch(() => undefined)
  }
  const { counter, chemistry, policeDangriga } = lab.units
  const people = {
    counter: await lab.person('rp-counter', ['evidence-officer'], { unit: counter, name: 'Simone Reneau' }),
    analyst: await lab.person('rp-analyst', ['analyst'], { unit: chemistry, name: 'Eugenio Cus' }),
    second: await lab.person('rp-second', ['analyst'], { unit: chemistry, name: 'Ingrid Peña Ñúñez' }),
    head: await lab.person('rp-head', ['section-head'], { unit: chemistry, name: 'Marva Usher' }),
    director: await lab.person('rp-director', ['director'], { unit: null, name: 'Gian Cho' }),
    officer: await lab.person('rp-officer', ['officer'], { unit: policeDangriga, name: 'Damion Palacio' }),
  }
  return { ...(await arrangeQuality(lab, people)), people }
}

/** What quality keeps, written as the system would: method AC-02, authorisations, a calibrated balance. */
async function arrangeQuality(
  lab: Ground,
  people: Bench['people'],
): Promise<{ method: string; balance: string }> {
  const id = () => lab.ground.newId()
  const [method, version, balance] = [id(), id(), id()]
  const techniques = [
    { key: 'macroscopy', title: 'Macroscopic examination', category: 'B', principle: 'macroscopy' },
    { key: 'microscopy', title: 'Microscopic examination', category: 'B', principle: 'microscopy' },
    { key: 'duquenois', title: 'Duquenois-Levine', category: 'C', principle: 'colour' },
    { key: 'gcms', title: 'GC-MS', category: 'A', principle: 'mass-spectrometry' },
  ]
  const rows = {
    'quality.method': [
      {
        id: method,
        code: 'RP-07',
        title_en: 'Identification of cannabis',
        title_es: 'Identificación de cannabis',
        discipline: 'drugs',
      },
    ],
    'quality.method_version': [
      {
        id: version,
        method,
        version: 4,
        worksheet: { steps: [] },
        techniques,
        decision_rule: null,
        validation: null,
        document: null,
        from_on: '2025-01-10',
        until_on: null,
      },
    ],
    'quality.authorisation': [
      [people.analyst, 'analyst'],
      [people.second, 'analyst'],
      [people.second, 'reviewer'],
      [people.head, 'reviewer'],
    ].map(([person, capacity]) => ({
      id: id(),
      person,
      method,
      capacity,
      from_on: '2025-01-10',
      until_on: null,
      basis: null,
    })),
    'quality.equipment': [
      {
        id: balance,
        code: 'RP-BAL-03',
        kind: 'balance',
        name: 'Analytical balance',
        make: null,
        model: null,
        serial: null,
        unit: null,
        place: null,
        calibrated: true,
        data: {},
      },
    ],
    'quality.calibration': [
      {
        id: id(),
        equipment: balance,
        kind: 'calibration',
        outcome: 'passed',
        done_on: '2026-06-01',
        due_on: '2099-06-01',
        uncertainty: '0.001',
        unit: 'g',
        coverage: '2',
        certificate: 'BSC-118',
        done_by: null,
        note: null,
      },
    ],
  }
  const arranged = command({
    name: 'quality.arrange',
    summary: 'Arranges a bench.',
    who: [],
    input: z.strictObject({}),
    output: z.object({}),
    async run(cx) {
      cx.allow(null)
      await cx.record({ subject: ref('quality.method', method), root: null, rows })
      return {}
    },
  })
  await perform(lab.ground, plain(arranged), { actor: systemActor, input: {} })
  return { method: version, balance }
}

export interface Worked {
  readonly bench: Bench
  readonly case: string
  readonly item: string
  readonly itemNumber: string
  readonly request: string
  readonly worksheet: string
  readonly conclusions: readonly string[]
}

interface Telling {
  /** Stops at a colour test; or finds nothing. */
  readonly outcome?: 'presumptive' | 'negative'
  readonly review?: boolean
  readonly item?: Record<string, unknown>
  readonly submission?: Record<string, unknown>
  /** Gross reading over a tare of 4.860 g. */
  readonly net?: string
}

/** From the counter to a reviewed worksheet, told by the people whose work it is. */
export async function worked(lab: Ground, more: Telling = {}): Promise<Worked> {
  const bench = await benchOf(lab)
  const counter = lab.as('rp-counter')
  const received = await counter.do(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: bench.people.officer },
      items: [anItem(more.item)],
      ...more.submission,
    }),
  )
  const item = received.items[0]
  const handed = await counter.do(
    'evidence.hand-over',
    { things: [item.id], to: bench.people.analyst, purpose: 'Examination' },
    { stepUp: true },
  )
  await lab.as('rp-analyst').do('evidence.accept-hand-over', { handOver: handed.id }, { stepUp: true })
  return examined(lab, { case: received.case.id, item: item.id, itemNumber: item.number }, more)
}

/** A request on an exhibit that the analyst holds, worked on until its worksheet is reviewed. */
export async function examined(
  lab: Ground,
  at: { case: string; item: string; itemNumber: string },
  more: Telling = {},
): Promise<Worked> {
  const bench = await benchOf(lab)
  const [counter, analyst, second, head] = [
    lab.as('rp-counter'),
    lab.as('rp-analyst'),
    lab.as('rp-second'),
    lab.as('rp-head'),
  ]
  const item = { id: at.item }
  const request = await counter.do('work.request-examination', {
    case: at.case,
    items: [at.item],
    unit: lab.units.chemistry,
    discipline: 'drugs',
    question: 'controlled-drug',
  })
  await head.do('work.accept-request', { request: request.id })
  await head.do('work.assign-request', {
    request: request.id,
    assignee: bench.people.analyst,
    methodVersion: bench.method,
  })
  await analyst.do('work.start-work', { request: request.id })
  const sheet = await analyst.do('results.start-worksheet', { request: request.id })
  const test = (technique: string, sampling: number) =>
    analyst.do('results.record-test', {
      worksheet: sheet.id,
      item: item.id,
      technique,
      sampling,
      ...(more.outcome === 'negative'
        ? { outcome: 'negative' }
        : { outcome: 'positive', pointsTo: 'cannabis' }),
    })
  const conclude = async (kind: string): Promise<string> =>
    (
      await analyst.do('results.record-conclusion', {
        worksheet: sheet.id,
        item: item.id,
        kind,
        ...(kind === 'negative' ? {} : { substance: 'cannabis' }),
      })
    ).id
  await test(more.outcome === 'negative' ? 'gcms' : 'duquenois', 1)
  const conclusions: string[] = []
  if (more.outcome) conclusions.push(await conclude(more.outcome))
  else {
    await test('macroscopy', 1)
    await test('microscopy', 2)
    await analyst.do('results.record-measurement', {
      worksheet: sheet.id,
      item: item.id,
      equipment: bench.balance,
      unit: 'g',
      parcels: [{ parcel: 1, gross: more.net ?? '14.882', tare: '4.860' }],
    })
    conclusions.push(await conclude('identity'), await conclude('quantity'))
  }
  if (more.review !== false)
    await second.do('results.review-technically', { worksheet: sheet.id, findings: [] }, { stepUp: true })
  return { bench, ...at, request: request.id, worksheet: sheet.id, conclusions }
}

export type Stage = 'draft' | 'reviewed' | 'signed' | 'issued'
/** A certificate as far as the stage: drafted and signed by the analyst, reviewed by the head of section. */
export async function certificate(
  lab: Ground,
  stage: Stage,
  at?: Worked,
): Promise<Worked & { report: string; number: string; code: string }> {
  const work = at ?? (await worked(lab))
  const [analyst, head] = [lab.as('rp-analyst'), lab.as('rp-head')]
  const { id: report, number, code } = await analyst.do('reports.draft-report', { request: work.request })
  if (stage !== 'draft')
    await head.do('reports.review-administratively', { report, findings: [] }, { stepUp: true })
  if (stage === 'signed' || stage === 'issued')
    await analyst.do('reports.sign-report', { report }, { stepUp: true })
  if (stage === 'issued') await analyst.do('reports.issue-report', { report })
  return { ...work, report, number, code }
}
const on =
  (stage: Stage, input: (report: string, lab: Ground, code: string) => unknown): Example =>
  async (lab: Ground) => {
    const { report, code } = await certificate(lab, stage)
    return input(report, lab, code)
  }

export const examples: Record<string, Example> = {
  'reports.draft-report': async (lab: Ground) => ({
    request: (await worked(lab)).request,
    language: 'en',
    remarks: 'The exhibit was examined as received.',
  }),
  'reports.preview-wording': () => ({ key: 'reports.paper-title', en: 'Certificate', es: 'Certificado' }),
  'reports.include-result': on('draft', (report) => ({
    report,
    remarks: 'The exhibit was examined as received.',
  })),
  'reports.review-administratively': on('draft', (report) => ({ report, findings: [] })),
  'reports.return-report': on('draft', (report) => ({ report, findings: ['The police number is missing.'] })),
  'reports.sign-report': on('reviewed', (report) => ({ report })),
  'reports.issue-report': on('signed', (report) => ({ report })),
  'reports.deliver-report': on('issued', (report, lab) => ({
    report,
    to: { unit: lab.units.dpp },
    words: 'By hand',
  })),
  'reports.acknowledge-report': on('issued', async (report, lab) => ({
    delivery: (
      await lab.arrange('reports.deliver-report', {
        report,
        to: { person: (await benchOf(lab)).people.officer },
      })
    ).delivery,
    words: 'Received',
  })),
  'reports.amend-report': on('issued', (report) => ({ report, changes: 'The police number was added.' })),
  'reports.withdraw-report': on('issued', (report) => ({
    report,
    words: 'The exhibit was confused with another.',
  })),
  'reports.set-release': async (lab: Ground) => ({ case: (await worked(lab)).case, level: 'agency' }),
  'reports.received': () => ({ delivery: '01890a5d-ac96-774b-bcce-b302099a8059' }),
  'reports.get-report': on('draft', (report) => ({ report })),
  'reports.find-reports': () => ({ open: 'true', limit: 20 }),
  'reports.report-copy': on('draft', (report) => ({ report })),
  'reports.report-file': on('signed', (report) => ({ report })),
  'reports.report-data': on('signed', (report) => ({ report })),
  'reports.report-bundle': on('issued', (report) => ({ report })),
  'reports.verifier-page': () => ({}),
  'reports.report-proof': on('issued', (report) => ({ report })),
  'reports.check-code': on('issued', (_report, _lab, code) => ({ code })),
}
