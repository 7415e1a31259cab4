/** Well-formed inputs for every operation of the archive, and the people and paper of which its stories are told. */
import { aCase } from '#modules/cases/examples.ts'
import { attended } from '#modules/scenes/examples.ts'
import { arrangeWords as arrangeEvidenceWords } from '#modules/evidence/examples.ts'

interface Voice {
  readonly id?: string | undefined
  do(operation: string, input: unknown, telling?: object): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  upload(bytes: Uint8Array, name?: string): Promise<any> // oxlint-disable-line typescript/no-explicit-any
}
/** The part of the story harness that examples use. */
export interface Ground {
  arrange(operation: string, input: unknown): Promise<any> // oxlint-disable-line typescript/no-explicit-any
  person(username: string, roles: readonly string[], where?: object): Promise<string>
  as(username: string): Voice
  readonly units: Readonly<Record<string, string>>
}
type Example = (lab: any) => unknown // oxlint-disable-line typescript/no-explicit-any

const words: readonly (readonly [list: string, code: string, en: string, data?: object])[] = [
  ['case-type', 'drugs', 'Drugs'],
  ['case-type', 'homicide', 'Homicide'],
  ['archive-tier', 'a', 'A: kept', { caseTypes: ['homicide'], scan: 'now', keep: true }],
  ['archive-tier', 'b', 'B: in turn', { caseTypes: ['drugs'], scan: 'in-turn', years: 30 }],
  ['archive-tier', 'c', 'C: when asked', { scan: 'when-asked', standard: true, years: 10 }],
  ['archive-cost', 'prepare', 'Preparing', { perPage: '0.060' }],
  ['archive-cost', 'scan', 'Scanning', { perPage: '0.040' }],
  ['archive-cost', 'pace', 'Pace', { pagesADay: 1000, pagesAFile: 40, currency: 'BZD' }],
  ['document-kind', 'notes', 'Notes'],
  ['document-kind', 'certificate', 'Certificate'],
  ['removed-kind', 'photographs', 'Photographs'],
  ['inspection-fault', 'unreadable', 'Cannot be read', { of: ['pages'] }],
  ['inspection-fault', 'wrong-value', 'Value is wrong', { of: ['index'] }],
  ['inspection-rule', 'pages', 'Pages', { quality: '1.0' }],
  ['inspection-rule', 'index', 'Index', { quality: '0.65' }],
  [
    'sampling-plan',
    'aql-1.0-150',
    'Small',
    { quality: '1.0', lotTo: 150, letter: 'E', sample: 13, accept: 0 },
  ],
  [
    'sampling-plan',
    'aql-1.0-500',
    'Larger',
    { quality: '1.0', lotTo: 500, letter: 'H', sample: 50, accept: 1 },
  ],
  [
    'sampling-plan',
    'aql-0.65-280',
    'Small',
    { quality: '0.65', lotTo: 280, letter: 'F', sample: 20, accept: 0 },
  ],
  ['archive-field', 'case-number', 'Case number', { kind: 'number' }],
  ['archive-field', 'received-on', 'Received on', { kind: 'date' }],
  ['archive-field', 'names', 'Names', { kind: 'name', many: true }],
  ['archive-sensitivity', 'minor', 'A minor is named'],
  ['scan-purpose', 'court', 'Hearing', { days: 2 }],
  ['disposal-method', 'shredding', 'Shredding'],
]
export async function arrangeWords(lab: Ground): Promise<void> {
  await arrangeEvidenceWords(lab as never)
  for (const [list, code, en, data] of words) {
    await lab.arrange('catalogue.define-list', { list, en: list, es: list }).catch(() => undefined)
    await lab
      .arrange('catalogue.define-code', { list, code, en, es: en, data: data ?? {} })
      .catch(() => undefined)
  }
}
const desks = new WeakMap<object, Promise<void>>()
/** Once for a laboratory: four archivists, of whom no one need do another's work, and who says yes. */
export function deskOf(lab: Ground): Promise<void> {
  const known = desks.get(lab) ?? makeDesk(lab)
  desks.set(lab, known)
  return known
}
async function makeDesk(lab: Ground): Promise<void> {
  await arrangeWords(lab)
  for (const [username, name] of [
    ['adela', 'Adela Cocom'],
    ['bernard', 'Bernard Usher'],
    ['clarita', 'Clarita Sho'],
    ['dorla', 'Dorla Gillett'],
  ] as const)
    await lab.person(username, ['archivist'], { unit: null, name })
  await lab.person('ar-director', ['director'], { unit: null, name: 'Ivette Moody' })
  await lab.person('ar-quality', ['quality-manager'], { unit: null, name: 'Norris Tut' })
}
export async function aBox(lab: Ground): Promise<{ id: string; number: string; barcode: string }> {
  await deskOf(lab)
  return lab.as('adela').do('archive.register-box', { title: 'Drugs 1998', years: '1998' })
}
export const aCover = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  numbers: ['DG 4471/98'],
  on: '1998-05',
  type: 'drugs',
  names: ['Marcelino Teul'],
  title: 'Possession, Pen Road',
  ...more,
})
export async function aFile(
  lab: Ground,
  more: Record<string, unknown> = {},
): Promise<{
  id: string
  number: string
  barcode: string
  box: { id: string; number: string; barcode: string }
}> {
  const box = await aBox(lab)
  const file = await lab.as('adela').do('archive.register-file', { box: box.id, ...aCover(more) })
  return { ...file, box }
}
export async function aRequest(lab: Ground): Promise<{ request: string; file: string }> {
  const file = await aFile(lab)
  const { id } = await lab.as('ar-quality').do('archive.request-scan', { file: file.id, purpose: 'court' })
  return { request: id, file: file.id }
}
/** An id that nothing bears. */
const nothing = '01890a5d-ac96-774b-bcce-0000000000a5'
export async function aBatch(
  lab: Ground,
  pages = 2,
): Promise<{ batch: string; number: string; file: string }> {
  const file = await aFile(lab)
  const { id, number } = await lab
    .as('adela')
    .do('archive.prepare-batch', { files: [{ file: file.id, pages }] })
  return { batch: id, number, file: file.id }
}
export const aKeying = (more: Record<string, readonly string[] | null> = {}): object[] =>
  Object.entries({
    'case-number': ['DG 4471/98'],
    'received-on': ['1998-05-14'],
    names: ['Marcelino Teul'],
    ...more,
  }).map(([field, values]) => (values ? { field, values } : { field, absent: 'illegible' }))
const onFile =
  (input: (file: Awaited<ReturnType<typeof aFile>>, lab: Ground) => unknown): Example =>
  async (lab: Ground) =>
    input(await aFile(lab), lab)

export const examples: Record<string, Example> = {
  'archive.register-box': async (lab: Ground) => (await deskOf(lab), { title: 'Drugs 1998' }),
  'archive.move-box': async (lab: Ground) => {
    const box = await aBox(lab)
    const { id } = await lab.arrange('evidence.define-location', {
      code: `AR-${box.number}`,
      name: 'Paper store',
      kind: 'room',
      unit: lab.units['lab'],
      keeps: ['ambient'],
    })
    return { box: box.id, place: id }
  },
  'archive.find-boxes': () => ({ limit: 20 }),
  'archive.get-box': async (lab: Ground) => ({ box: (await aBox(lab)).id }),
  'archive.box-labels': async (lab: Ground) => ({ box: (await aFile(lab)).box.id }),
  'archive.register-file': async (lab: Ground) => ({ box: (await aBox(lab)).id, ...aCover() }),
  'archive.file-inventory': () => ({ limit: 20 }),
  'archive.get-file': onFile((f) => ({ file: f.id })),
  'archive.propose-cases': onFile((f) => ({ file: f.id })),
  'archive.link-to-case': onFile(async (f, lab) => ({
    file: f.id,
    case: (await lab.arrange('cases.open-case', aCase())).id,
  })),
  'archive.move-file': onFile(async (f, lab) => ({ file: f.id, to: (await aBox(lab)).barcode })),
  'archive.check-out-file': onFile((f) => ({ file: f.id, due: '2027-01-15' })),
  'archive.return-file': onFile(async (f, lab) => {
    await lab.as('adela').do('archive.check-out-file', { file: f.id, due: '2027-01-15' })
    return { file: f.id }
  }),
  'archive.report-file-missing': onFile((f) => ({
    file: f.id,
    words: 'Not in its box nor in the ones beside it',
  })),
  'archive.change-tier': onFile((f) => ({ file: f.id, tier: 'a', words: 'Homicide by the notes inside' })),
  'archive.request-scan': onFile((f) => ({ file: f.id, purpose: 'court' })),
  'archive.scan-requests': () => ({ limit: 20 }),
  'archive.certify-search': async (lab: Ground) => ({
    request: (await aRequest(lab)).request,
    where: ['Shelf 3', 'Boxes of 1997 and 1999'],
  }),
  'archive.withdraw-request': async (lab: Ground) => ({
    request: (await aRequest(lab)).request,
    words: 'The hearing was called off',
  }),
  'archive.mark-sensitive': onFile((f) => ({ file: f.id, why: ['minor'] })),
  'archive.certify-copy': onFile((f) => ({ file: f.id })),
  'archive.archive-paper': async (lab: Ground) => {
    const { request } = await aRequest(lab)
    return { paper: (await lab.as('adela').do('archive.certify-search', { request, where: ['Shelf 3'] })).id }
  },
  'archive.progress': () => ({}),
  'archive.prepare-batch': onFile((f) => ({ files: [{ file: f.id, pages: 2 }] })),
  'archive.recount-file': async (lab: Ground) => {
    const { batch, file } = await aBatch(lab)
    return { batch, file, pages: 3, words: 'Two sheets were stuck together' }
  },
  'archive.print-separators': async (lab: Ground) => ({ batch: (await aBatch(lab)).batch }),
  'archive.batch-status': async (lab: Ground) => ({ batch: (await aBatch(lab)).batch }),
  'archive.reconcile-batch': async (lab: Ground) => ({ batch: (await aBatch(lab, 0)).batch }),
  'archive.find-batches': () => ({ limit: 20 }),
  'archive.stray-scans': () => ({}),
  'archive.receive-scans': async (lab: Ground) => {
    const { batch } = await aBatch(lab)
    const { body } = await lab.as('adela').upload(Buffer.from('no paper'), 'scan.pdf')
    return { batch, scans: [{ file: body.sha256 }] }
  },
  'archive.open-scan': () => ({ scan: nothing }),
  'archive.withdraw-scan': () => ({ scan: nothing, words: 'Fed twice' }),
  'archive.pages': onFile((f) => ({ file: f.id })),
  'archive.page': () => ({ page: nothing }),
  'archive.compare-places': () => ({ most: 10 }),
  'archive.heal-file': () => ({ healing: nothing }),
  'archive.healings': () => ({ limit: 20 }),
  'archive.read-again': onFile((f) => ({ file: f.id })),
  'archive.page-text': () => ({ page: nothing }),
  'archive.next-to-key': () => ({}),
  'archive.key-index': onFile((f) => ({ file: f.id, generation: 1, fields: aKeying() })),
  'archive.to-adjudicate': () => ({ limit: 20 }),
  'archive.adjudicate-index': onFile((f) => ({
    file: f.id,
    fields: [{ field: 'case-number', values: ['DG 4471/98'] }],
  })),
  'archive.correct-index': onFile((f) => ({
    file: f.id,
    value: { field: 'case-number', values: ['DG 4471/98'] },
    why: 'A seven, not a one',
  })),
  'archive.draw-lot': () => ({ kind: 'pages' }),
  'archive.inspect-lot': () => ({ lot: nothing, unit: nothing, good: true }),
  'archive.accept-lot': () => ({ lot: nothing }),
  'archive.reject-lot': () => ({ lot: nothing }),
  'archive.get-lot': () => ({ lot: nothing }),
  'archive.lot-quality': () => ({ limit: 20 }),
  'archive.search-pages': () => ({ q: 'DG 4471/98' }),
  'archive.authorise-destruction': onFile(async (f, lab) => ({
    files: [f.id],
    authority: 'Archives and Records Service',
    number: 'BARS 12/2026',
    on: '2026-10-01',
    document: (await lab.as('ar-director').upload(Buffer.from('authority'), 'authority.pdf')).body.sha256,
  })),
  'archive.record-destruction': () => ({
    disposal: nothing,
    method: 'shredding',
    witness: { person: nothing, pin: '246810' },
  }),
  'archive.transfer-records': () => ({
    disposal: nothing,
    witness: { person: nothing, pin: '246810' },
    receivedBy: 'The Archivist',
  }),
  'archive.find-disposals': () => ({ limit: 20 }),
  'archive.define-cold-place': () => ({
    label: `disk-${String(Math.floor(performance.now() * 1_000))}`,
    kind: 'folder',
    whereabouts: 'Safe of the registry',
    keeper: 'The registrar',
  }),
  'archive.move-to-cold': async (lab: Ground) => ({ batch: (await aBatch(lab)).batch, place: nothing }),
  'archive.record-move': async (lab: Ground) => ({
    batch: (await aBatch(lab)).batch,
    files: 1,
    bytes: 1,
    problem: null,
  }),
  'archive.ask-back': onFile((f) => ({ file: f.id, words: 'The court wants the original files' })),
  'archive.bring-back': async (lab: Ground) => ({ batch: (await aBatch(lab)).batch }),
  'archive.check-cold': () => ({ place: nothing }),
  'archive.cold-store': () => ({ limit: 20 }),
  'archive.photographs-kept': async (lab: Ground) => ({
    attendance: (await attended(lab as never, 'signed')).attendance,
  }),
  'archive.old-photographs': () => ({ limit: 20 }),
}
