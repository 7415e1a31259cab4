/** Stories of files in S3-compatible stores, as second place, as both places, and as cold store: what is broken is told and healed, and a store that goes down loses nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { type Files, folderFiles } from '#platform/files.ts'
import { copyFiles, placesState } from '#platform/second-place.ts'
import { sql } from '#platform/sql.ts'
import { inTwoPlaces } from '#platform/two-places.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { type MadeStore, openS3 } from '../../../test/s3.ts'
import { engineFor, slips } from '../../../test/made-scans.ts'
import { aFile, deskOf } from './examples.ts'
import { checkColdStores, moveMasters } from './pages/cooling.ts'
import { healFiles } from './pages/healing.ts'
import { openScans } from './pages/opening-scans.ts'
import { readPages } from './pages/reading-pages.ts'

const LONG = 180_000
let lab: Lab
let folder: string
let online: Files
let clock = 0
let store: MadeStore
beforeAll(async () => {
  lab = await openLab()
  folder = await mkdtemp(join(tmpdir(), 'custodia-buckets-'))
  online = lab.ground.files
  store = await openS3(folder, 'far')
  await deskOf(lab as never)
}, LONG)
afterAll(async () => {
  await store?.down()
  await lab?.close()
  await rm(folder, { recursive: true, force: true })
})
const adela = () => lab.as('adela')
const quality = () => lab.as('ar-quality')
const send = async (text: string): Promise<string> =>
  (await adela().upload(Buffer.from(text), 'f.txt')).body.sha256

describe.each([
  ['a folder and a bucket', async (): Promise<Files> => folderFiles(join(folder, 'near'))],
  ['two buckets', async (): Promise<Files> => (nearStore = await openS3(folder, 'near-bucket')).files],
])('files in %s', (kind, open) => {
  let near: Files
  const far = () => store.files
  beforeAll(async () => {
    near = await open()
    Object.assign(lab.ground, { files: inTwoPlaces(near, far(), () => clock) })
  })
  afterAll(async () => {
    Object.assign(lab.ground, { files: online })
    await nearStore?.down()
  })

  test(`J11 ${kind}: written to both; while the second is down work goes on, says so, and is made up for`, async () => {
    clock += 120_000
    const first = await send(`one ${kind}`)
    expect([await near.has(first), await far().has(first)]).toEqual([true, true])
    await store.down()
    const second = await send(`two ${kind}`)
    expect(await near.has(second)).toBe(true)
    await copyFiles(lab.ground)
    expect((await placesState(lab.ground)).fault).toBe('ECONNREFUSED')
    const told = await quality().tell('archive.compare-places', { most: 5000 }, { stepUp: true })
    expect([told.status, told.body.code]).toEqual([503, 'file-store-silent'])
    expect(told.body.detail).toContain('ECONNREFUSED')
    await store.up()
    await copyFiles(lab.ground)
    expect([await far().has(second), (await placesState(lab.ground)).fault]).toEqual([true, null])
  })

  test(`J11 ${kind}: an object that was swapped and one that is missing are named and healed, also when the store goes down in the midst`, async () => {
    clock += 120_000
    const files: string[] = []
    for (let n = 0; n < 4; n += 1) files.push(await send(`${n} of ${kind}`))
    await copyFiles(lab.ground)
    const [swapped = '', missing = ''] = files
    await store.spoil(swapped, 'something else')
    for (const sha256 of files.slice(1)) await store.spoil(sha256)
    const wrong = (await quality().do('archive.compare-places', { heal: true, most: 5000 })).wrong.filter(
      (w: Said) => files.includes(w.sha256),
    )
    expect(Object.fromEntries(wrong.map((w: Said) => [w.sha256, w.far]))).toEqual({
      [swapped]: 'changed',
      ...Object.fromEntries(files.slice(1).map((sha256) => [sha256, 'missing'])),
    })
    store.downAfter(1, 'PUT')
    await healFiles(lab.ground)
    const open = async (): Promise<Said[]> =>
      (await quality().ask('archive.healings', { state: 'open', limit: 200 })).body.items.filter((h: Said) =>
        files.includes(h.sha256),
      )
    // One is healed and said to be; the others wait, and nothing is said of them that is not so.
    expect((await open()).length).toBe(3)
    await store.up()
    await healFiles(lab.ground)
    expect(await open()).toEqual([])
    for (const [n, sha256] of files.entries())
      expect((await far().read(sha256)).toString()).toBe(`${n} of ${kind}`)
    expect(await far().has(missing)).toBe(true)
    expect(
      (await quality().do('archive.compare-places', { most: 5000 })).wrong.filter((w: Said) =>
        files.includes(w.sha256),
      ),
    ).toEqual([])
  })
})
let nearStore: MadeStore | undefined

describe('a cold store in a bucket', () => {
  let place: string
  let batch: string
  let files: string[]
  beforeAll(async () => {
    Object.assign(lab.ground, { cold: store.cold })
    const f = await aFile(lab as never)
    ;({ id: batch } = await adela().do('archive.prepare-batch', { files: [{ file: f.id, pages: 2 }] }))
    const { body } = await adela().upload(slips([`One of ${f.number}`, `Two of ${f.number}`]), 'slip.pdf')
    await adela().do('archive.receive-scans', { batch, scans: [{ file: body.sha256 }] })
    await openScans(lab.ground)
    await adela().do('archive.reconcile-batch', { batch })
    await readPages(lab.ground, engineFor('A page'))
    const pages: Said[] = (await adela().ask('archive.pages', { file: f.id })).body.items
    files = [body.sha256, ...pages.map((p) => p.sha256)].toSorted()
    place = (
      await adela().do('archive.define-cold-place', {
        label: 'bucket-1',
        kind: 'folder',
        whereabouts: 'Second site',
        keeper: 'Adela Cocom',
      })
    ).id
  }, LONG)
  const here = (): Promise<boolean[]> => Promise.all(files.map((sha256) => online.has(sha256)))
  const line = async (): Promise<Said> =>
    (await adela().ask('archive.cold-store', { state: 'all' })).body.items.find((l: Said) => l.id === batch)

  test('N8 masters go into it; it goes down in the midst, nothing leaves, and the next run goes on', {
    timeout: LONG,
  }, async () => {
    await adela().do('archive.move-to-cold', { batch, place })
    store.downAfter(1, 'PUT')
    await moveMasters(lab.ground)
    expect([(await line()).state, await here()]).toEqual(['leaving', [true, true, true]])
    expect((await adela().ask('archive.cold-store')).body.places[0].there).toBe(false)
    await store.up()
    await moveMasters(lab.ground)
    expect([(await line()).state, await here()]).toEqual(['cold', [false, false, false]])
  })

  test('N8 a bucket that is down says nothing of its files; one that was swapped and one that is missing are named, and do not come back', {
    timeout: LONG,
  }, async () => {
    const [swapped = '', missing = '', whole = ''] = files
    await store.down()
    const told = await adela().tell('archive.check-cold', { place })
    expect([told.status, told.body.code]).toEqual([503, 'file-store-silent'])
    await checkColdStores(lab.ground)
    const counts = await lab.db.direct.many(sql`select 1 from archive.cold_check where place = ${place}`)
    expect(counts).toEqual([])
    await adela().do('archive.bring-back', { batch })
    await moveMasters(lab.ground)
    expect((await line()).state).toBe('coming-back')
    await store.up()
    const cold = store.cold.of('bucket-1')
    const bytes = new Map<string, Buffer>()
    for (const sha256 of files) bytes.set(sha256, await cold.read(sha256))
    await store.spoil(swapped, 'swapped far away')
    await store.spoil(missing)
    expect((await adela().do('archive.check-cold', { place })).wrong).toEqual([swapped, missing])
    await moveMasters(lab.ground)
    const still = await line()
    expect([still.state, await online.has(swapped)]).toEqual(['cold', false])
    expect(still.words).toBeTruthy()
    // Put right from elsewhere, byte for byte, all of it comes back.
    for (const sha256 of [swapped, missing]) {
      await cold.destroy(sha256)
      await cold.keep(once(bytes.get(sha256) as Buffer), 1e9)
    }
    await adela().do('archive.bring-back', { batch })
    await moveMasters(lab.ground)
    expect([(await line()).state, await here()]).toEqual(['online', [true, true, true]])
    expect(await online.has(whole)).toBe(true)
  })
})
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})
