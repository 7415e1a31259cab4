import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeSay } from '#kernel/say.ts'
import { needs, REAL_FILES, realFile, realFolder } from '../../../../test/needs.ts'
import { guideAtHand } from '../../../../test/fhir-guide.ts'
import { en } from '../../texts.en.ts'
import { es } from '../../texts.es.ts'
import type { Definitions } from '../definitions.ts'
import { parseResource, type Resource } from '../json.ts'
import { validate } from '../validate.ts'
import {
  type Addressing,
  answers,
  certifierKinds,
  countries,
  datings,
  type DeathFacts,
  deathPlaces,
  documentStates,
  injuryPlaces,
  manners,
  pregnancies,
  reportStates,
  tobaccoUses,
  type ToxicologyFacts,
  trackingKinds,
  transportRoles,
} from './facts.ts'
import { readDeathDocument, readDeathFile } from './read-death-document.ts'
import { readToxicologyMessage, valueOfText } from './read-toxicology-message.ts'
import { writeDeathDocument, type Written } from './write-death-document.ts'
import { textOfValue, writeToxicologyMessage } from './write-toxicology-message.ts'

const addressing: Addressing = {
  base: 'https://example.org/fhir',
  prefix: 'd-2026-0042',
  bundle: '0190f3c2-7a51-7c33-9b1d-5f5f5f5f5f5f',
  at: '2026-11-24T15:00:00Z',
}
const written = (got: Written): Resource => {
  if (!got.ok) throw new Error(JSON.stringify(got.faults))
  return got.bundle
}
const throughBytes = (bundle: Resource): Resource => parseResource(Buffer.from(JSON.stringify(bundle)))

// --- builders: a road death with alcohol, and whatever else there may be -------------------------------------------------------------
const roadDeath: DeathFacts = {
  state: 'final',
  writtenAt: '2026-11-24T09:00:00-06:00',
  trackingNumbers: [{ kind: 'mdi-case-number', system: 'https://example.org/deaths', value: 'D-2026-0042' }],
  decedent: {
    identifiers: [{ system: 'https://example.org/deaths', value: 'D-2026-0042' }],
    name: { family: 'Núñez', given: ['Ana', 'María'] },
    sex: 'female',
    birthDate: '1988',
    residence: { line: '12 Albert Street', city: 'Belize City', district: 'Belize', country: 'BZ' },
  },
  death: {
    when: { kind: 'between', from: '2026-11-22T22:00:00-06:00', to: '2026-11-22T23:10:00-06:00' },
    dating: 'approximate',
    pronouncedAt: '2026-11-22T23:40:00-06:00',
    placeKind: 'dead-on-arrival',
    place: { name: 'Mile 9, Western Highway', latitude: '17.45', longitude: '-88.31' },
  },
  certifier: {
    identifier: { system: 'https://example.org/people', value: 'ME-01' },
    name: { family: 'Estrada', given: ['Hugo'], prefix: 'Dr.' },
    kind: 'medical-examiner',
    certifiedAt: '2026-11-24T09:00:00-06:00',
  },
  causes: [
    { text: 'Transection of the thoracic aorta', interval: 'minutes' },
    { text: 'Blunt injuries of the chest', interval: 'unknown' },
  ],
  otherConditions: 'Acute ethanol intoxication',
  manner: 'accident',
  injury: {
    how: 'Driver of a car that left the road',
    when: '2026-11-22T22:00:00-06:00',
    placeKind: 'street',
    atWork: 'no',
    transportRole: 'driver',
  },
  pregnancy: 'not-within-year',
  tobacco: 'unknown',
  autopsy: { performed: 'yes', resultsAvailable: 'yes', place: 'Morgue of the hospital' },
  narrative: 'Found at 22:50 & dead.\n<nothing> else.',
}
const toxicology: ToxicologyFacts = {
  state: 'final',
  source: {
    endpoint: 'https://example.org/fhir/endpoint/lab',
    name: 'Forensic laboratory',
    software: 'Custodia',
    version: '1',
  },
  caseNumber: { system: 'https://example.org/lab', value: 'T-2026-0107' },
  trackingNumbers: [{ kind: 'mdi-case-number', value: 'D-2026-0042' }],
  decedent: roadDeath.decedent,
  panel: { text: 'Ethanol and common drugs', system: 'http://loinc.org', code: '81273-5' },
  collectedAt: '2026-11-23',
  issuedAt: '2026-11-27T10:00:00Z',
  performers: [
    {
      identifier: { system: 'https://example.org/people', value: 'AN-07' },
      name: { family: 'Cal', given: ['Rosa'] },
    },
  ],
  specimens: [
    {
      id: 'sp-1',
      accession: { system: 'https://example.org/items', value: 'E-2026-00311-01' },
      type: { text: 'Whole blood', system: 'http://snomed.info/sct', code: '258580003' },
      bodySite: { text: 'Femoral vein' },
      collectedAt: '2026-11-23T10:00:00-06:00',
      receivedAt: '2026-11-23T15:00:00-06:00',
      containers: [
        { description: '10 mL grey top tube', type: { text: 'grey top tube' }, additive: 'sodium fluoride' },
      ],
      notes: [],
    },
    {
      id: 'sp-2',
      type: { text: 'Bile' },
      containers: [{ description: '3 mL' }],
      condition: 'contaminated',
      notes: ['received, not analysed'],
    },
  ],
  results: [
    {
      id: 'r-1',
      specimen: 'sp-1',
      analyte: { text: 'Ethanol in blood', system: 'http://loinc.org', code: '56478-1' },
      value: { kind: 'amount', value: '0.160', unit: 'g/dL' },
      at: '2026-11-25',
      notes: ['± 0.008 g/dL, k = 2'],
    },
    {
      id: 'r-2',
      specimen: 'sp-1',
      analyte: { text: 'Fentanyl' },
      value: { kind: 'amount', comparator: '<', value: '2.5', unit: 'ng/mL' },
      notes: [],
    },
    {
      id: 'r-3',
      specimen: 'sp-1',
      analyte: { text: 'Xylazine' },
      value: { kind: 'word', word: 'not-detected' },
      notes: [],
    },
    {
      id: 'r-4',
      specimen: 'sp-1',
      analyte: { text: 'Screen' },
      value: { kind: 'absent', why: 'not enough left' },
      notes: [],
    },
  ],
  conclusion: 'The bile was contaminated and not analysed.',
}

const words = fc.stringMatching(
  /^[A-Za-zÁÉÑáéíñóú0-9&<>"'’.,()/=-]([A-Za-zÁÉÑáéíñóú0-9 &<>"'’.,()/=-]{0,16}[A-Za-zÁÉÑáéíñóú0-9&<>"'’.,()/=-])?$/,
)
const one = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)
const time = one(['2026', '2026-11', '2026-11-24', '2026-02-28T23:59:59-06:00', '2024-02-29T00:00:00.5Z'])
const instant = one(['2026-02-28T23:59:59-06:00', '2024-02-29T00:00:00.5Z'])
const record = <T extends object>(
  shape: { [K in keyof T]: fc.Arbitrary<T[K]> },
  needed: readonly (keyof T)[] = [],
): fc.Arbitrary<T> => fc.record(shape, { requiredKeys: [...needed] as never }) as unknown as fc.Arbitrary<T>
type All<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }

const identifier = record<All<ToxicologyFacts['caseNumber']>>(
  { system: fc.constant('https://example.org/numbers'), value: words },
  ['value'],
)
const numbered = fc.record({ system: fc.constant('https://example.org/numbers'), value: words })
const familyName = record<{ family: string; given: string[]; prefix: string }>(
  { family: words, given: fc.array(words, { minLength: 1, maxLength: 3 }), prefix: words },
  ['family'],
)
/** A name in its parts, or as it is written. */
const name = fc.oneof(
  familyName,
  words.map((text) => ({ text })),
)
const address = record<{ line: string; city: string; district: string; country: (typeof countries)[number] }>(
  { line: words, city: words, district: words, country: one(countries) },
  ['city'],
)
const place = fc
  .record({
    name: words,
    address: fc.option(address, { nil: undefined }),
    at: fc.option(fc.tuple(fc.integer({ min: -89, max: 89 }), fc.integer({ min: -179, max: 179 })), {
      nil: undefined,
    }),
  })
  .map(({ name: called, address: at, at: position }) => ({
    name: called,
    ...(at ? { address: at } : {}),
    ...(position ? { latitude: String(position[0] + 0.25), longitude: String(position[1] + 0.5) } : {}),
  }))
const decedent: fc.Arbitrary<DeathFacts['decedent']> = record<All<DeathFacts['decedent']>>(
  {
    identifiers: fc.array(numbered, { minLength: 1, maxLength: 3 }),
    name,
    alsoKnownAs: fc.array(name, { minLength: 1, maxLength: 2 }),
    sex: one(['male', 'female', 'other', 'unknown'] as const),
    birthDate: one(['1988', '1988-03', '1988-03-12']),
    residence: address,
  },
  ['identifiers', 'sex'],
)
const tracking = fc.array(
  fc.record({ kind: one(trackingKinds), system: fc.constant('https://example.org/t'), value: words }),
  { maxLength: 3 },
)
const professional = fc.record({ identifier: numbered, name: familyName })
const anyDeath = record<All<DeathFacts>>(
  {
    state: one(documentStates),
    writtenAt: time,
    trackingNumbers: tracking,
    decedent,
    death: record<All<DeathFacts['death']>>(
      {
        when: fc.oneof(
          time.map((at) => ({ kind: 'at' as const, at })),
          fc.constant({ kind: 'between' as const, from: '2026-11-01', to: '2026-11-24T10:00:00Z' }),
          fc.constant({ kind: 'unknown' as const }),
        ),
        dating: one(datings),
        pronouncedAt: instant,
        placeKind: one(deathPlaces),
        place,
      },
      ['when'],
    ),
    certifier: record<All<NonNullable<DeathFacts['certifier']>>>(
      { identifier: numbered, name: familyName, kind: one(certifierKinds), certifiedAt: time },
      ['identifier', 'name', 'kind'],
    ),
    causes: fc.array(fc.record({ text: words, interval: fc.oneof(fc.constant('unknown'), words) }), {
      minLength: 1,
      maxLength: 4,
    }),
    otherConditions: words,
    manner: one(manners),
    injury: record<All<NonNullable<DeathFacts['injury']>>>({
      how: words,
      when: time,
      place,
      placeKind: one(injuryPlaces),
      atWork: one(answers),
      transportRole: one(transportRoles),
    }),
    pregnancy: one(pregnancies),
    tobacco: one(tobaccoUses),
    autopsy: record<All<NonNullable<DeathFacts['autopsy']>>>(
      { performed: one(['yes', 'no', 'unknown'] as const), resultsAvailable: one(answers), place: words },
      ['performed'],
    ),
    history: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    narrative: words,
  },
  ['state', 'writtenAt', 'trackingNumbers', 'decedent', 'death', 'certifier', 'causes', 'manner'],
)

const codedText = fc.oneof(
  words.map((text) => ({ text })),
  words.map((text) => ({ text, system: 'http://loinc.org', code: '56478-1' })),
)
const amount = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), one([0, 1, 3]))
  .map(([n, places]) => (n / 10 ** places).toFixed(places))
const value: fc.Arbitrary<ToxicologyFacts['results'][number]['value']> = fc.oneof(
  one(['detected', 'not-detected'] as const).map((word) => ({ kind: 'word' as const, word })),
  fc.record({
    kind: fc.constant('amount' as const),
    value: amount,
    unit: one(['g/dL', 'ng/mL', '%', 'mg/kg']),
  }),
  fc.record({
    kind: fc.constant('amount' as const),
    comparator: one(['<', '<=', '>', '>='] as const),
    value: amount,
    unit: one(['g/dL', 'ng/mL']),
  }),
  words.filter((text) => valueOfText(text).kind === 'text').map((text) => ({ kind: 'text' as const, text })),
  words.map((why) => ({ kind: 'absent' as const, why })),
)
const anyToxicology: fc.Arbitrary<ToxicologyFacts> = fc
  .tuple(
    record<All<Omit<ToxicologyFacts, 'specimens' | 'results'>>>(
      {
        state: one(reportStates),
        source: record(
          { endpoint: fc.constant('https://example.org/e'), name: words, software: words, version: words },
          ['endpoint'],
        ) as fc.Arbitrary<All<ToxicologyFacts['source']>>,
        caseNumber: identifier,
        trackingNumbers: tracking,
        decedent,
        panel: codedText,
        collectedAt: time,
        issuedAt: instant,
        performers: fc.array(professional, { maxLength: 2 }),
        conclusion: words,
      },
      ['state', 'source', 'caseNumber', 'trackingNumbers', 'decedent', 'panel', 'performers'],
    ),
    fc.array(
      record<All<Omit<ToxicologyFacts['specimens'][number], 'id'>>>(
        {
          accession: identifier,
          type: codedText,
          bodySite: codedText,
          collectedAt: time,
          receivedAt: time,
          containers: fc.array(
            record<{ description: string; type: { text: string }; additive: string }>(
              { description: words, type: codedText, additive: words },
              ['description'],
            ),
            { maxLength: 2 },
          ),
          condition: words,
          notes: fc.array(words, { maxLength: 2 }),
        },
        ['type', 'containers', 'notes'],
      ),
      { maxLength: 3 },
    ),
    fc.array(
      fc.tuple(
        record<{
          analyte: { text: string }
          value: ToxicologyFacts['results'][number]['value']
          at: string
          notes: string[]
        }>({ analyte: codedText, value, at: time, notes: fc.array(words, { maxLength: 2 }) }, [
          'analyte',
          'value',
          'notes',
        ]),
        fc.nat(),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([head, specimens, results]) => ({
    ...head,
    specimens: specimens.map((s, i) => ({ ...s, id: `sp-${i + 1}` })),
    results: results.map(([r, n], i) => ({
      ...r,
      id: `r-${i + 1}`,
      ...(specimens.length > 0 ? { specimen: `sp-${(n % specimens.length) + 1}` } : {}),
    })),
  }))

// --- what goes out comes back ------------------------------------------------------------------------------------------------------
describe('a death as a document', () => {
  test('a road death goes out and comes back equal, with nothing that was not understood', () => {
    const back = readDeathDocument(throughBytes(written(writeDeathDocument(roadDeath, addressing))))
    expect(back).toEqual({ facts: roadDeath, document: expect.anything(), notUnderstood: [] })
  })
  test('the same death gives the same bytes', () => {
    const bytes = (): string => JSON.stringify(written(writeDeathDocument(roadDeath, addressing)))
    expect(bytes()).toBe(bytes())
  })
  test('whatever there is to say of a death comes back as it was said', () => {
    fc.assert(
      fc.property(anyDeath, (facts) => {
        const back = readDeathDocument(throughBytes(written(writeDeathDocument(facts, addressing))))
        expect(back).toEqual({ facts, document: expect.anything(), notUnderstood: [] })
      }),
      { numRuns: 300 },
    )
  })
  test('a person who is not known, and a draft that nobody certified, are said as such', () => {
    const { name: _, ...unnamed } = roadDeath.decedent
    const { certifier: __, ...uncertified } = {
      ...roadDeath,
      state: 'draft' as const,
      decedent: unnamed,
      causes: [],
    }
    const back = readDeathDocument(throughBytes(written(writeDeathDocument(uncertified, addressing))))
    expect(back.facts.decedent).toEqual(unnamed)
    expect(back.facts.certifier).toBeUndefined()
  })
  test('what the format cannot carry is refused with a sentence, and never cut', () => {
    const faults = (change: Partial<DeathFacts>): string[] => {
      const got = writeDeathDocument({ ...roadDeath, ...change }, addressing)
      for (const texts of [en, es])
        for (const fault of got.ok ? [] : got.faults)
          expect(makeSay({ en: texts }, 'en')(fault.code, fault.values)).toMatch(/\.$/)
      return got.ok ? [] : got.faults.map((f) => f.code)
    }
    const line = { text: 'a', interval: 'unknown' }
    expect(faults({})).toEqual([])
    expect(faults({ causes: [{ text: 'x'.repeat(121), interval: 'unknown' }] })).toEqual([
      'formats.mdi.cause-too-long',
    ])
    expect(faults({ causes: [{ text: 'x'.repeat(120), interval: 'x'.repeat(20) }] })).toEqual([])
    expect(faults({ causes: [{ text: 'x', interval: 'x'.repeat(21) }] })).toEqual([
      'formats.mdi.interval-too-long',
    ])
    expect(faults({ causes: [line, line, line, line, line] })).toEqual(['formats.mdi.too-many-causes'])
    expect(faults({ otherConditions: 'x'.repeat(241) })).toEqual(['formats.mdi.other-too-long'])
    expect(faults({ causes: [] })).toEqual(['formats.mdi.cause-needed'])
    const { certifier: _, ...uncertified } = roadDeath
    expect(writeDeathDocument(uncertified, addressing)).toMatchObject({
      ok: false,
      faults: [{ code: 'formats.mdi.certifier-needed' }],
    })
  })
})

describe('toxicology as a message', () => {
  const received = (facts: ToxicologyFacts): ReturnType<typeof readToxicologyMessage> =>
    readToxicologyMessage(
      Buffer.from(JSON.stringify(written(writeToxicologyMessage(facts, addressing)))),
      'tox.json',
    )
  test('a report goes out and comes back equal, with its texts in the three forms', () => {
    expect(received(toxicology)).toEqual({
      ok: true,
      facts: toxicology,
      written: { 'r-1': '= 0.160 g/dL', 'r-2': '< 2.5 ng/mL', 'r-3': 'Not detected' },
      notUnderstood: [],
      notes: [],
    })
  })
  test('whatever a laboratory has to say comes back as it was said', () => {
    fc.assert(
      fc.property(anyToxicology, (facts) => {
        expect(received(facts)).toMatchObject({ ok: true, facts, notUnderstood: [] })
      }),
      { numRuns: 300 },
    )
  })
  test('a text that says an amount is read as one; a text that says less is kept as it is', () => {
    expect(valueOfText('0.145 g/dL')).toEqual({ kind: 'amount', value: '0.145', unit: 'g/dL' })
    expect(valueOfText('<2.5 ng/mL')).toEqual({
      kind: 'amount',
      comparator: '<',
      value: '2.5',
      unit: 'ng/mL',
    })
    expect(valueOfText('POSITIVE')).toEqual({ kind: 'word', word: 'detected' })
    for (const text of ['about 2 ng/mL', '2', '1,5 g/L', '2 - 3 ng/mL', 'see note', '2 ng/mL blood'])
      expect(valueOfText(text)).toEqual({ kind: 'text', text })
    expect(textOfValue({ kind: 'amount', value: '0.160', unit: 'g/dL' })).toBe('= 0.160 g/dL')
  })
  test('what nobody took is listed by its path', () => {
    const bundle = structuredClone(written(writeToxicologyMessage(toxicology, addressing)))
    const report = (bundle.entry as { resource: Record<string, unknown> }[])[1]!.resource
    report.media = [{ link: { reference: 'Media/1' } }]
    const specimen = (bundle.entry as { resource: Record<string, unknown> }[]).find(
      (e) => e.resource.id === 'sp-1',
    )!.resource
    ;(specimen.container as Record<string, unknown>[])[0]!.capacity = { value: 10 }
    const got = readToxicologyMessage(Buffer.from(JSON.stringify(bundle)), 'x')
    expect(got).toMatchObject({
      ok: true,
      notUnderstood: ['DiagnosticReport/d-2026-0042-report.media', 'Specimen/sp-1.container.capacity'],
    })
  })
  test('nonsense is refused with a sentence, hostile or not', () => {
    const reason = (text: string): string => {
      const got = readToxicologyMessage(Buffer.from(text), 'in.json')
      return got.ok ? 'read' : got.code
    }
    expect(reason('')).toBe('formats.empty')
    expect(reason('{"resourceType":"Bundle","type":"message","entry":{}}')).toBe(
      'formats.fhir.not-toxicology',
    )
    expect(reason('{"resourceType":"Patient"}')).toBe('formats.fhir.not-toxicology')
    expect(reason(`${'{"a":'.repeat(100_000)}`)).toBe('formats.fhir.too-deep')
    expect(reason('{"resourceType":"Bundle","__proto__":{"type":"message"}}')).toBe(
      'formats.fhir.not-toxicology',
    )
  })
  const odd: fc.Arbitrary<unknown> = fc.oneof(
    fc.constant(null),
    fc.constant([]),
    fc.constant({}),
    fc.integer(),
    fc.string(),
    fc.constant([[null]]),
    fc.constant({ coding: [{ code: {} }] }),
  )
  test.each([
    ['a message', writeToxicologyMessage(toxicology, addressing), readToxicologyMessage],
    ['a death document', writeDeathDocument(roadDeath, addressing), readDeathFile],
  ] as const)(
    '%s that was bent anywhere is read or refused, and never breaks the reader',
    (_, sent, read) => {
      const text = JSON.stringify(written(sent))
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 6 }), (changes) => {
          const bundle: unknown = JSON.parse(text)
          for (const [at, change] of changes) bend(bundle, at, structuredClone(change))
          const got = read(Buffer.from(JSON.stringify(bundle)), 'x')
          expect(got.ok || got.code !== 'formats.reader-defect').toBe(true)
        }),
        { numRuns: 1_500 },
      )
    },
  )
})
/** Puts something else in the place of the n-th value, wherever that is. */
function bend(root: unknown, at: number, change: unknown): void {
  const places: [Record<string, unknown>, string][] = []
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key])
      walk((node as Record<string, unknown>)[key])
    }
  }
  walk(root)
  const [node, key] = places[at % places.length] ?? []
  if (node && key !== undefined) node[key] = change
}

describe('held against the guide', () => {
  needs(realFolder, REAL_FILES)
  let guide: Definitions
  beforeAll(() => {
    if (realFolder) guide = guideAtHand(realFolder)
  })
  const clean = (bundle: Resource): void => {
    const got = validate(bundle, guide)
    expect(got.issues).toEqual([])
  }
  test('a road death and its toxicology are clean by every profile that they claim', () => {
    clean(written(writeDeathDocument(roadDeath, addressing)))
    clean(written(writeToxicologyMessage(toxicology, addressing)))
    const { name: _, ...unnamed } = roadDeath.decedent
    const {
      certifier: __,
      injury: ___,
      autopsy: ____,
      ...bare
    } = { ...roadDeath, state: 'draft' as const, decedent: unnamed }
    clean(
      written(writeDeathDocument({ ...bare, causes: [], death: { when: { kind: 'unknown' } } }, addressing)),
    )
    clean(written(writeDeathDocument({ ...bare, death: { when: { kind: 'unknown' } } }, addressing)))
  })
  test('whatever is said of a death or of its toxicology is clean', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyDeath, (facts) => clean(written(writeDeathDocument(facts, addressing)))),
      { numRuns: 40 },
    )
    fc.assert(
      fc.property(anyToxicology, (facts) => clean(written(writeToxicologyMessage(facts, addressing)))),
      { numRuns: 40 },
    )
  })
  test('the toxicology message of the guide is read: eleven results, six specimens, and what is left is named', () => {
    const file = 'Bundle-bundle-mdi-tox-report-message-a-freeman.json'
    const got = readToxicologyMessage(realFile(`fhir/mdi/examples/${file}`), file)
    if (!got.ok) throw new Error(got.reason)
    const { facts } = got
    expect(facts).toMatchObject({
      state: 'final',
      caseNumber: { value: 'R21-01578' },
      decedent: {
        name: { family: 'Freeman', given: ['Alice', 'J.'] },
        sex: 'female',
        birthDate: '1978-03-12',
      },
      conclusion: 'Samples of bile, liver, and stomach contents were contaminated and not analyzed.',
    })
    expect(facts.specimens.map((s) => s.accession?.value)).toEqual([
      'X352356',
      'ZZZ352356',
      'XXX352356',
      'OO352356',
      'DD352356',
      'MM352356',
    ])
    expect(facts.results).toHaveLength(11)
    expect(facts.results[0]).toMatchObject({
      analyte: { text: 'Ethanol [Mass/volume] in Blood by Gas chromatography', code: '56478-1' },
      value: { kind: 'amount', value: '0.145', unit: 'g/dL' },
      specimen: 'specimen-blood-toxicology-a-freeman',
    })
    expect(facts.results.filter((r) => r.value.kind === 'word')).toHaveLength(7)
    // The example's own number is of no kind that a receiver would know, so it is told rather than filed under a guess.
    expect(facts.trackingNumbers).toEqual([])
    expect(got.notes.map((n) => n.code)).toEqual(Array.from({ length: 7 }, () => 'formats.mdi.word-taken-as'))
    expect(got.notUnderstood).toContain(
      'MessageHeader/messageheader-mdi-tox-result-report-a-freeman.response',
    )
    expect(got.notUnderstood).toContain(
      'Specimen/specimen-blood-toxicology-a-freeman.container.specimenQuantity',
    )
    expect(got.notUnderstood.some((path) => path.startsWith('Organization/'))).toBe(true)
  })
  test('every example of the guide is a message, or refused as something else', () => {
    for (const file of readdirSync(join(realFolder ?? '', 'fhir/mdi/examples'))) {
      const got = readToxicologyMessage(realFile(`fhir/mdi/examples/${file}`), file)
      expect([file, got.ok || got.code === 'formats.fhir.not-toxicology']).toEqual([file, true])
    }
  })
})
