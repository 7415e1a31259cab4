/** A scanner's folder: taken by command and watched; what is still written is waited for, what is refused says why, nothing moves before it is kept. */
import { createHash } from 'node:crypto'
import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sql } from '#platform/sql.ts'
import { receiveFolder, watchScans } from '../src/app/receiving-scans.ts'
import { aFile, deskOf } from '../src/modules/archive/examples.ts'
import { type Lab, openLab } from './lab.ts'

let lab: Lab
let dir: string
const QUIET = 300
beforeAll(async () => {
  lab = await openLab()
  await deskOf(lab as never)
  dir = await mkdtemp(join(tmpdir(), 'custodia-scans-'))
}, 120_000)
afterAll(async () => {
  await lab?.close()
  await rm(dir, { recursive: true, force: true })
})
const folder = async (name: string): Promise<string> => {
  const path = join(dir, name)
  await mkdir(path)
  return path
}
const hash = (bytes: string): string => createHash('sha256').update(bytes).digest('hex')
const kept = async (bytes: string) =>
  lab.db.direct.maybe<{ name: string; source: string; by_name: string }>(
    sql`select name, source, by_name from archive.scan where file = ${hash(bytes)}`,
  )
/** The industry's test file for scanners of malware, in two parts so that this file is none. */
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS${'-TEST-FILE!$H+H*'}`

test('the command takes every file once, says what it refused, and leaves the folder as it is', async () => {
  const scans = await folder('by-command')
  await writeFile(join(scans, 'one.pdf'), '%PDF-1.7 one')
  await writeFile(join(scans, 'two.tif'), 'II*\0 two')
  await writeFile(join(scans, 'empty.pdf'), '')
  await writeFile(join(scans, 'test.com'), eicar)
  await writeFile(join(scans, 'half.pdf.part'), 'not yet')
  const file = await aFile(lab as never)
  const batch = await lab.as('adela').do('archive.prepare-batch', { files: [{ file: file.id, pages: 1 }] })
  const how = { as: 'adela', batch: batch.number as string, move: false }
  const first = await receiveFolder(lab.ground, scans, how)
  expect(first).toMatchObject({ in: 4, received: 2, known: 0, unfinished: 0 })
  expect(first.refused.map(({ name }) => name)).toEqual(['empty.pdf', 'test.com'])
  for (const { why } of first.refused) expect(why).toMatch(/^[A-Z].+\.$/)
  expect(await receiveFolder(lab.ground, scans, how)).toMatchObject({ in: 4, received: 0, known: 2 })
  expect((await readdir(scans)).length).toBe(5)
  expect(await kept('%PDF-1.7 one')).toMatchObject({
    name: 'one.pdf',
    source: 'command',
    by_name: 'Adela Cocom',
  })
  await expect(receiveFolder(lab.ground, scans, { ...how, batch: 'SB-0' })).rejects.toMatchObject({
    code: 'archive.no-such-batch',
  })
  await expect(receiveFolder(lab.ground, join(scans, 'nowhere'), how)).rejects.toMatchObject({
    code: 'no-such-folder',
  })
  await lab.person('damion-f', ['officer'], { unit: lab.units.policeDangriga })
  await expect(
    receiveFolder(lab.ground, scans, { ...how, batch: undefined, as: 'damion-f' }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('the watched folder waits for what is still written, keeps it, and only then moves it away', async () => {
  const scans = await folder('watched')
  const watching = watchScans(lab.ground, scans, QUIET)
  try {
    let whole = '%PDF-1.7 '
    await writeFile(join(scans, 'slow.pdf'), whole)
    for (let n = 0; n < 12; n += 1) {
      await new Promise((wait) => setTimeout(wait, QUIET / 2))
      await appendFile(join(scans, 'slow.pdf'), `part ${n} `)
      whole += `part ${n} `
    }
    // It was written for six times as long as a file must rest, and nothing of it was taken.
    expect(await readdir(scans)).toEqual(['slow.pdf'])
    await writeFile(join(scans, 'bad.com'), eicar)
    await vi.waitFor(
      async () => expect((await readdir(scans)).toSorted()).toEqual(['received', 'refused']),
      8_000,
    )
    expect(await kept(whole)).toMatchObject({ name: 'slow.pdf', source: 'folder', by_name: 'Custodia' })
    expect(await lab.ground.files.read(hash(whole))).toEqual(
      await readFile(join(scans, 'received', 'slow.pdf')),
    )
    expect(await readFile(join(scans, 'refused', 'bad.com.why.txt'), 'utf8')).toMatch(/\.\n$/)
    // The same name again, other bytes: both stay.
    await writeFile(join(scans, 'slow.pdf'), '%PDF-1.7 another')
    await vi.waitFor(
      async () =>
        expect((await readdir(join(scans, 'received'))).toSorted()).toEqual(['slow (2).pdf', 'slow.pdf']),
      8_000,
    )
  } finally {
    await watching.stop()
  }
})

test('a folder that is away is waited for', async () => {
  const scans = join(dir, 'later')
  const watching = watchScans(lab.ground, scans, 100)
  try {
    await new Promise((wait) => setTimeout(wait, 250))
    await mkdir(scans)
    await writeFile(join(scans, 'a.pdf'), '%PDF-1.7 later')
    await vi.waitFor(async () => expect(await kept('%PDF-1.7 later')).toBeDefined(), 8_000)
  } finally {
    await watching.stop()
  }
})
