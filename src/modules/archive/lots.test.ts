/** Stories of lots that meet other lots: files on the same scans, work that was done again in between, two who draw at once. */
import { expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { modules } from '../../app/modules.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { pile, slips } from '../../../test/made-scans.ts'
import { aFile, aKeying } from './examples.ts'

const desk = openDesk()
const { as, sent } = desk
const seen = async (file: string): Promise<Said> => (await as('adela').ask('archive.get-file', { file })).body
/** Files of one page each, all on one scan; answers them in their order. */
async function together(n: number): Promise<{ batch: string; files: { id: string; number: string }[] }> {
  const files = []
  for (let i = 0; i < n; i += 1) files.push(await aFile(desk.lab as never, { type: null, on: '1990' }))
  const { id: batch } = await as('adela').do('archive.prepare-batch', {
    files: files.map((f) => ({ file: f.id, pages: 1 })),
  })
  const { sheets } = (await as('adela').ask('archive.batch-status', { batch })).body
  await sent(
    batch,
    pile(sheets.flatMap((s: Said) => [s.code as string, [`Only page of ${s.file as string}`]])),
  )
  await as('adela').do('archive.reconcile-batch', { batch })
  return { batch, files }
}
async function more(file: string, pages: number): Promise<string> {
  const { id } = await as('adela').do('archive.prepare-batch', { files: [{ file, pages }] })
  await sent(id, slips(Array.from({ length: pages }, (_, i) => `Later page ${i} of ${file}`)))
  return id
}
async function keyed(file: string): Promise<void> {
  const { generation } = (await as('adela').ask('archive.next-to-key', { file })).body.file
  for (const who of ['adela', 'bernard'])
    await as(who).do('archive.key-index', { file, generation, fields: aKeying() })
}
const draw = (kind: string, files = 500): Promise<Said> => as('dorla').do('archive.draw-lot', { kind, files })
async function looked(lot: string, good: boolean): Promise<void> {
  const { units, kind } = (await as('dorla').ask('archive.get-lot', { lot })).body
  const fault = kind === 'pages' ? 'unreadable' : 'wrong-value'
  for (const unit of units)
    await as('dorla').do('archive.inspect-lot', { lot, unit: unit.id, good, ...(good ? {} : { fault }) })
}
async function accepted(kind: string, files = 500): Promise<void> {
  const lot = await draw(kind, files)
  await looked(lot.id, true)
  await as('dorla').do('archive.accept-lot', { lot: lot.id })
}
async function mayBeDestroyed(file: string): Promise<string> {
  const { body: document } = await as('ar-director').upload(Buffer.from('authority'), 'authority.pdf')
  const { status, body } = await as('ar-director').tell(
    'archive.authorise-destruction',
    { files: [file], authority: 'Archives', number: 'A 1', on: '2026-10-01', document: document.sha256 },
    { stepUp: true },
  )
  return status === 200 ? 'yes' : body.code
}

test('a lost lot takes with it whatever stands on the same scans: what has no page is neither accepted nor destroyed', {
  timeout: LONG,
}, async () => {
  const { batch, files } = await together(2)
  const [a, b] = files.map((f) => f.id) as [string, string]
  await accepted('pages', 1)
  await keyed(a)
  await accepted('index')
  expect((await seen(a)).stage).toBe('accepted')
  // The other file stands on the same scan and nobody looked at it yet.
  expect(await mayBeDestroyed(a)).toBe('archive.scanned-beside')
  const lot = await draw('pages')
  expect(lot.size).toBe(1)
  await looked(lot.id, false)
  await as('dorla').do('archive.reject-lot', { lot: lot.id, words: 'Out of focus' })
  for (const file of [a, b]) expect(await seen(file)).toMatchObject({ stage: 'prepared', pages: 0 })
  expect(await mayBeDestroyed(a)).toBe('archive.being-scanned')
  // What must be scanned again is on the list of what is to do, and is received when it came.
  const open = async (): Promise<Said> =>
    (await as('adela').ask('archive.find-batches', { state: 'open' })).body.items.find(
      (one: Said) => one.id === batch,
    )
  expect((await open())?.state).toBe('rejected')
  const { sheets } = (await as('adela').ask('archive.batch-status', { batch })).body
  await sent(
    batch,
    pile(sheets.flatMap((s: Said) => [s.code as string, [`Sharper page of ${s.file as string}`]])),
  )
  expect((await open())?.state).toBe('received')
  await as('adela').do('archive.reconcile-batch', { batch })
  for (const file of [a, b]) expect(await seen(file)).toMatchObject({ stage: 'captured', pages: 1 })
})

test('a lot says nothing of what was scanned after it was drawn, nor of a batch that is still open', {
  timeout: LONG,
}, async () => {
  await accepted('pages')
  const { files } = await together(1)
  const file = files[0]?.id ?? ''
  await more(file, 1)
  const old = await draw('pages')
  expect(old.size).toBe(1)
  const late = await more(file, 1)
  await as('adela').do('archive.reconcile-batch', { batch: late })
  await keyed(file)
  await accepted('index')
  await looked(old.id, true)
  await as('dorla').do('archive.accept-lot', { lot: old.id })
  // Its later page was in no lot: the file waits for it.
  expect((await seen(file)).stage).toBe('indexed')
})

test('who decided a value looks over no lot of it; of two who draw at once one finds nothing left', {
  timeout: LONG,
}, async () => {
  const { files } = await together(1)
  const file = files[0]?.id ?? ''
  const { generation } = (await as('adela').ask('archive.next-to-key', { file })).body.file
  await as('adela').do('archive.key-index', { file, generation, fields: aKeying() })
  await as('bernard').do('archive.key-index', {
    file,
    generation,
    fields: aKeying({ 'received-on': ['1998-05-15'] }),
  })
  await as('clarita').do('archive.adjudicate-index', {
    file,
    fields: [{ field: 'received-on', values: ['1998-05-14'] }],
  })
  const both = await Promise.all(
    ['dorla', 'ar-quality'].map((who) => as(who).tell('archive.draw-lot', { kind: 'index', files: 500 })),
  )
  expect(both.map((r) => r.status).toSorted()).toEqual([200, 409])
  const lot = both.find((r) => r.status === 200)?.body.id
  const { units } = (await as('dorla').ask('archive.get-lot', { lot })).body
  expect(
    (await as('clarita').tell('archive.inspect-lot', { lot, unit: units[0].id, good: true })).body.code,
  ).toBe('archive.own-work')
})

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(desk.lab.ground, modules, {})).problems).toEqual([])
})
