/** Stories of need to know: what a sealed case, a withdrawn scan and a page that nobody may see do not tell. */
import { expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { aCase } from '#modules/cases/examples.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { engineFor } from '../../../test/made-scans.ts'
import { aFile } from './examples.ts'
import { readPages } from './pages/reading-pages.ts'

const desk = openDesk(async (lab) => {
  await lab.person('damion', ['officer'], { unit: lab.units.policeDangriga, name: 'Damion Palacio' })
})
const { as, pagesOf } = desk
async function scanned(file: string, line: string): Promise<{ batch: string; page: string }> {
  const { batch } = await desk.scanned([line], { id: file })
  await readPages(desk.lab.ground, engineFor(line))
  const [page] = await pagesOf(file)
  return { batch, page: page.id }
}
const seal = (c: string): Promise<Said> =>
  desk.lab.arrange('cases.seal-case', {
    case: c,
    authority: 'Order 4 of 2026',
    people: [desk.lab.people.get('damion')?.id],
  })

test('of a sealed case neither the copy of its paper, nor who asked for it, nor what was said of the two is told', {
  timeout: LONG,
}, async () => {
  const f = await aFile(desk.lab as never)
  const other = await aFile(desk.lab as never)
  const c = await desk.lab.arrange('cases.open-case', aCase())
  const { batch } = await scanned(f.id, 'Statement of a witness')
  await as('adela').do('archive.reconcile-batch', { batch })
  const { id: request } = await as('ar-quality').do('archive.request-scan', { file: f.id, purpose: 'court' })
  await as('adela').do('archive.mark-sensitive', { file: f.id, why: [] })
  const copy = await as('adela').do('archive.certify-copy', { file: f.id })
  await as('adela').do('archive.link-to-case', { file: other.id, case: c.id, verdict: 'not-sure' })
  await as('adela').do('archive.link-to-case', { file: f.id, case: c.id })
  const fetched = async (): Promise<number> =>
    (await as('adela').file('archive.archive-paper', { paper: copy.id })).status
  const asked = async (): Promise<string[]> =>
    (await as('adela').ask('archive.scan-requests', { state: 'all' })).body.items.map((r: Said) => r.id)
  const links = async (): Promise<Said[]> =>
    (await as('adela').ask('archive.get-file', { file: other.id })).body.links
  expect([await fetched(), (await asked()).includes(request), (await links()).length]).toEqual([200, true, 1])
  await seal(c.id)
  expect([await fetched(), (await asked()).includes(request), (await links()).length]).toEqual([
    404,
    false,
    0,
  ])
})

test('what shall leave names no paper of a sealed case, and nobody says yes to what they do not see', {
  timeout: LONG,
}, async () => {
  const f = await aFile(desk.lab as never, { type: null, on: '1990', title: 'The matter of a name' })
  const { body: document } = await as('ar-director').upload(Buffer.from('authority'), 'authority.pdf')
  const d = await as('ar-director').do('archive.authorise-destruction', {
    action: 'transfer',
    files: [f.id],
    authority: 'Archives',
    number: 'A 2',
    on: '2026-10-01',
    document: document.sha256,
  })
  const c = await desk.lab.arrange('cases.open-case', aCase())
  await as('adela').do('archive.link-to-case', { file: f.id, case: c.id })
  await seal(c.id)
  const { body } = await as('adela').ask('archive.find-disposals')
  const line = body.items.find((one: Said) => one.id === d.id)
  expect([line.files, line.unseen]).toEqual([[], 1])
  const agreed = await as('ar-quality').tell(
    'archive.authorise-destruction',
    { disposal: d.id },
    { stepUp: true },
  )
  expect(agreed.status).toBe(404)
})

test('words of pages that a reader may not see are no help to them', { timeout: LONG }, async () => {
  const [open, hidden] = [await aFile(desk.lab as never), await aFile(desk.lab as never)]
  await scanned(open.id, 'Zacapalitad was seen there')
  await scanned(hidden.id, 'Zacapalitab was seen there')
  const c = await desk.lab.arrange('cases.open-case', aCase())
  await as('adela').do('archive.link-to-case', { file: hidden.id, case: c.id })
  const also = async (more: object = {}): Promise<string[]> =>
    (await as('adela').ask('archive.search-pages', { q: 'Zacapalitam', ...more })).body.also
  expect(await also()).toEqual(expect.arrayContaining(['zacapalitad', 'zacapalitab']))
  await seal(c.id)
  expect(await also()).toEqual(['zacapalitad'])
  // Nor by asking for the fourth way behind its last page.
  expect(await also({ cursor: '3|00000000-0000-7000-8000-000000000000' })).toEqual([])
})

test('a page of a scan that was withdrawn is shown to nobody outside', { timeout: LONG }, async () => {
  const f = await aFile(desk.lab as never)
  const c = await desk.lab.arrange('cases.open-case', aCase())
  await desk.lab.arrange('cases.give-access', { case: c.id, principal: desk.lab.people.get('damion')?.id })
  await as('adela').do('archive.link-to-case', { file: f.id, case: c.id })
  const { page } = await scanned(f.id, 'A page of another matter')
  await as('adela').do('archive.mark-sensitive', { file: f.id, why: [] })
  const shown = async (): Promise<number> => (await as('damion').file('archive.page', { page })).status
  expect(await shown()).toBe(200)
  const { scan } = await desk.lab.db.direct.one<{ scan: string }>(
    sql`select scan from archive.page where id = ${page}`,
  )
  await as('adela').do('archive.withdraw-scan', { scan, words: 'Laid into the wrong file' })
  expect(await shown()).toBe(404)
})

test('why a file is guarded is known to our own people alone; what is guarded no longer is found by its names again', {
  timeout: LONG,
}, async () => {
  const f = await aFile(desk.lab as never, { names: ['Florentino Xicay'] })
  const found = async (): Promise<boolean> =>
    JSON.stringify((await as('adela').ask('cases.find-anything', { q: 'Xicay' })).body).includes(f.number)
  const marked = (why: string[]): Promise<Said> =>
    as('adela').do('archive.mark-sensitive', { file: f.id, why })
  expect(await found()).toBe(true)
  await marked(['minor'])
  expect(await found()).toBe(false)
  await marked([])
  expect(await found()).toBe(true)
  const c = await desk.lab.arrange('cases.open-case', aCase())
  await desk.lab.arrange('cases.give-access', { case: c.id, principal: desk.lab.people.get('damion')?.id })
  await as('adela').do('archive.link-to-case', { file: f.id, case: c.id })
  await marked(['minor'])
  const { body } = await as('damion').ask('archive.get-file', { file: f.id })
  expect([body.guarded, body.sensitive]).toEqual([true, []])
  const [line] = (await as('damion').ask('archive.file-inventory', { case: c.id })).body.items
  expect(line.sensitive).toEqual([])
})
