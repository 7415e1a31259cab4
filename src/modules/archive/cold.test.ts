/** Stories of masters that leave the online store and come back: nothing leaves unread, what is away says where, and what was swapped is told. */
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { folderFiles, keyOf } from '#platform/files.ts'
import { sql } from '#platform/sql.ts'
import { copyTo, inTwoPlaces } from '#platform/two-places.ts'
import { verifyFiles } from '../../app/verify-files.ts'
import { modules } from '../../app/modules.ts'
import { LONG, openDesk } from '../../../test/archive-desk.ts'
import type { Said } from '../../../test/lab.ts'
import { engineFor } from '../../../test/made-scans.ts'
import { checkColdStores, moveMasters } from './pages/cooling.ts'
import { readPages } from './pages/reading-pages.ts'

const desk = openDesk()
const { as, pagesOf } = desk
const say = async (operation: string, input: object): Promise<Said> =>
  (await as('adela').tell(operation, input, { stepUp: true })).body
async function captured(): Promise<{ file: string; batch: string; page: string; files: string[] }> {
  const { file, batch, scan } = await desk.captured(['One', 'Two'])
  const pages = await pagesOf(file)
  return { file, batch, page: pages[0].id, files: [scan, ...pages.map((p) => p.sha256)] }
}
const online = async (files: readonly string[]): Promise<boolean[]> =>
  Promise.all(files.map((sha256) => desk.lab.ground.files.has(sha256)))
const place = async (label: string, kind = 'folder'): Promise<string> =>
  (
    await as('adela').do('archive.define-cold-place', {
      label,
      kind,
      whereabouts: 'Safe of the registry',
      keeper: 'Adela Cocom',
    })
  ).id
const shown = (page: string, size: string) => as('adela').file('archive.page', { page, size })

test('N8 masters go to a cold store and come back; text, reading copies and search stay, and each page says where its master is', {
  timeout: LONG,
}, async () => {
  const b = await captured()
  const disk = await place('shelf-1')
  expect((await say('archive.move-to-cold', { batch: b.batch, place: disk })).code).toBe(
    'archive.cold-unread',
  )
  await readPages(desk.lab.ground, engineFor('Evaristo Muschamp signed here'))
  await as('adela').do('archive.move-to-cold', { batch: b.batch, place: disk })
  // Ordered, and nothing has left yet.
  expect(await online(b.files)).toEqual([true, true, true])
  await moveMasters(desk.lab.ground)
  expect(await online(b.files)).toEqual([false, false, false])
  const [line] = (await as('adela').ask('archive.cold-store')).body.items
  expect(line).toMatchObject({ id: b.batch, label: 'shelf-1', state: 'cold', files: 3 })
  for (const size of ['small', 'screen'])
    expect((await shown(b.page, size)).headers.get('content-type')).toBe('image/webp')
  expect((await as('adela').ask('archive.search-pages', { q: 'Muschamp' })).body.total).toBeGreaterThan(0)
  const away = await shown(b.page, 'original')
  expect(away.status).toBe(409)
  expect(away.bytes.toString()).toContain('shelf-1')
  expect(away.bytes.toString()).toContain('Adela Cocom')
  expect((await as('adela').ask('archive.get-file', { file: b.file })).body.cold).toEqual([
    { label: 'shelf-1', whereabouts: 'Safe of the registry', keeper: 'Adela Cocom', state: 'cold' },
  ])
  await as('adela').do('archive.mark-sensitive', { file: b.file, why: [] })
  expect((await say('archive.certify-copy', { file: b.file })).code).toBe('archive.page-cold')
  // Verification of the whole house does not miss what is away by intent.
  expect((await verifyFiles(desk.lab.ground)).problems).toEqual([])
  await as('ar-quality').do('archive.ask-back', { file: b.file, words: 'The court wants to see the files' })
  const [asked] = (await as('adela').ask('archive.cold-store', { state: 'asked-back' })).body.items
  expect(asked).toMatchObject({ words: 'The court wants to see the files', by: 'Norris Tut' })
  await as('adela').do('archive.bring-back', { batch: b.batch })
  await moveMasters(desk.lab.ground)
  expect(await online(b.files)).toEqual([true, true, true])
  expect((await shown(b.page, 'original')).status).toBe(200)
  const steps = await desk.lab.db.direct.many<{ kind: string }>(
    sql`select kind from archive.cold_step where batch = ${b.batch} order by seq`,
  )
  expect(steps.map((s) => s.kind)).toEqual(['ordered', 'gone', 'asked-back', 'ordered-back', 'back'])
})

test('N8 a disk that is not in takes nothing; a copy that does not hold keeps its master online; what is swapped in the cold is named and does not come back', {
  timeout: LONG,
}, async () => {
  const b = await captured()
  await readPages(desk.lab.ground, engineFor('A page of the second batch'))
  const disk = await place('disk-2026-01', 'medium')
  const order = { batch: b.batch, place: disk }
  expect((await say('archive.move-to-cold', order)).code).toBe('archive.medium-not-there')
  const root = join(desk.lab.folder, 'cold', 'disk-2026-01')
  // Something stands there under the name of the first file that is not it.
  const [first = ''] = b.files.toSorted()
  await mkdir(join(root, keyOf(first), '..'), { recursive: true })
  await writeFile(join(root, keyOf(first)), 'not the file')
  await as('adela').do('archive.move-to-cold', order)
  await moveMasters(desk.lab.ground)
  expect(await online(b.files)).toEqual([true, true, true])
  const [failed] = (await as('adela').ask('archive.cold-store', { state: 'all' })).body.items.filter(
    (l: Said) => l.id === b.batch,
  )
  expect(failed.state).toBe('online')
  expect(failed.words).toBeTruthy()
  // A person takes the stranger away; then all goes.
  await import('node:fs/promises').then(({ rm }) => rm(join(root, keyOf(first))))
  await as('adela').do('archive.move-to-cold', order)
  await moveMasters(desk.lab.ground)
  expect(await online(b.files)).toEqual([false, false, false])
  expect(await as('adela').do('archive.check-cold', { place: disk })).toMatchObject({ checked: 3, wrong: [] })
  await chmod(join(root, keyOf(first)), 0o600)
  await writeFile(join(root, keyOf(first)), 'swapped in the safe')
  await checkColdStores(desk.lab.ground)
  const { places } = (await as('adela').ask('archive.cold-store')).body
  expect(places.find((p: Said) => p.label === 'disk-2026-01')).toMatchObject({ wrong: 1, there: true })
  await as('adela').do('archive.bring-back', { batch: b.batch })
  await moveMasters(desk.lab.ground)
  const [still] = (await as('adela').ask('archive.cold-store')).body.items.filter(
    (l: Said) => l.id === b.batch,
  )
  expect(still.state).toBe('cold')
  expect((await readdir(root)).length).toBeGreaterThan(0)
})

test('N8 J11 with a second place of files a master leaves the near one alone; counting both neither misses it nor fetches it back', {
  timeout: LONG,
}, async () => {
  const near = desk.lab.ground.files
  const far = folderFiles(join(desk.lab.folder, 'second'))
  const files = inTwoPlaces(near, far, () => Date.now())
  Object.assign(desk.lab.ground, { files })
  try {
    const b = await captured()
    await readPages(desk.lab.ground, engineFor('A page of the third batch'))
    const disk = await place('shelf-3')
    // One of them is not in the second place: it stays near by, whatever the cold store holds.
    const [last = ''] = b.files.toSorted()
    await far.destroy(last)
    await as('adela').do('archive.move-to-cold', { batch: b.batch, place: disk })
    await moveMasters(desk.lab.ground)
    expect(await online(b.files)).toEqual(b.files.map((f) => f === last))
    await copyTo(far, near, last)
    await moveMasters(desk.lab.ground)
    expect(await online(b.files)).toEqual([false, false, false])
    expect(await Promise.all(b.files.map((f) => far.has(f)))).toEqual([true, true, true])
    const { wrong } = await as('ar-quality').do('archive.compare-places', { heal: true, most: 5000 })
    expect(wrong.filter((w: Said) => b.files.includes(w.sha256))).toEqual([])
    expect(await online(b.files)).toEqual([false, false, false])
    await as('adela').do('archive.bring-back', { batch: b.batch })
    await moveMasters(desk.lab.ground)
    expect(await online(b.files)).toEqual([true, true, true])
  } finally {
    Object.assign(desk.lab.ground, { files: near })
  }
})

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(desk.lab.ground, modules, {})).problems).toEqual([])
})
