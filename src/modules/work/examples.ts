/** Well-formed inputs for every operation of work, and the section of which its stories are told: people, a method, an exhibit to ask about. */
import { aSubmission, anItem, arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any> // oxlint-disable-line typescript/no-explicit-any
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
  readonly units: Readonly<Record<string, string>>
  readonly ground: { newId(): string; now(): string }
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const words: readonly (readonly [list: string, code: string, en: string, es: string])[] = [
  [
    'question',
    'controlled-drug',
    'Is a controlled drug there, which, and how much?',
    '¿Hay una droga controlada, cuál y cuánta?',
  ],
  ['discipline', 'drugs', 'Seized drugs', 'Drogas incautadas'],
  ['discipline', 'toxicology', 'Toxicology', 'Toxicología'],
  ['drug', 'cocaine', 'Cocaine', 'Cocaína'],
  ['drug', 'heroin', 'Heroin', 'Heroína'],
  ['drug', 'cannabis', 'Cannabis', 'Cannabis'],
  ['drug', 'acetyl-fentanyl', 'Acetylfentanyl', 'Acetilfentanilo'],
  ['drug', 'benzyl-fentanyl', 'Benzylfentanyl', 'Bencilfentanilo'],
  ['decline-reason', 'insufficient', 'Too little of it', 'Muy poca cantidad'],
]

const drugs = {
  steps: [
    {
      key: 'packaging',
      en: 'Packaging and seals',
      es: 'Embalaje y sellos',
      kind: 'observation',
      fields: [
        { key: 'as-described', en: 'As described', es: 'Como se describió', type: 'yes-no', required: true },
      ],
    },
    {
      key: 'appearance',
      en: 'Appearance',
      es: 'Aspecto',
      kind: 'observation',
      fields: [
        {
          key: 'form',
          en: 'Form',
          es: 'Forma',
          type: 'choice',
          required: true,
          choices: [
            { code: 'powder', en: 'Powder', es: 'Polvo' },
            { code: 'plant', en: 'Plant material', es: 'Material vegetal' },
          ],
        },
        { key: 'parcels', en: 'Number of parcels', es: 'Número de paquetes', type: 'number' },
        { key: 'largest', en: 'Largest piece', es: 'Pieza mayor', type: 'quantity', unit: 'mm' },
      ],
    },
    { key: 'weighing', en: 'Weighing', es: 'Pesaje', kind: 'weighing', equipment: ['balance'] },
    { key: 'sampling', en: 'Sampling', es: 'Muestreo', kind: 'sampling', optional: true },
    {
      key: 'scott',
      en: 'Scott test',
      es: 'Prueba de Scott',
      kind: 'observation',
      technique: 'scott',
      materials: ['scott'],
      optional: true,
    },
    { key: 'blank', en: 'Blank', es: 'Blanco', kind: 'control', runs: 'blank', equipment: ['gc-ms'] },
    { key: 'gc-ms', en: 'GC-MS', es: 'GC-MS', kind: 'run', technique: 'gc-ms', equipment: ['gc-ms'] },
    { key: 'conclusion', en: 'Conclusion', es: 'Conclusión', kind: 'conclusion' },
  ],
}
const techniques = [
  {
    key: 'gc-ms',
    title: 'Mass spectrometry',
    titleEs: 'Espectrometría de masas',
    category: 'A',
    principle: 'mass-spectrometry',
    measures: [
      { substance: 'cocaine', unit: 'mg/l', portions: 2, agree: '0.1', uncertainty: '0.08', least: '0.01' },
    ],
  },
  {
    key: 'gc-rt',
    title: 'Retention time',
    titleEs: 'Tiempo de retención',
    category: 'B',
    principle: 'chromatography',
  },
  {
    key: 'tlc',
    title: 'Thin layer chromatography',
    titleEs: 'Capa fina',
    category: 'B',
    principle: 'planar-chromatography',
  },
  { key: 'scott', title: 'Scott test', titleEs: 'Prueba de Scott', category: 'C', principle: 'colour-test' },
  {
    key: 'marquis',
    title: 'Marquis test',
    titleEs: 'Prueba de Marquis',
    category: 'C',
    principle: 'colour-test',
  },
]

export interface Section {
  readonly method: string
  readonly version: string
  readonly otherVersion: string
  readonly balance: string
  readonly gcms: string
  readonly scott: string
  readonly people: Readonly<
    Record<
      'counter' | 'head' | 'analyst' | 'second' | 'novice' | 'outside' | 'quality' | 'director' | 'officer',
      string
    >
  >
}
const sections = new WeakMap<object, Promise<Section>>()
/** Once for a laboratory. */
export function sectionOf(lab: Ground): Promise<Section> {
  const known = sections.get(lab) ?? makeSection(lab)
  sections.set(lab, known)
  return known
}

async function makeSection(lab: Ground): Promise<Section> {
  await arrangeEvidenceWords(lab as never)
  for (const [list, code, en, es] of words) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab.arrange('catalogue.define-code', { list, code, en, es, data: {} }).catch(() => undefined)
  }
  const { counter, chemistry, policeDangriga } = lab.units
  // A reviewer from outside holds the right at their own laboratory only: what they see here is what they are named for.
  const neighbour = await lab.arrange('identity.register-agency', {
    name: 'Forensic Institute of a neighbour',
    shortName: 'FIN',
    kind: 'other',
  })
  const bench = await lab.arrange('identity.add-unit', {
    agency: neighbour.id,
    name: 'Chemistry',
    code: 'FIN-CHEM',
    kind: 'section',
  })
  const somebody = (username: string, name: string, role: string, unit: string | null | undefined) =>
    lab.person(username, [role], { unit: unit ?? null, name })
  const people = {
    counter: await somebody('simone', 'Simone Reneau', 'evidence-officer', counter),
    head: await somebody('marva', 'Marva Usher', 'section-head', chemistry),
    analyst: await somebody('eugenio', 'Eugenio Cus', 'analyst', chemistry),
    second: await somebody('ingrid', 'Ingrid Peña Ñúñez', 'analyst', chemistry),
    novice: await somebody('leon', 'Leon Tzib', 'analyst', chemistry),
    outside: await somebody('olga', 'Olga Bennett', 'outside-reviewer', bench.id),
    quality: await somebody('quinn', 'Quinn Ical', 'quality-manager', null),
    director: await somebody('dora', 'Dora Chi', 'director', null),
    officer: await somebody('damion', 'Damion Palacio', 'officer', policeDangriga),
  }
  return { ...(await makeMeans(lab, people)), people }
}

/** A method in force, who may do it, and what it is done with. */
async function makeMeans(lab: Ground, people: Section['people']): Promise<Omit<Section, 'people'>> {
  const make = async (operation: string, input: object): Promise<string> =>
    (await lab.arrange(operation, input)).id
  const methodOf = async (code: string, discipline: string): Promise<{ method: string; version: string }> => {
    const method = await make('quality.register-method', {
      code,
      title: 'Seized drugs by GC-MS',
      titleEs: 'Drogas por GC-MS',
      discipline,
    })
    return {
      method,
      version: await make('quality.issue-method-version', {
        method,
        worksheet: drugs,
        techniques,
        from: '2025-01-06',
      }),
    }
  }
  const { method, version } = await methodOf('AC-07', 'drugs')
  const other = await methodOf('TX-07', 'toxicology')
  for (const [person, as] of [
    [people.analyst, 'analyst'],
    [people.second, 'analyst'],
    [people.second, 'reviewer'],
    [people.head, 'reviewer'],
  ] as const)
    await make('quality.authorise-person', { person, method, as, from: '2025-01-06' })
  const instrument = async (code: string, kind: string, uncertainty?: object): Promise<string> => {
    const equipment = await make('quality.register-equipment', { code, kind, name: `${kind} ${code}` })
    await make('quality.record-calibration', {
      equipment,
      outcome: 'passed',
      on: '2026-01-12',
      due: '2027-12-31',
      ...(uncertainty ? { uncertainty } : {}),
    })
    return equipment
  }
  const lot = await make('quality.receive-lot', {
    number: 'SC-26-01',
    material: 'scott',
    name: 'Scott reagent',
    received: '2026-01-12',
    expires: '2028-01-31',
  })
  await lab.arrange('quality.verify-lot', { lot, outcome: 'verified', why: 'Same colours as the lot before' })
  return {
    method,
    version,
    otherVersion: other.version,
    balance: await instrument('BAL-03', 'balance', { value: '0.025', unit: 'g', k: '2' }),
    gcms: await instrument('GCMS-02', 'gc-ms'),
    scott: lot,
  }
}

export interface Asked {
  readonly case: string
  readonly items: readonly { readonly id: string; readonly number: string }[]
  readonly request: string
  readonly number: string
}
/** An officer's exhibits at the counter, and the question put to the section. */
export async function asked(
  lab: Ground,
  more: {
    items?: number
    submission?: Record<string, unknown>
    request?: Record<string, unknown>
    by?: string
  } = {},
): Promise<Asked> {
  const { people } = await sectionOf(lab)
  const received = await lab.as('simone').do(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: people.officer },
      items: Array.from({ length: more.items ?? 1 }, () =>
        anItem({ seals: [], description: 'White powder' }),
      ),
      ...more.submission,
    }),
  )
  const request = await lab.as(more.by ?? 'simone').do('work.request-examination', {
    case: received.case.id,
    items: received.items.map((i: { id: string }) => i.id),
    unit: lab.units['chemistry'],
    discipline: 'drugs',
    question: 'controlled-drug',
    questionText: 'Is it cocaine, and more than the law allows?',
    ...more.request,
  })
  return { case: received.case.id, items: received.items, request: request.id, number: request.number }
}
export type Stage = 'asked' | 'accepted' | 'assigned' | 'started'
export async function requested(
  lab: Ground,
  stage: Stage,
  more: Parameters<typeof asked>[1] = {},
): Promise<Asked> {
  const { people, version } = await sectionOf(lab)
  const at = await asked(lab, more)
  if (stage === 'asked') return at
  await lab.as('marva').do('work.accept-request', { request: at.request })
  if (stage === 'accepted') return at
  await lab.as('marva').do('work.assign-request', {
    request: at.request,
    assignee: people.analyst,
    methodVersion: version,
    reviewer: people.second,
  })
  if (stage === 'assigned') return at
  await lab.as('eugenio').do('work.start-work', { request: at.request })
  return at
}
const at =
  (stage: Stage, input: (request: string, section: Section, asked: Asked) => unknown): Example =>
  async (lab: Ground) => {
    const section = await sectionOf(lab)
    const known = await requested(lab, stage)
    return input(known.request, section, known)
  }

export const examples: Record<string, Example> = {
  'work.request-examination': async (lab: Ground) => {
    const known = await asked(lab)
    return {
      case: known.case,
      items: known.items.map((i) => i.id),
      unit: lab.units['chemistry'],
      discipline: 'drugs',
      question: 'controlled-drug',
    }
  },
  'work.accept-request': at('asked', (request) => ({ request, dueOn: '2099-12-01' })),
  'work.transfer-request': async (lab: Ground) => ({
    request: (await asked(lab)).request,
    toUnit: lab.units.toxicology ?? '',
  }),
  'work.transfer-exceptions': () => ({}),
  'work.decline-request': at('asked', (request) => ({ request, code: 'insufficient' })),
  'work.withdraw-request': at('asked', (request) => ({ request, words: 'The accused pleaded guilty' })),
  'work.assign-request': at('accepted', (request, s) => ({
    request,
    assignee: s.people.analyst,
    methodVersion: s.version,
    reviewer: s.people.second,
  })),
  'work.reassign-request': at('assigned', (request, s) => ({
    request,
    assignee: s.people.second,
    methodVersion: s.version,
  })),
  'work.set-priority': at('asked', (request) => ({ request, priority: 'court' })),
  'work.start-work': at('assigned', (request) => ({ request })),
  'work.stop-clock': at('started', (request) => ({ request, code: 'sample', words: 'A second portion' })),
  'work.restart-clock': async (lab: Ground) => {
    const known = await requested(lab, 'started')
    await lab.as('eugenio').do('work.stop-clock', { request: known.request, code: 'sample' })
    return { request: known.request }
  },
  'work.queue': () => ({ open: 'true', limit: 20 }),
  'work.my-bench': () => ({ limit: 20 }),
  'work.request': at('asked', (request) => ({ request })),
  'work.workload': () => ({}),
  'work.backlog': () => ({}),
  'work.turnaround': () => ({ from: '2026-01-01', until: '2026-12-31' }),
}
