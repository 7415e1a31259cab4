/** Profiles as far as a stage, for stories and for the coverage tests: the words of the law, samples of people and traces, files of made-up genotypes. */
import { aSubmission, anItem } from '#modules/evidence/examples.ts'
import { type Ground as WorkGround, sectionOf } from '#modules/work/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: { stepUp?: boolean; reason?: string }): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  upload(bytes: Uint8Array, fileName?: string): Promise<{ status: number; body: any }> // oxlint-disable-line typescript/no-explicit-any
}
export interface Ground extends WorkGround {
  as(username: string): Voice
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const autosomal =
  'D3S1358 vWA D16S539 CSF1PO TPOX D8S1179 D21S11 D18S51 D2S441 D19S433 TH01 FGA D22S1045 D5S818 D13S317 D7S820 SE33 D10S1248'.split(
    ' ',
  )
const code = (locus: string): string => locus.toLowerCase()
export type Genotype = Readonly<Record<string, readonly string[]>>
/** Made up from a number; two numbers share next to nothing. */
export const genotype = (n: number): Genotype => ({
  ...Object.fromEntries(
    autosomal.map((locus, i) => [
      locus,
      [String(6 + ((n * 7 + i * 3) % 11)), String(18 + ((n * 5 + i) % 9))],
    ]),
  ),
  TH01: [String(6 + (n % 3)), '9.3'],
  Amelogenin: ['X', 'Y'],
})
/** As a child has them: one of each pair from a parent. */
export const childOf = (parent: Genotype, other: Genotype): Genotype =>
  Object.fromEntries(
    Object.entries(parent).map(([locus, [one]]) => [
      locus,
      locus === 'Amelogenin' ? ['X', 'X'] : [one as string, other[locus]?.[1] as string],
    ]),
  )
export const tableOf = (sample: string, of: Genotype): Buffer =>
  Buffer.from(
    `Sample File,Sample Name,Panel,Marker,Allele 1,Allele 2,Height 1,Height 2\n${Object.entries(of)
      .map(([locus, [a, b]]) => `${sample}.fsa,${sample},Kit 24,${locus},${a},${b},1450,1390`)
      .join('\n')}\n`,
  )

const words: readonly (readonly [string, string, string, Record<string, unknown>])[] = [
  ...autosomal.map((l) => ['str-locus', code(l), l, { kind: 'autosomal' }] as const),
  ['str-locus', 'amelogenin', 'Amelogenin', { kind: 'sex', aliases: ['AMEL'] }],
  ['str-kit', 'kit-24', 'Kit 24', { loci: [...autosomal.map(code), 'amelogenin'] }],
  [
    'dna-index',
    'crime-scene',
    'Crime scenes',
    {
      side: 'criminal',
      holds: 'trace',
      grounds: ['statute'],
      minorGrounds: ['statute'],
      search: ['crime-scene', 'suspects'],
      category: 'Forensic, Unknown',
    },
  ],
  [
    'dna-index',
    'suspects',
    'Suspects',
    {
      side: 'criminal',
      holds: 'person',
      grounds: ['consent', 'order'],
      minorGrounds: ['order'],
      search: ['crime-scene'],
      years: 2,
      minorYears: 1,
      removeOn: ['acquitted'],
      category: 'Suspect, Known',
    },
  ],
  [
    'dna-index',
    'victims',
    'Victims',
    { side: 'criminal', holds: 'person', grounds: ['consent'], minorGrounds: ['order'], search: [] },
  ],
  [
    'dna-index',
    'relatives',
    'Relatives of missing persons',
    {
      side: 'humanitarian',
      holds: 'person',
      grounds: ['consent'],
      // What two people might write into a list one day: the wall stands all the same.
      search: ['unidentified', 'crime-scene'],
      category: 'Other',
    },
  ],
  [
    'dna-index',
    'unidentified',
    'Unidentified deceased',
    {
      side: 'humanitarian',
      holds: 'remains',
      grounds: ['statute'],
      minorGrounds: ['statute'],
      search: ['relatives'],
    },
  ],
  ['dna-purpose', 'crime', 'Investigation of a crime', { side: 'criminal' }],
  ['dna-purpose', 'missing-person', 'Search for a missing person', { side: 'humanitarian' }],
]
const houses = new WeakMap<object, Promise<string>>()
/** The words of the law, its people and a method by which samples are typed; once for a laboratory. Answers the version of the method. */
export function arrangeIndexes(lab: Ground): Promise<string> {
  const known = houses.get(lab) ?? arranged(lab)
  houses.set(lab, known)
  return known
}
async function arranged(lab: Ground): Promise<string> {
  const { people } = await sectionOf(lab)
  for (const list of ['str-locus', 'str-kit', 'dna-index', 'dna-purpose', 'dna-law'])
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
  for (const [list, key, name, data] of words)
    await lab.arrange('catalogue.define-code', { list, code: key, en: name, es: name, data })
  await lab.person('custos', ['dna-custodian'], { unit: null, name: 'Custodia Novelo' })
  await lab.person('segundo', ['dna-custodian'], { unit: null, name: 'Segundo Castillo' })
  await lab.person('vera', ['dna-overseer'], { unit: null, name: 'Vera Young' })
  const method = (
    await lab.arrange('quality.register-method', {
      code: 'BIO-01',
      title: 'STR typing',
      titleEs: 'Tipificación STR',
      discipline: 'drugs',
    })
  ).id
  const version = (
    await lab.arrange('quality.issue-method-version', {
      method,
      from: '2025-01-06',
      techniques: [
        { key: 'str', title: 'STR typing', titleEs: 'STR', category: 'A', principle: 'electrophoresis' },
      ],
      worksheet: { steps: [{ key: 'conclusion', en: 'Conclusion', es: 'Conclusión', kind: 'conclusion' }] },
    })
  ).id
  for (const [person, as] of [
    [people.analyst, 'analyst'],
    [people.second, 'reviewer'],
  ] as const)
    await lab.arrange('quality.authorise-person', { person, method, as, from: '2025-01-06' })
  return version
}
export const lawBegins = async (lab: Ground, side: string, validFrom?: string): Promise<void> => {
  await lab.arrange('catalogue.define-code', {
    list: 'dna-law',
    code: side,
    en: side,
    es: side,
    data: {},
    ...(validFrom ? { validFrom } : {}),
  })
}

export interface Sample {
  readonly case: string
  readonly item: string
  readonly worksheet: string
  readonly party: string | null
}
/** A sample whose worksheet was reviewed: a trace that came to the counter, or what was taken from a party. */
export async function reviewedSample(
  lab: Ground,
  of: { person?: { ground?: 'consent' | 'order'; age?: number }; case?: string } = {},
): Promise<Sample> {
  const version = await arrangeIndexes(lab)
  const { people } = await sectionOf(lab)
  const received = await lab.as('simone').do(
    'evidence.receive-submission',
    aSubmission({
      submittedBy: { person: people.officer },
      items: [anItem({ seals: [], description: 'Swab of a door handle' })],
      ...(of.case ? { case: of.case, newCase: undefined } : {}),
    }),
  )
  const root = received.case.id as string
  let item = received.items[0].id as string
  let party: string | null = null
  if (of.person) {
    party = (
      await lab.arrange('cases.add-party', {
        case: root,
        name: `Person ${lab.ground.newId().slice(-5)}`,
        role: 'accused',
        ...(of.person.age === undefined ? {} : { age: of.person.age }),
      })
    ).id as string
    const taken = await lab.as('simone').do('evidence.take-reference-sample', {
      case: root,
      party,
      type: 'plant-material',
      description: 'Buccal swab',
      ground: of.person.ground ?? 'consent',
      document: 'Form 12',
    })
    item = taken.id
  }
  const asked = await lab.as('simone').do('work.request-examination', {
    case: root,
    items: [item],
    unit: lab.units['chemistry'],
    discipline: 'drugs',
    question: 'controlled-drug',
    questionText: 'Whose is it?',
  })
  await lab.as('marva').do('work.accept-request', { request: asked.id })
  await lab.as('marva').do('work.assign-request', {
    request: asked.id,
    assignee: people.analyst,
    methodVersion: version,
    reviewer: people.second,
  })
  await lab.as('eugenio').do('work.start-work', { request: asked.id })
  const worksheet = (await lab.as('eugenio').do('results.start-worksheet', { request: asked.id }))
    .id as string
  await lab
    .as('eugenio')
    .do('results.record-inconclusive', { worksheet, item, words: 'Typed; nothing was asked to be compared' })
  await lab.as('ingrid').do('results.review-technically', { worksheet, findings: [] }, { stepUp: true })
  return { case: root, item, worksheet, party }
}

export interface Profiled extends Sample {
  readonly profile: string
  readonly number: string
}
export async function recordInput(
  lab: Ground,
  at: Sample,
  index: string,
  bytes: Uint8Array,
): Promise<Record<string, unknown>> {
  const file = (await lab.as('eugenio').upload(bytes, 'genotypes.csv')).body.sha256 as string
  return { worksheet: at.worksheet, item: at.item, index, kit: 'kit-24', file }
}
let count = 0
export async function profiled(
  lab: Ground,
  index = 'crime-scene',
  of: Genotype = genotype(100 + (count += 1)),
  how: Parameters<typeof reviewedSample>[1] = {},
): Promise<Profiled> {
  const at = await reviewedSample(lab, how)
  const input = await recordInput(lab, at, index, tableOf(at.item.slice(-8), of))
  const made = await lab.as('eugenio').do('results.record-profile', input)
  return { ...at, profile: made.id, number: made.number }
}
export async function checked(
  lab: Ground,
  ...how: Parameters<typeof profiled> extends [unknown, ...infer R] ? R : never
): Promise<Profiled> {
  const at = await profiled(lab, ...how)
  await lab
    .as('ingrid')
    .do('results.check-profile', { profile: at.profile, outcome: 'agrees' }, { stepUp: true })
  return at
}
export async function paperFor(lab: Ground, root: string, name = 'consent.txt'): Promise<string> {
  const file = (await lab.as('simone').upload(Buffer.from(`${name} ${lab.ground.newId()}`), name)).body.sha256
  return (await lab.as('simone').do('cases.add-document', { case: root, file, kind: 'other' })).id
}
const laws = new WeakMap<object, Promise<void>>()
const inForce = (lab: Ground): Promise<void> => {
  const known =
    laws.get(lab) ??
    Promise.all(['criminal', 'humanitarian'].map((side) => lawBegins(lab, side))).then(() => undefined)
  laws.set(lab, known)
  return known
}
/** In its index, by Custodia; the law has begun. */
export async function indexed(
  lab: Ground,
  index = 'crime-scene',
  ...how: Parameters<typeof profiled> extends [unknown, unknown?, ...infer R] ? R : never
): Promise<Profiled> {
  const at = await checked(lab, index, ...how)
  await inForce(lab)
  const ground = at.party === null ? 'statute' : (how[1]?.person?.ground ?? 'consent')
  await lab.as('custos').do(
    'results.enter-index',
    {
      profile: at.profile,
      index,
      ground,
      ...(ground === 'statute' ? {} : { document: await paperFor(lab, at.case) }),
      from: '2026-11-01',
    },
    { stepUp: true },
  )
  return at
}
export const person = { person: {} }

/** A trace and a suspect who left it: one candidate, found by Custodia. */
export async function found(
  lab: Ground,
): Promise<{ trace: Profiled; suspect: Profiled; search: string; candidate: string }> {
  const of = genotype(300 + (count += 1))
  const suspect = await indexed(lab, 'suspects', of, person)
  const trace = await indexed(lab, 'crime-scene', { ...of, Amelogenin: ['X', 'X'] })
  const search = await lab
    .as('custos')
    .do('results.search-index', { profile: trace.profile, purpose: 'crime', words: 'Burglary' })
  const seen = await lab.arrange('results.profile', { profile: trace.profile })
  return { trace, suspect, search: search.id, candidate: seen.searches[0]?.candidates[0]?.id ?? '' }
}

const exportOfTraces = {
  index: 'crime-scene',
  purpose: 'crime',
  destination: 'BZNFSS',
  source: 'BZNFSS',
}
export const examples: Record<string, Example> = {
  'results.record-profile': async (lab: Ground) => {
    const at = await reviewedSample(lab)
    return recordInput(lab, at, 'crime-scene', tableOf(at.item.slice(-8), genotype(1)))
  },
  'results.check-profile': async (lab: Ground) => ({
    profile: (await profiled(lab)).profile,
    outcome: 'agrees',
  }),
  'results.enter-index': async (lab: Ground) => {
    await inForce(lab).catch(() => undefined)
    return {
      profile: (await checked(lab)).profile,
      index: 'crime-scene',
      ground: 'statute',
      from: '2026-11-01',
    }
  },
  'results.search-index': async (lab: Ground) => ({
    profile: (await indexed(lab)).profile,
    purpose: 'crime',
    words: 'Burglary',
  }),
  'results.propose-removal': async (lab: Ground) => ({
    profile: (await indexed(lab)).profile,
    why: 'mistake',
    words: 'Another exhibit was meant',
  }),
  'results.remove-from-index': async (lab: Ground) => {
    const { profile } = await indexed(lab)
    await lab
      .as('segundo')
      .do('results.propose-removal', { profile, why: 'mistake', words: 'Another exhibit' })
    return { profile }
  },
  'results.destruction-certificate': async (lab: Ground) => {
    const { profile } = await indexed(lab)
    await lab
      .as('segundo')
      .do('results.propose-removal', { profile, why: 'mistake', words: 'Another exhibit' })
    await lab.as('custos').do('results.remove-from-index', { profile }, { stepUp: true })
    return { profile }
  },
  'results.confirm-candidate': async (lab: Ground) => ({
    candidate: (await found(lab)).candidate,
    outcome: 'confirmed',
    words: 'All markers of both were read again.',
  }),
  'results.exported-index': async (lab: Ground) => {
    await indexed(lab)
    const made = await lab
      .as('custos')
      .do('results.export-index', exportOfTraces, { stepUp: true, reason: 'Agreement 3' })
    return { export: made.id }
  },
  'results.compare-profiles': async (lab: Ground) => {
    const { profile } = await profiled(lab)
    return { profile, other: profile }
  },
  'results.profile': async (lab: Ground) => ({ profile: (await profiled(lab)).profile }),
  'results.export-index': () => exportOfTraces,
  'results.find-profiles': () => ({ limit: 20 }),
  'results.indexes': () => ({}),
  'results.oversight-report': () => ({ from: '2026-11-01', until: '2026-11-30' }),
}
