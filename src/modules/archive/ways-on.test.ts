/** Stories of ways on: whatever went wrong with paper, a scan, a request or a list, somebody can go on from there. */
import { expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { aCase } from '#modules/cases/examples.ts'
import { modules } from '../../app/modules.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { engineFor, pile, slips } from '../../../test/made-scans.ts'
import { aFile, aKeying, aRequest } from './examples.ts'
import { readPages } from './pages/reading-pages.ts'

const desk = openDesk()
const { as, sent } = desk
const status = async (batch: string): Promise<Said> =>
  (await as('adela').ask('archive.batch-status', { batch })).body
const captured = (pages = 1, more: Record<string, unknown> = {}) =>
  desk.captured(
    Array.from({ length: pages }, (_, i) => `Page ${i}`),
    more,
  )

test('a scan that came without its batch and is set aside stops the batch that its sheets name', {
  timeout: LONG,
}, async () => {
  const [a, b] = [await aFile(desk.lab as never), await aFile(desk.lab as never)]
  const { id: batch } = await as('adela').do('archive.prepare-batch', {
    files: [
      { file: a.id, pages: 1 },
      { file: b.id, pages: 0 },
    ],
  })
  const [cover] = (await status(batch)).sheets.map((s: Said) => s.code) as string[]
  await sent(null, pile([cover ?? '', ['The page of the file']]), 'whole.pdf')
  // Somebody's page lies before any cover.
  await sent(null, pile([['Whose page is this'], cover ?? '']), 'stray.pdf')
  expect(await status(batch)).toMatchObject({ quarantined: 1 })
  const stopped = await as('adela').tell('archive.reconcile-batch', { batch }, { stepUp: true })
  expect(stopped.body.code).toBe('archive.scans-damaged')
  const torn = (await status(batch)).scans.find((s: Said) => s.state === 'quarantined')
  await as('adela').do('archive.withdraw-scan', { scan: torn.id, words: 'Fed without its cover' })
  await as('adela').do('archive.reconcile-batch', { batch })
})

test('what was withdrawn by mistake is sent again, byte for byte', { timeout: LONG }, async () => {
  const f = await aFile(desk.lab as never)
  const { id: batch } = await as('adela').do('archive.prepare-batch', { files: [{ file: f.id, pages: 1 }] })
  const bytes = slips([`One page of ${f.number}`])
  const { scans } = await sent(batch, bytes)
  expect(await sent(batch, bytes)).toMatchObject({ received: 0, known: 1 })
  await as('adela').do('archive.withdraw-scan', { scan: scans[0], words: 'The wrong one of two' })
  expect(await sent(batch, bytes)).toMatchObject({ received: 1, known: 0 })
  expect((await status(batch)).perFile[0]).toMatchObject({ counted: 1, scanned: 1 })
  await as('adela').do('archive.reconcile-batch', { batch })
})

test('a copy says of how many pages it is a part, and a page that is none of the file is not left out in silence', {
  timeout: LONG,
}, async () => {
  const [one, other] = [await captured(3), await captured()]
  const pagesOf = async (file: string): Promise<string[]> =>
    (await as('adela').ask('archive.pages', { file })).body.items.map((p: Said) => p.id)
  const [, , last] = await pagesOf(one.file)
  const [foreign] = await pagesOf(other.file)
  await as('adela').do('archive.mark-sensitive', { file: one.file, why: [] })
  const wrong = await as('adela').tell(
    'archive.certify-copy',
    { file: one.file, pages: [last, foreign] },
    { stepUp: true },
  )
  expect([wrong.status, wrong.body.code]).toEqual([409, 'archive.page-not-there'])
  const part = await as('adela').do('archive.certify-copy', { file: one.file, pages: [last] })
  const { twin } = await desk.lab.db.direct.one<{ twin: string }>(
    sql`select pages::text as twin from archive.paper where id = ${part.id}`,
  )
  expect(twin).toBe('1')
})

test('what was agreed to leave and can not any more is let go again', { timeout: LONG }, async () => {
  const f = await aFile(desk.lab as never, { type: null, on: '1990' })
  const { body: document } = await as('ar-director').upload(Buffer.from('authority'), 'authority.pdf')
  const ask = {
    action: 'transfer',
    files: [f.id],
    authority: 'Archives',
    number: 'A 3',
    on: '2026-10-01',
    document: document.sha256,
  }
  const d = await as('ar-director').do('archive.authorise-destruction', ask)
  await as('ar-quality').do('archive.authorise-destruction', { disposal: d.id })
  const refused = await as('ar-quality').do('archive.authorise-destruction', {
    disposal: d.id,
    refuse: true,
    words: 'A court asked for the file',
  })
  expect(refused.state).toBe('refused')
  await as('ar-director').do('archive.authorise-destruction', ask)
})

test('a file that went missing after it was found ends its request with a certificate, and a request that nobody needs is taken back', {
  timeout: LONG,
}, async () => {
  const { request, file } = await aRequest(desk.lab as never)
  await as('adela').do('archive.check-out-file', { file, due: '2026-12-01', request })
  await as('adela').do('archive.report-file-missing', { file, words: 'Not on the table either' })
  const paper = await as('adela').do('archive.certify-search', { request, where: ['The table'] })
  expect(paper.number).toMatch(/^AP-/)
  const again = await aRequest(desk.lab as never)
  await as('adela').do('archive.check-out-file', {
    file: again.file,
    due: '2026-12-01',
    request: again.request,
  })
  expect(
    (await as('bernard').tell('archive.withdraw-request', { request: again.request, words: 'No' })).status,
  ).toBe(200)
  const [line] = (await as('adela').ask('archive.scan-requests', { state: 'ended', file: again.file })).body
    .items
  expect(line).toMatchObject({ state: 'withdrawn', ended: true, late: false })
})

test('a day that is none is not keyed; a field that came in between goes to a third, one that ended stops nobody', {
  timeout: LONG,
}, async () => {
  const { file } = await captured()
  const key = (who: string, fields: object[]): Promise<Said> =>
    as(who).tell('archive.key-index', { file, generation: 1, fields })
  expect((await key('adela', aKeying({ 'received-on': ['1998-02-31'] }))).body.code).toBe(
    'archive.field-unfit-date',
  )
  await key('adela', aKeying())
  await desk.lab.arrange('catalogue.define-code', {
    list: 'archive-field',
    code: 'court',
    en: 'Court',
    es: 'Tribunal',
    data: { kind: 'text' },
  })
  const more = [...aKeying({ 'received-on': null }), { field: 'court', values: ['Belmopan'] }]
  expect((await key('bernard', more)).body.differs.toSorted()).toEqual(['court', 'received-on'])
  const [waiting] = (await as('clarita').ask('archive.to-adjudicate', { file })).body.items
  expect(waiting.fields.find((x: Said) => x.field.code === 'court')).toMatchObject({
    second: { values: ['Belmopan'] },
  })
  await desk.lab.arrange('catalogue.retire-code', { list: 'archive-field', code: 'court', on: '2026-11-02' })
  const { body } = await as('clarita').tell('archive.adjudicate-index', {
    file,
    fields: [
      { field: 'received-on', values: ['1998-05-14'] },
      { field: 'court', values: ['Belmopan'] },
    ],
  })
  expect(body).toMatchObject({ left: 0 })
  expect((await as('adela').ask('archive.get-file', { file })).body.stage).toBe('indexed')
})

test('whoever passes over files to key comes to the third and does not go back and forth between two', {
  timeout: LONG,
}, async () => {
  for (let i = 0; i < 3; i += 1) await captured()
  const passed: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const { body } = await as('dorla').ask('archive.next-to-key', passed.length > 0 ? { skip: passed } : {})
    passed.push(body.file.id)
  }
  expect(new Set(passed).size).toBe(3)
})

test('pages that could not be read are read again when somebody says so', { timeout: LONG }, async () => {
  const { file, batch } = await captured()
  await readPages(desk.lab.ground, async () => ({ problem: 'The engine is not there' }))
  const state = async (): Promise<string> =>
    (await as('adela').ask('archive.pages', { file })).body.items[0].state
  expect(await state()).toBe('quarantined')
  expect(await as('adela').do('archive.read-again', { batch })).toMatchObject({ pages: 1 })
  expect(await state()).toBe('waiting')
  await readPages(desk.lab.ground, engineFor('Now it is read'))
  expect(await state()).toBe('read')
})

test('years are counted from the day on which the case was closed, not from an old cover', {
  timeout: LONG,
}, async () => {
  const { file } = await captured(1, { type: null, on: '1990' })
  const c = await desk.lab.arrange('cases.open-case', aCase())
  await as('adela').do('archive.link-to-case', { file, case: c.id })
  await desk.lab.arrange('cases.close-case', { case: c.id })
  const { body: document } = await as('ar-director').upload(Buffer.from('authority'), 'authority.pdf')
  const { body } = await as('ar-director').tell(
    'archive.authorise-destruction',
    { files: [file], authority: 'Archives', number: 'A 4', on: '2026-10-01', document: document.sha256 },
    { stepUp: true },
  )
  expect(body.code).toBe('archive.too-young')
})

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(desk.lab.ground, modules, {})).problems).toEqual([])
})
