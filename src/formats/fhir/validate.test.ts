import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeSay } from '#kernel/say.ts'
import { needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { guideAtHand } from '../../../test/fhir-guide.ts'
import { letter, OURS, ownDefinitions, reading } from '../fixtures/fhir-definitions.ts'
import { FormatFault } from '../reading.ts'
import { en } from '../texts.en.ts'
import { es } from '../texts.es.ts'
import { type Definitions, definitionsOf } from './definitions.ts'
import { type Json, parseResource, type Resource } from './json.ts'
import { type Validation, validate } from './validate.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a fault is planted anywhere in somebody else's JSON
type Loose = any
type Plant = (resource: Loose) => unknown
const planted = (resource: Resource, plant: Plant): Resource => {
  const copy = structuredClone(resource)
  plant(copy)
  return copy
}
const codesOf = (got: Validation): string[] => got.issues.map((i) => i.code.replace('formats.fhir.', ''))
const sayers = [en, es].map((texts) => makeSay({ en: texts }, 'en'))

const ours = definitionsOf(ownDefinitions)
const faultsInReading: readonly (readonly [string, string, Plant])[] = [
  ['too-few', 'something needed is absent', (r) => delete r.subject],
  ['must-not-be-list', 'one value as a list', (r) => (r.valueString = ['some'])],
  ['must-be-list', 'a list as one value', (r) => (r.component = r.component[0])],
  ['unknown', 'an element that there is not', (r) => (r.colour = 'red')],
  ['unknown', 'an extension of an element that there is not', (r) => (r._colour = { extension: [] })],
  ['fixed', 'another code', (r) => (r.code.coding[0].code = 'weighing')],
  ['fixed', 'the right code of another system', (r) => (r.code.coding[0].system = 'urn:other')],
  ['type-not-allowed', 'a value of another type', (r) => ((r.valueDateTime = '2026'), delete r.valueString)],
  ['not-of-type', 'a number for a text', (r) => (r.valueString = 7)],
  ['not-of-type', 'a text for an object', (r) => (r.code = 'reading')],
  ['not-of-type', 'an instant without a zone', (r) => (r.issued = '2026-11-24T10:00:00')],
  ['not-of-type', 'a day that there was not', (r) => (r.issued = '2026-02-30T10:00:00Z')],
  ['not-of-type', 'nought where a positive number is asked', (r) => (r.count = 0)],
  ['out-of-range', 'more than the most', (r) => (r.count = 5)],
  ['too-long', 'one character too many', (r) => (r.note = 'x'.repeat(21))],
  ['code-not-in-set', 'a code of nobody', (r) => (r.status = 'bogus')],
  ['code-not-in-set', 'a code that the set excludes', (r) => (r.status = 'withdrawn')],
  ['too-few-of-slice', 'a kind that is needed', (r) => r.component.shift()],
  ['too-many-of-slice', 'a kind twice', (r) => r.component.push(r.component[0])],
  ['outside-slices', 'a kind that is not allowed', (r) => (r.component[1].code.coding[0].code = 'else')],
  [
    'type-not-allowed',
    'a slice narrows the type',
    (r) => ((r.component[0].valueString = '1'), delete r.component[0].valueInteger),
  ],
  ['invariant', 'a rule in FHIRPath', (r) => delete r.component[1].valueString],
  ['reference-type', 'a reference to somebody else', (r) => (r.subject.reference = 'Practitioner/x')],
  ['empty', 'an empty object', (r) => (r.subject = {})],
  [
    'extension-holds',
    'an extension of value and extensions',
    (r) =>
      (r.extension = [{ url: 'urn:x', valueString: 'a', extension: [{ url: 'urn:y', valueString: 'b' }] }]),
  ],
  ['extension-holds', 'an extension of nothing', (r) => (r.extension = [{ url: 'urn:x' }])],
  ['profile-unknown', 'a profile of nobody', (r) => r.meta.profile.push(`${OURS}nothing`)],
  ['not-of-type', 'an impossible id', (r) => (r.id = 'a b')],
]

describe('definitions of our own', () => {
  test('what keeps its profile is clean, and nothing was passed over', () => {
    expect(validate(reading, ours)).toEqual({ ok: true, issues: [], notChecked: [] })
    expect(validate(letter, ours)).toEqual({ ok: true, issues: [], notChecked: [] })
    expect(
      validate(
        planted(reading, (r) => (r.status = 'amended')),
        ours,
      ).ok,
    ).toBe(true)
  })
  test.each(faultsInReading)('%s: %s is caught, and said in both languages', (code, _, plant) => {
    const got = validate(planted(reading, plant), ours)
    expect(codesOf(got)).toContain(code)
    for (const issue of got.issues)
      for (const say of sayers) expect(say(issue.code, issue.values)).toMatch(/^Observation.*\.$/s)
  })
  test('what is absent with a reason counts as being there', () => {
    const reason = { extension: [{ url: 'urn:why', valueString: 'unknown' }] }
    expect(
      validate(
        planted(reading, (r) => (delete r.status, (r._status = reason))),
        ours,
      ).ok,
    ).toBe(true)
  })
  test('a letter carries what it points at, under its own address, with its head first', () => {
    const codes = (plant: Plant): string[] => codesOf(validate(planted(letter, plant), ours))
    expect(codes((b) => b.entry.pop())).toEqual(['points-outside'])
    expect(codes((b) => (b.entry[1].fullUrl = 'https://example.org/fhir/Patient/p2'))).toContain(
      'address-differs',
    )
    expect(codes((b) => b.entry.reverse())).toContain('head-missing')
    expect(codes((b) => (b.entry[2].resource.status = 'bogus'))).toEqual(['code-not-in-set'])
    expect(codes((b) => (b.entry[0].resource.subject.reference = 'Observation/r1'))).toEqual([
      'reference-type',
    ])
  })
  test('a set that cannot be known here is listed as not checked, not taken as kept', () => {
    const filtered = ownDefinitions.map((d) =>
      d.url === `${OURS}status`
        ? ({ ...d, compose: { include: [{ system: 'urn:elsewhere' }] } } as Resource)
        : d,
    )
    expect(validate(reading, definitionsOf(filtered)).notChecked).toEqual([`${OURS}status`])
  })
})

describe('JSON from elsewhere', () => {
  const read = (text: string): string => {
    try {
      return parseResource(Buffer.from(text)).resourceType
    } catch (fault) {
      return fault instanceof FormatFault ? fault.code : `defect ${String(fault)}`
    }
  }
  test('is read within bounds or refused with a sentence', () => {
    expect(read('{"resourceType":"Patient"}')).toBe('Patient')
    expect(read('')).toBe('formats.empty')
    expect(read('<Bundle/>')).toBe('formats.fhir.xml')
    expect(read('{"resourceType":')).toBe('formats.fhir.not-json')
    expect(read('[]')).toBe('formats.fhir.not-fhir')
    expect(read('{"__proto__":{"resourceType":"Patient"}}')).toBe('formats.fhir.not-fhir')
    expect(read(`${'[{"a":'.repeat(50_000)}1`)).toBe('formats.fhir.too-deep')
    expect(read(`{"resourceType":"X","a":[${'1,'.repeat(600_000)}1]}`)).toBe('formats.fhir.too-many-values')
  })
  test('words of the language are only words', () => {
    const odd = JSON.parse(
      '{"resourceType":"Patient","constructor":{"prototype":1},"__proto__":{"name":["x"]},"hasOwnProperty":1}',
    ) as Resource
    expect(codesOf(validate(odd, ours)).toSorted()).toEqual(['unknown', 'unknown', 'unknown'])
  })
})

describe('the guide for medicolegal death investigation 2.0.0', () => {
  needs(realFolder, REAL_FILES)
  let guide: Definitions
  const examples = new Map<string, Resource>()
  const example = (name: string): Resource => examples.get(name) as Resource
  const find = (reference: string): Json | undefined =>
    examples.get(/[A-Z]\w+\/[^/]+$/.exec(reference)?.[0] ?? '')
  beforeAll(() => {
    if (!realFolder) return
    guide = guideAtHand(realFolder)
    for (const file of readdirSync(join(realFolder, 'fhir/mdi/examples'))) {
      const resource = parseResource(realFile(`fhir/mdi/examples/${file}`))
      examples.set(`${resource.resourceType}/${resource.id as string}`, resource)
    }
  })
  test('of its 88 examples 86 are clean; two papers lack the category that US Core asks of them', () => {
    const unclean = [...examples.values()].flatMap((resource) => {
      const got = validate(resource, guide, { find })
      return got.ok
        ? []
        : [[resource.id, ...got.issues.map((i) => `${i.code} ${i.path} ${i.values.slice ?? ''}`)]]
    })
    expect(examples.size).toBe(88)
    const gap = 'formats.fhir.too-few-of-slice DocumentReference.category us-core'
    expect(unclean).toEqual([
      ['documentreference-mdi-autopsy-report-ex', gap],
      ['documentreference-mdi-investigator-narrative-ex', gap],
    ])
  })

  const TOX = 'Bundle/bundle-mdi-tox-report-message-a-freeman'
  const DOC = 'Bundle/bundle-mdi-and-edrs-a-freeman'
  const within = (bundle: Loose, type: string): Loose =>
    bundle.entry.find((e: Loose) => e.resource.resourceType === type).resource
  const named = (bundle: Loose, part: string): Loose =>
    bundle.entry.find((e: Loose) => e.resource.id.includes(part)).resource
  const faults: readonly (readonly [string, string, string, Plant])[] = [
    ['too-few', 'a bundle without its type', TOX, (b) => delete b.type],
    ['fixed', 'a message that calls itself a collection', TOX, (b) => (b.type = 'collection')],
    ['invariant', 'a message without its header', TOX, (b) => b.entry.shift()],
    ['too-few-of-slice', 'a message without its report', TOX, (b) => b.entry.splice(1, 1)],
    ['fixed', 'another event', TOX, (b) => (within(b, 'MessageHeader').eventCoding.code = 'other')],
    ['too-few', 'a header without focus', TOX, (b) => delete within(b, 'MessageHeader').focus],
    [
      'too-many',
      'a header with two foci',
      TOX,
      (b) => within(b, 'MessageHeader').focus.push(within(b, 'MessageHeader').focus[0]),
    ],
    ['too-few', 'a source without endpoint', TOX, (b) => delete within(b, 'MessageHeader').source.endpoint],
    ['too-few', 'a report without status', TOX, (b) => delete within(b, 'DiagnosticReport').status],
    ['code-not-in-set', 'a status of nobody', TOX, (b) => (within(b, 'DiagnosticReport').status = 'bogus')],
    ['too-few', 'a report without category', TOX, (b) => delete within(b, 'DiagnosticReport').category],
    ['too-few', 'a report without subject', TOX, (b) => delete within(b, 'DiagnosticReport').subject],
    ['too-few', 'a report without code', TOX, (b) => delete within(b, 'DiagnosticReport').code],
    [
      'too-few',
      'a specimen without the words for its type',
      TOX,
      (b) => delete within(b, 'Specimen').type.text,
    ],
    [
      'too-few',
      'a container without description',
      TOX,
      (b) => delete within(b, 'Specimen').container[0].description,
    ],
    [
      'type-not-allowed',
      'a result as a quantity',
      TOX,
      (b) => (
        (within(b, 'Observation').valueQuantity = { value: 1 }), delete within(b, 'Observation').valueString
      ),
    ],
    [
      'too-few',
      'a result without the words for its code',
      TOX,
      (b) => delete within(b, 'Observation').code.text,
    ],
    [
      'too-few-of-slice',
      'a result of another category',
      TOX,
      (b) => (within(b, 'Observation').category[0].coding[0].code = 'vital-signs'),
    ],
    [
      'reference-type',
      'a result of a practitioner',
      TOX,
      (b) => (within(b, 'Observation').subject.reference = 'Practitioner/us-core-practitioner-b-goldberger'),
    ],
    [
      'points-outside',
      'a focus that does not come along',
      TOX,
      (b) => (within(b, 'MessageHeader').focus[0].reference = 'DiagnosticReport/other'),
    ],
    ['code-not-in-set', 'a gender of nobody', TOX, (b) => (within(b, 'Patient').gender = 'F')],
    ['too-few', 'a document without identifier', DOC, (b) => delete b.identifier],
    ['invariant', 'one address twice', DOC, (b) => (b.entry[2].fullUrl = b.entry[1].fullUrl)],
    [
      'fixed',
      'a composition of another type',
      DOC,
      (b) => (within(b, 'Composition').type.coding[0].code = '11488-4'),
    ],
    ['too-few', 'a section without code', DOC, (b) => delete within(b, 'Composition').section[0].code],
    ['too-few', 'nobody who attests', DOC, (b) => delete within(b, 'Composition').attester],
    ['too-few', 'nobody who wrote it', DOC, (b) => delete within(b, 'Composition').author],
    ['too-few', 'no section', DOC, (b) => delete within(b, 'Composition').section],
    [
      'too-long',
      'a cause of 121 characters',
      DOC,
      (b) => (named(b, 'cause-of-death-part1').valueCodeableConcept.text = 'x'.repeat(121)),
    ],
    [
      'too-long',
      'an interval of 21 characters',
      DOC,
      (b) => (named(b, 'cause-of-death-part1').component[1].valueString = 'x'.repeat(21)),
    ],
    [
      'not-of-type',
      'a line number in words',
      DOC,
      (b) => (named(b, 'cause-of-death-part1').component[0].valueInteger = 'one'),
    ],
    [
      'fixed',
      'a cause under another code',
      DOC,
      (b) => (named(b, 'cause-of-death-part1').code.coding[0].code = '69449-7'),
    ],
    [
      'code-not-in-set',
      'a manner of nobody',
      DOC,
      (b) => (named(b, 'manner').valueCodeableConcept.coding[0].code = '123'),
    ],
    [
      'code-not-in-set',
      'a place of death of nobody',
      DOC,
      (b) => (named(b, 'death-date').component[1].valueCodeableConcept.coding[0].code = 'home'),
    ],
    ['not-of-type', 'a thirteenth month', DOC, (b) => (named(b, 'manner').effectiveDateTime = '2022-13-01')],
    [
      'must-be-list',
      'one name without its list',
      DOC,
      (b) => (within(b, 'Patient').name = within(b, 'Patient').name[0]),
    ],
    ['not-of-type', 'a truth as a text', DOC, (b) => (within(b, 'Patient').active = 'true')],
    ['unknown', 'an element that there is not', DOC, (b) => (within(b, 'Composition').manner = 'accident')],
    ['address-differs', 'an entry under another id', DOC, (b) => (within(b, 'Patient').id = 'other')],
    [
      'too-many-of-slice',
      'two manners',
      DOC,
      (b) => within(b, 'Composition').section[3].entry.push(within(b, 'Composition').section[3].entry[2]),
    ],
    [
      'code-not-in-set',
      'a certifier of nobody',
      DOC,
      (b) => (within(b, 'Procedure').performer[0].function.coding[0].code = '1'),
    ],
  ]
  test.each(faults)('%s: %s is caught', (code, _, of, plant) => {
    const got = validate(planted(example(of), plant), guide, { find })
    expect(codesOf(got)).toContain(code)
  })
})
