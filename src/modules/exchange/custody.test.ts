/** The chain of custody as CASE/UCO: every hand in its order, who gave and who took, gaps in words; read again by rules of the structure. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportCustodies } from '#app/export-custody.ts'
import { type CustodyFacts, faultsOfCase, writeCustody } from '#formats/case-uco.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from '#modules/evidence/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

let lab: Lab
let folder: string
beforeAll(async () => {
  lab = await openLab()
  folder = await mkdtemp(join(tmpdir(), 'custodia-case-uco-'))
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('arnold', ['evidence-officer'], { unit: lab.units.counter })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry })
  await lab.person('stranger', ['officer'], { unit: lab.units.policeBelmopan })
}, 120_000)
afterAll(async () => {
  await lab?.close()
  await rm(folder, { recursive: true, force: true })
})
interface Node {
  '@id': string
  '@type': string
  [key: string]: unknown
}
const graphOf = (text: string): Node[] => (JSON.parse(text) as { '@graph': Node[] })['@graph']

test('every hand of a real chain, in order, by name and instant, and nothing that does not resolve', async () => {
  const done = await lab.as('reneau').do('evidence.receive-submission', aSubmission({ items: [anItem()] }))
  const item = done.items[0]
  const shelf = await lab.as('arnold').do('evidence.define-location', aPlace())
  await lab.as('reneau').do('evidence.store-item', { things: [item.id], place: shelf.id })
  lab.clock.advance(3 * 3_600_000)
  await lab.as('arnold').do('evidence.retrieve-item', { things: [item.id], purpose: 'For the bench' })
  const offer = await lab.as('arnold').do('evidence.hand-over', { things: [item.id], to: lab.as('cus').id })
  await lab.as('cus').do('evidence.accept-hand-over', { handOver: offer.id })

  const file = await lab.as('cus').file('exchange.export-custody', { item: item.id })
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toContain('application/ld+json')
  const text = file.bytes.toString('utf8')
  expect(faultsOfCase(text)).toEqual([])
  if (process.env.CUSTODIA_KEEP_CASE) await writeFile(process.env.CUSTODIA_KEEP_CASE, text)

  const graph = graphOf(text)
  const chain = (await lab.as('cus').ask('evidence.custody-of-item', { item: item.id })).body.chain as {
    id: string
    at: string
  }[]
  const acts = graph.filter((n) => n['@type'] === 'case-investigation:InvestigativeAction')
  expect(acts.map((a) => a['@id'])).toEqual(chain.map((c) => `kb:action-${c.id}`))
  expect(acts.map((a) => (a['uco-action:endTime'] as { '@value': string })['@value'])).toEqual(
    chain.map((c) => c.at),
  )
  acts.slice(1).forEach((a, i) => {
    expect(a['case-investigation:wasInformedBy']).toEqual({ '@id': acts[i]?.['@id'] })
  })
  expect(graph.find((n) => n['@type'] === 'case-investigation:ProvenanceRecord')).toMatchObject({
    'case-investigation:exhibitNumber': item.number,
  })
  const names = graph.filter((n) => n['@type'] === 'uco-identity:Person').map((n) => n['uco-core:name'])
  expect(names).toEqual(expect.arrayContaining(['arnold', 'cus']))
  const last = acts.at(-1)
  expect(last?.['uco-action:performer']).toEqual({ '@id': `kb:person-${lab.as('cus').id}` })

  const hidden = await lab.as('stranger').file('exchange.export-custody', { item: item.id })
  expect(hidden.status).toBe(404)
  // The same by command, for the whole case.
  const told = await exportCustodies(lab.ground, { out: folder, case: done.case.number, as: 'cus' })
  expect(told).toEqual({ written: 1 })
  const [name] = (await readdir(folder)).filter((n) => n.endsWith('.jsonld'))
  expect(faultsOfCase(await readFile(join(folder, name as string), 'utf8'))).toEqual([])
  await expect(exportCustodies(lab.ground, { out: folder, case: 'NO-1', as: 'cus' })).rejects.toMatchObject({
    code: 'exchange.no-such-case',
  })
})

const facts: CustodyFacts = {
  base: 'https://lab.example.org',
  case: { id: '0198a000-0000-7000-8000-000000000001', number: 'C-1' },
  exhibit: {
    id: '0198a000-0000-7000-8000-000000000002',
    number: 'C-1-1.2',
    rootNumber: 'C-1-1',
    description: 'Vial',
  },
  hands: [
    {
      id: '0198a000-0000-7000-8000-000000000003',
      what: 'Taken',
      from: { kind: 'carrier', id: null, name: 'Courier', where: null },
      to: {
        kind: 'person',
        id: '0198a000-0000-7000-8000-000000000009',
        name: 'A. Arnold',
        where: 'Laboratory',
      },
      gaveAt: '2026-11-02T13:50:00.000Z',
      at: '2026-11-02T14:00:00.000Z',
      witness: 'B. Witness',
      words: null,
    },
    {
      id: '0198a000-0000-7000-8000-000000000004',
      what: 'Stored',
      from: {
        kind: 'person',
        id: '0198a000-0000-7000-8000-000000000009',
        name: 'A. Arnold',
        where: 'Laboratory',
      },
      to: { kind: 'place', id: '0198a000-0000-7000-8000-000000000010', name: 'Shelf', where: null },
      gaveAt: null,
      at: '2026-11-02T15:00:00.000Z',
      witness: null,
      words: 'For the night',
    },
  ],
  findings: [{ words: 'Nobody held it for ten minutes.', hands: ['0198a000-0000-7000-8000-000000000003'] }],
}

test('a gap is told in words beside the hands, so that no reader takes the chain for unbroken; the root of a portion is named', () => {
  const text = writeCustody(facts)
  expect(faultsOfCase(text)).toEqual([])
  const graph = graphOf(text)
  expect(graph.find((n) => n['@type'] === 'uco-core:Annotation')).toMatchObject({
    'uco-core:statement': 'Nobody held it for ten minutes.',
    'uco-core:object': [{ '@id': 'kb:action-0198a000-0000-7000-8000-000000000003' }],
  })
  expect(graph.find((n) => n['@type'] === 'case-investigation:ProvenanceRecord')).toMatchObject({
    'case-investigation:rootExhibitNumber': 'C-1-1',
  })
  expect(writeCustody(facts)).toBe(text)
})

test.each([
  [
    'a hand that names nobody',
    (t: string) =>
      t.replace(
        '"@id": "kb:person-0198a000-0000-7000-8000-000000000009",\n   "@type"',
        '"@id": "kb:person-0198a000-0000-7000-8000-000000000999",\n   "@type"',
      ),
  ],
  ['an instant without its zone', (t: string) => t.replace('2026-11-02T15:00:00.000Z', '2026-11-02 15:00')],
  [
    'a name that is no UUID',
    (t: string) => t.replaceAll('kb:item-0198a000-0000-7000-8000-000000000002', 'kb:item-7'),
  ],
  ['an act on no exhibit', (t: string) => t.replaceAll('uco-action:object', 'uco-core:tag')],
  ['a word of no vocabulary', (t: string) => t.replaceAll('uco-core:statement', 'ours:statement')],
])('what is wrong is found: %s', (_what, spoil) => {
  const spoilt = spoil(writeCustody(facts))
  expect(spoilt).not.toBe(writeCustody(facts))
  expect(faultsOfCase(spoilt).length).toBeGreaterThan(0)
})
