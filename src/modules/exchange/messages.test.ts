/** Stories of messages about deaths: a laboratory's toxicology comes in as a file, finds its death, and says what was not understood. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ToxicologyFacts } from '#formats/fhir/mdi/facts.ts'
import { writeToxicologyMessage } from '#formats/fhir/mdi/write-toxicology-message.ts'
import { accepted, officeOf } from '#modules/death/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

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

test('H26 toxicology that comes as a message finds its death by number, and stands as it was written beside what was understood', async () => {
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
