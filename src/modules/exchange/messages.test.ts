/** Stories of messages about deaths: a laboratory's toxicology comes in as a file, finds its death, and says what was not understood. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ToxicologyFacts } from '#formats/fhir/mdi/facts.ts'
import { writeToxicologyMessage } from '#formats/fhir/mdi/write-toxicology-message.ts'
import { parseResource } from '#formats/fhir/json.ts'
import { readDeathDocument } from '#formats/fhir/mdi/read-death-document.ts'
import { validate } from '#formats/fhir/validate.ts'
import { guideAtHand } from '../../../test/fhir-guide.ts'
import { aCause, accepted, anIdentity, officeOf, received } from '#modules/death/examples.ts'
import { exportMdi } from '#app/export-mdi.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { needs, REAL_FILES, realFolder } from '../../../test/needs.ts'
import { certifiedDeath } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
})
afterAll(() => lab.close())

function toxicologyOf(numbers: readonly string[], more: Partial<ToxicologyFacts> = {}): Uint8Array {
  const got = writeToxicologyMessage(
    {
      state: 'final',
      source: { endpoint: 'https://example.org/fhir/lab', name: 'Reference laboratory' },
      caseNumber: { system: 'https://example.org/lab', value: 'R-1107' },
      trackingNumbers: numbers.map((value) => ({ kind: 'mdi-case-number', value })),
      decedent: {
        identifiers: [{ system: 'https://example.org/deaths', value: '1' }],
        name: { family: 'Novelo', given: ['Rodolfo'] },
        sex: 'male',
      },
      panel: { text: 'Ethanol and common drugs' },
      issuedAt: '2026-11-27T10:00:00Z',
      performers: [],
      specimens: [
        { id: 'sp-1', type: { text: 'Whole blood' }, accession: { value: 'E-1' }, containers: [], notes: [] },
      ],
      results: [
        {
          id: 'r-1',
          specimen: 'sp-1',
          analyte: { text: 'Ethanol in blood' },
          value: { kind: 'amount', value: '0.160', unit: 'g/dL' },
          notes: ['± 0.008'],
        },
        {
          id: 'r-2',
          specimen: 'sp-1',
          analyte: { text: 'Cocaine' },
          value: { kind: 'word', word: 'not-detected' },
          notes: [],
        },
        {
          id: 'r-3',
          specimen: 'sp-1',
          analyte: { text: 'Fentanyl' },
          value: { kind: 'amount', comparator: '<', value: '2.5', unit: 'ng/mL' },
          notes: [],
        },
      ],
      conclusion: 'Ethanol.',
      ...more,
    },
    {
      base: 'https://example.org/fhir',
      prefix: 'r',
      bundle: '0190f3c2-7a51-7c33-9b1d-5f5f5f5f5f5f',
      at: '2026-11-27T10:00:00Z',
    },
  )
  if (!got.ok) throw new Error(JSON.stringify(got.faults))
  return Buffer.from(JSON.stringify(got.bundle))
}
const send = async (bytes: Uint8Array, who = 'isela'): Promise<string> =>
  (await lab.as(who).upload(bytes, 'tox.json')).body.sha256 as string

test('H27 toxicology that comes as a message finds its death by number, and stands as it was written beside what was understood', async () => {
  const { death, number } = await accepted(lab)
  const bytes = toxicologyOf([number])
  const file = await send(bytes)
  const got = await lab.as('isela').do('exchange.receive-message', { file })
  expect(got).toMatchObject({ death, about: number, results: 3, notUnderstood: 0 })
  const seen = (await lab.as('hugo').ask('exchange.get-message', { message: got.id })).body
  expect(seen).toMatchObject({
    about: number,
    direction: 'in',
    kind: 'toxicology',
    number: 'R-1107',
    sender: 'Reference laboratory',
    state: 'final',
    foundBy: 'number',
    conclusion: 'Ethanol.',
    remarks: [],
    specimens: [{ type: 'Whole blood', accession: 'E-1', note: null }],
    results: [
      {
        analyte: 'Ethanol in blood',
        specimen: 'Whole blood',
        written: '= 0.160 g/dL',
        understood: '0.160 g/dL',
        note: '± 0.008',
      },
      { analyte: 'Cocaine', written: 'Not detected', understood: 'not detected' },
      { analyte: 'Fentanyl', written: '< 2.5 ng/mL', understood: '< 2.5 ng/mL' },
    ],
  })
  const same = await lab.as('isela').tell('exchange.receive-message', { file })
  expect(same.body.code).toBe('exchange.message-came-before')
})

test('a message that names no death waits for a person, who lays it to one, and the difference is told', async () => {
  const { death, number } = await accepted(lab)
  const file = await send(toxicologyOf(['ME-ELSEWHERE-9'], { conclusion: 'Another.' }))
  const alone = await lab.as('isela').tell('exchange.receive-message', { file })
  expect([alone.status, alone.body.code]).toEqual([409, 'exchange.message-no-death'])
  const { id } = await lab.as('isela').do('exchange.receive-message', { file, death })
  const seen = (await lab.as('isela').ask('exchange.get-message', { message: id })).body
  expect(seen).toMatchObject({ about: number, foundBy: 'person' })
  expect(seen.remarks).toEqual([`The message names ME-ELSEWHERE-9; a person laid it to ${number}.`])
})

test('what was not understood is kept with the message, by its path', async () => {
  const { number } = await accepted(lab)
  const bundle = JSON.parse(Buffer.from(toxicologyOf([number])).toString()) as {
    entry: { resource: Record<string, unknown> }[]
  }
  bundle.entry[1]!.resource.media = [{ link: { reference: 'Media/1' } }]
  const { id, notUnderstood } = await lab
    .as('isela')
    .do('exchange.receive-message', { file: await send(Buffer.from(JSON.stringify(bundle))) })
  expect(notUnderstood).toBe(1)
  expect((await lab.as('isela').ask('exchange.get-message', { message: id })).body.notUnderstood).toEqual([
    'DiagnosticReport/r-report.media',
  ])
})

test('a file that is no such message is refused with a sentence', async () => {
  const file = await send(Buffer.from('{"resourceType":"Patient"}'))
  const got = await lab.as('isela').tell('exchange.receive-message', { file })
  expect([got.status, got.body.code]).toEqual([400, 'formats.fhir.not-toxicology'])
})

test('who may not see the death finds neither it nor its messages', async () => {
  const { number } = await accepted(lab)
  await lab.person('zita', ['death-investigator'], { unit: lab.units.counter ?? null })
  const mine = await lab
    .as('isela')
    .do('exchange.receive-message', { file: await send(toxicologyOf([number], { conclusion: 'Mine.' })) })
  const hers = await lab.as('zita').tell('exchange.receive-message', {
    file: await send(toxicologyOf([number], { conclusion: 'Hers.' }), 'zita'),
  })
  expect(hers.body.code).toBe('exchange.message-no-death')
  expect((await lab.as('zita').ask('exchange.get-message', { message: mine.id })).status).toBe(404)
  expect((await lab.as('zita').ask('exchange.messages', {})).body.items).toEqual([])
  expect(
    (await lab.as('isela').ask('exchange.messages', {})).body.items.map((m: { id: string }) => m.id),
  ).toContain(mine.id)
})

/** A road death: known, certified, with the manner and how it came. */
async function roadDeath(): Promise<{ death: string; number: string }> {
  const known = await received(lab)
  await lab.as('hugo').do('death.identify-decedent', { death: known.death, ...anIdentity() })
  await lab.as('isela').do('death.record-place', {
    death: known.death,
    kind: 'death',
    on: '2026-11-01',
    time: '23:10',
    approximate: true,
    text: 'Mile 9, highway',
  })
  await lab.as('isela').do('death.record-place', {
    death: known.death,
    kind: 'injury',
    on: '2026-11-01',
    text: 'Mile 9, highway',
    latitude: '17.45',
    longitude: '-88.31',
  })
  await lab.as('hugo').do('death.certify-cause', {
    death: known.death,
    ...aCause({
      lines: [
        { text: 'Transection of the aorta', interval: { value: 'minutes' } },
        { text: 'Blunt injuries of the chest', interval: { absent: 'unknown' } },
      ],
    }),
  })
  await lab.as('hugo').do('death.give-manner', {
    death: known.death,
    manner: 'accident',
    how: 'Driver of a car that left the road',
    injuryAtWork: false,
    transportRole: 'driver',
  })
  return known
}
const documentOf = async (message: string, who = 'isela'): Promise<ReturnType<typeof parseResource>> =>
  parseResource((await lab.as(who).file('exchange.message-file', { message })).bytes)

describe('S-B16 a death to the registrar', () => {
  test('goes out as it is certified, is kept byte for byte, and says that it left', async () => {
    const { death, number } = await roadDeath()
    const sent = await lab.as('isela').do('exchange.send-message', { death })
    expect(sent).toMatchObject({ about: number, state: 'final', fileName: `${number}.fhir.json` })
    const { facts, notUnderstood } = readDeathDocument(await documentOf(sent.id))
    expect(notUnderstood).toEqual([])
    expect(facts).toMatchObject({
      state: 'final',
      trackingNumbers: [{ kind: 'mdi-case-number', value: number }],
      decedent: { name: { text: 'Rodolfo Novelo' } },
      death: { when: { kind: 'at' }, dating: 'approximate', place: { name: 'Mile 9, highway' } },
      causes: [
        { text: 'Transection of the aorta', interval: 'minutes' },
        { text: 'Blunt injuries of the chest', interval: 'unknown' },
      ],
      manner: 'accident',
      injury: {
        how: 'Driver of a car that left the road',
        when: '2026-11-01',
        atWork: 'no',
        transportRole: 'driver',
      },
      certifier: { kind: 'medical-examiner' },
    })
    const listed = (await lab.as('isela').ask('exchange.messages', { death })).body.items
    expect(listed).toMatchObject([{ id: sent.id, direction: 'out', kind: 'death-document', state: 'final' }])
  })

  test('a name that nobody confirmed does not go out, and a final cause without manner is refused with a sentence', async () => {
    const { death } = await received(lab)
    const draft = await lab.as('isela').do('exchange.send-message', { death })
    expect(draft.state).toBe('draft')
    expect(readDeathDocument(await documentOf(draft.id)).facts.decedent.name).toBeUndefined()
    await lab.as('hugo').do('death.certify-cause', { death, ...aCause() })
    const early = await lab.as('isela').tell('exchange.send-message', { death })
    expect([early.status, early.body.code]).toEqual([409, 'formats.mdi.manner-needed'])
  })

  test('who may not see the death sends nothing of it', async () => {
    const { death } = await certifiedDeath(lab)
    await lab.person('yara', ['death-investigator'], { unit: lab.units.counter ?? null })
    expect((await lab.as('yara').tell('exchange.send-message', { death })).status).toBe(404)
  })

  test('the command line writes a file for each death that the person may see, and tells why one was not written', async () => {
    const { death, number } = await roadDeath()
    const { caseNumber } = (await lab.as('isela').ask('death.get-death', { death })).body
    const out = await mkdtemp(join(tmpdir(), 'custodia-mdi-'))
    try {
      const one = await exportMdi(lab.ground, { out, case: number, as: 'isela', url: undefined })
      expect(one).toEqual({ written: 1, rejected: 0, reasons: [] })
      expect(await readdir(out)).toEqual([`${number}.fhir.json`])
      const ofCase = await exportMdi(lab.ground, { out, case: caseNumber, as: 'isela', url: undefined })
      expect(ofCase.written).toBe(1)
      await expect(
        exportMdi(lab.ground, { out, case: 'NOBODY-1', as: 'isela', url: undefined }),
      ).rejects.toMatchObject({ code: 'exchange.no-such-death' })
      const all = await exportMdi(lab.ground, {
        out,
        case: undefined,
        as: 'isela',
        url: 'https://me.example.org',
      })
      expect(all.written).toBeGreaterThan(2)
      expect(all.rejected).toBe(1)
      expect(all.reasons[0]?.why).toMatch(/^No manner is given yet/)
      expect(await readFile(join(out, `${number}.fhir.json`), 'utf8')).toContain(
        'https://me.example.org/fhir/Patient/',
      )
      expect(
        (await exportMdi(lab.ground, { out, case: undefined, as: 'yara', url: undefined })).written,
      ).toBe(0)
    } finally {
      await rm(out, { recursive: true, force: true })
    }
  })

  describe('held against the guide', () => {
    needs(realFolder, REAL_FILES)
    test('final or draft, it is clean by every profile that it claims', async () => {
      const guide = guideAtHand(realFolder ?? '')
      const { death } = await roadDeath()
      const open = await received(lab)
      for (const of of [death, open.death]) {
        const sent = await lab.as('isela').do('exchange.send-message', { death: of })
        expect(validate(await documentOf(sent.id), guide).issues).toEqual([])
      }
    })
  })
})
