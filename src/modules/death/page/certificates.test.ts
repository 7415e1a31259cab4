/** Stories of certificates that a registrar sends: a call that somebody decides, the same one once, and what is not plain put aside with a sentence. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { needs, REAL_FILES, realFile, realFolder } from '../../../../test/needs.ts'
import { aCause, accepted, anIdentity, officeOf } from '../examples.ts'
import { aCertificate, sent } from '../examples/page.ts'
import { ageAt, courseOf, differencesOf } from './certificate-course.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab?.close())

// oxlint-disable-next-line typescript/no-explicit-any
const receive = async (bytes: Uint8Array): Promise<any> =>
  lab.as('isela').do('death.receive-certificate', { file: await sent(lab, bytes) })
const calls = async (q: string): Promise<number> =>
  (await lab.as('isela').ask('death.calls', { q })).body.items.length

describe('H32 a death that begins at the registry', () => {
  test('H32 a certificate of the registrar becomes a call that a person takes on or declines, and the same one comes once', async () => {
    const bytes = aCertificate('2026/10417')
    const got = await receive(bytes)
    expect(got).toMatchObject({ state: 'called', again: false, why: null })
    const seen = (await lab.as('hugo').ask('death.get-death', { death: got.death })).body
    expect(seen).toMatchObject({
      state: 'open',
      name: 'Eduviges Coc',
      age: { value: 75, unit: 'years' },
      setting: { code: 'home' },
      told: { way: 'message', caller: { name: 'Dr. Amparo Tzib' } },
      places: [{ kind: 'death', on: '2026-11-22', time: '03:40', text: 'Ecumenical Drive, Hill Town' }],
      // What the certificate says of cause and manner is not this office's word.
      causes: [],
    })
    // Byte for byte the same: no second call, and the answer is the first one.
    expect(await receive(bytes)).toMatchObject({ id: got.id, death: got.death, again: true })
    // Another version of the same certificate goes to the same death.
    const amended = await receive(
      aCertificate('2026/10417', { state: 'amended', otherConditions: 'Diabetes' }),
    )
    expect(amended).toMatchObject({ state: 'laid', death: got.death, about: got.about })
    expect(await calls('Eduviges')).toBe(1)
    const { number } = await lab.as('hugo').do('death.accept-jurisdiction', {
      death: got.death,
      profile: 'medical-examiner',
      authority: { kind: 'own' },
    })
    expect(number).toMatch(/\d/)
    const listed = (await lab.as('hugo').ask('death.certificates', {})).body.items.filter(
      (c: { death: string }) => c.death === got.death,
    )
    expect(listed).toMatchObject([
      { state: 'laid', about: number, documentState: 'amended', other: 'Diabetes' },
      {
        state: 'called',
        about: number,
        causes: [{ text: 'Fracture of the hip after a fall', interval: '3 days' }],
      },
    ])
    const kept = await lab.as('hugo').file('death.certificate-file', { certificate: got.id })
    expect(Buffer.compare(kept.bytes, Buffer.from(bytes))).toBe(0)
  })

  test('H32 about a death that is known it goes there, and where it says something else both are told', async () => {
    const { death, number } = await accepted(lab)
    await lab.as('hugo').do('death.identify-decedent', { death, ...anIdentity() })
    await lab.as('hugo').do('death.certify-cause', {
      death,
      ...aCause({ lines: [{ text: 'Hanging', interval: { absent: 'unknown' } }] }),
    })
    await lab.as('hugo').do('death.give-manner', { death, manner: 'suicide' })
    const got = await receive(
      aCertificate('2026/10418', {
        trackingNumbers: [
          { kind: 'edrs-file-number', system: 'https://registry.example.org/deaths', value: '2026/10418' },
          { kind: 'mdi-case-number', value: number },
        ],
      }),
    )
    expect(got).toMatchObject({ state: 'laid', death, about: number })
    const [listed] = (await lab.as('hugo').ask('death.certificates', {})).body.items.filter(
      (c: { death: string }) => c.death === death,
    )
    expect(listed.differs).toEqual([
      'Name: the registrar has Eduviges Coc, this office Rodolfo Novelo.',
      'Sex: the registrar has Female, this office Male.',
      'Manner: the registrar has Natural, this office Suicide.',
      'Cause: the registrar has Fracture of the hip after a fall; this office Hanging.',
    ])
  })

  test('H32 what cannot be read or is not plain waits with a sentence until a person decides', async () => {
    const broken = await receive(Buffer.from('{"resourceType":"Bundle","type":"document"'))
    expect(broken).toMatchObject({ state: 'waits', death: null })
    expect(broken.why).toMatch(/JSON/)
    const unknown = await receive(
      aCertificate('2026/10419', { trackingNumbers: [{ kind: 'mdi-case-number', value: 'ME-1999-1' }] }),
    )
    expect(unknown.why).toBe(
      'It says that this office gave it the number ME-1999-1; no death that you may see bears it.',
    )
    const list = (await lab.as('isela').ask('death.certificates', { show: 'waiting' })).body
    expect(list.waiting).toBe(2)
    expect(list.items.map((c: { why: string }) => c.why).toSorted()).toEqual(
      [broken.why, unknown.why].toSorted(),
    )
    const settle = (certificate: string, more: object) =>
      lab.as('isela').tell('death.settle-certificate', { certificate, words: 'Asked the registry', ...more })
    const unreadable = await settle(broken.id, { decision: 'called' })
    expect([unreadable.status, unreadable.body.code]).toEqual([409, 'death.certificate-unreadable'])
    const nowhere = await settle(broken.id, { decision: 'laid' })
    expect([nowhere.status, nowhere.body.code]).toEqual([409, 'death.certificate-which-death'])
    expect((await settle(broken.id, { decision: 'dismissed' })).status).toBe(200)
    const made = await settle(unknown.id, { decision: 'called' })
    expect(made.status).toBe(200)
    expect((await lab.as('isela').ask('death.get-death', { death: made.body.id })).body.state).toBe('open')
    expect((await settle(unknown.id, { decision: 'dismissed' })).body.code).toBe('death.certificate-decided')
    expect((await lab.as('isela').ask('death.certificates', { show: 'waiting' })).body.waiting).toBe(0)
  })

  test('another office finds neither the certificate nor its death', async () => {
    const got = await receive(aCertificate('2026/10420'))
    await lab.person('zulma', ['death-investigator'], { unit: lab.units.counter ?? null })
    expect((await lab.as('zulma').ask('death.certificates', {})).body).toEqual({ items: [], waiting: 0 })
    expect((await lab.as('zulma').file('death.certificate-file', { certificate: got.id })).status).toBe(404)
    const file = await sent(lab, aCertificate('2026/10420'), 'zulma')
    const again = await lab.as('zulma').tell('death.receive-certificate', { file })
    expect([again.status, again.body.code]).toEqual([409, 'death.certificate-elsewhere'])
  })

  describe('the examples of the guide', () => {
    needs(realFolder, REAL_FILES)
    test('H32 the documents of the guide become calls, and every other example waits with a sentence', async () => {
      const states: Record<string, string> = {}
      for (const name of readdirSync(join(realFolder ?? '', 'fhir/mdi/examples'))) {
        const got = await receive(Buffer.from(realFile(`fhir/mdi/examples/${name}`)))
        states[name] = got.state
        if (got.state === 'waits')
          expect([name, got.why]).toEqual([name, expect.stringMatching(/^[A-Z“].{20,}/)])
      }
      const made = Object.entries(states)
        .filter(([, state]) => state !== 'waits')
        .map(([name]) => name)
      expect(made).toEqual([
        'Bundle-bundle-doc-mdi-dcr-ex1.json',
        'Bundle-bundle-mdi-and-edrs-a-freeman.json',
      ])
      expect(Object.keys(states)).toHaveLength(88)
      expect(await calls('Freeman')).toBe(1)
    }, 120_000)
  })
})

test('an age follows from two days, and a child’s is in days or months', () => {
  expect(ageAt('1978-03-12', '2022-01-08')).toEqual({ value: 43, unit: 'years' })
  expect(ageAt('2026-11-01', '2026-11-22')).toEqual({ value: 21, unit: 'days' })
  expect(ageAt('2026-03-01', '2026-11-22')).toEqual({ value: 8, unit: 'months' })
  expect(ageAt('1980', '2026-11-22')).toEqual({ value: 46, unit: 'years' })
  expect(ageAt(undefined, '2026-11-22')).toBe(null)
})
test('nothing is guessed: a number of ours that is not known, two deaths, a withdrawal and no number wait', () => {
  const facts = { state: 'final', trackingNumbers: [], decedent: {}, death: {}, causes: [] } as never
  const document = { value: 'x' }
  expect(courseOf({ facts, document }, [])).toEqual({ state: 'called' })
  expect(courseOf({ facts, document }, ['a'])).toEqual({ state: 'laid', death: 'a' })
  for (const [arrived, known] of [
    [{ facts, document }, ['a', 'b']],
    [{ facts, document: undefined }, []],
    [{ facts: { ...(facts as object), state: 'withdrawn' } as never, document }, []],
  ] as const)
    expect(courseOf(arrived, known).state).toBe('waits')
})
test('only what both say can differ, and a day that one knows less closely does not', () => {
  const theirs = { name: 'Ana  Coc', sex: 'unknown', manner: null, causes: [], died: '2026-11' }
  expect(
    differencesOf(theirs, {
      name: 'ana coc',
      sex: 'male',
      manner: 'suicide',
      causes: ['x'],
      died: '2026-11-22',
    }),
  ).toEqual([])
})
