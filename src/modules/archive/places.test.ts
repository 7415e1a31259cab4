/** Stories of files in two places: from the first minute, while one is down, when one is broken, and when the law orders a destruction. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { destroyFile } from '#platform/destroying.ts'
import { type Files, folderFiles, keyOf } from '#platform/files.ts'
import { copyFiles, placesState } from '#platform/second-place.ts'
import { sql } from '#platform/sql.ts'
import { inTwoPlaces } from '#platform/two-places.ts'
import { healFiles } from './pages/healing.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'

let lab: Lab
let folder: string
let near: Files
let far: Files
let down = false
let clock = 0
const pathOf = (place: 'near' | 'far', file: string): string => join(folder, place, keyOf(file))
beforeAll(async () => {
  lab = await openLab()
  folder = await mkdtemp(join(tmpdir(), 'places-'))
  near = folderFiles(join(folder, 'near'))
  const there = folderFiles(join(folder, 'far'))
  const whenUp =
    <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      down ? Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })) : act(...args)
  far = {
    ...there,
    keep: whenUp(there.keep),
    has: whenUp(there.has),
    stream: whenUp(there.stream),
    destroy: whenUp(there.destroy),
  }
  Object.assign(lab.ground, { files: inTwoPlaces(near, far, () => clock) })
  await lab.person('petra', ['quality-manager'], { unit: null, name: 'Petra Coc' })
  await lab.person('ofelia', ['analyst'])
}, 60_000)
afterAll(async () => {
  await lab.close()
  await rm(folder, { recursive: true, force: true })
})
const send = async (text: string): Promise<string> =>
  (await lab.as('ofelia').upload(Buffer.from(text), 'f.txt')).body.sha256
const compare = (more: object = {}) => lab.as('petra').do('archive.compare-places', more)

test('J11 a file stands in both places as it comes in; while the second is down work goes on, the state says so, and the job writes it there later', async () => {
  const first = await send('one')
  expect([await near.has(first), await far.has(first)]).toEqual([true, true])
  await copyFiles(lab.ground)
  const before = await placesState(lab.ground)
  expect([before.atBoth, before.fault]).toEqual([before.files, null])

  down = true
  const second = await send('two')
  const third = await send('three')
  expect(await near.has(second)).toBe(true)
  expect(await copyFiles(lab.ground)).toBe(0)
  const during = await placesState(lab.ground)
  expect(during).toEqual({ files: before.files + 2, atBoth: before.files, fault: 'ETIMEDOUT' })
  down = false
  expect([await far.has(second), await far.has(third)]).toEqual([false, false])
  expect(await copyFiles(lab.ground)).toBe(2)
  expect([await far.has(second), await far.has(third)]).toEqual([true, true])
  expect(await placesState(lab.ground)).toEqual({
    files: before.files + 2,
    atBoth: before.files + 2,
    fault: null,
  })
  const tried = await lab.db.direct.one<{ tries: number }>(
    sql`select max(tries)::int as tries from platform.file_copy where sha256 = any(${[second, third]})`,
  )
  expect(tried.tries).toBe(2)
})

test('J11 what is changed or missing in one place is named, and healed from the other by an act of the log; where both are broken nothing is made up', async () => {
  clock += 120_000
  const changed = await send('changed near by')
  const missing = await send('missing far off')
  const lost = await send('lost in both')
  await copyFiles(lab.ground)
  await writeFile(pathOf('near', changed), 'something else')
  await rm(pathOf('far', missing))
  await writeFile(pathOf('near', lost), 'x')
  await writeFile(pathOf('far', lost), 'y')
  const named = [
    { sha256: changed, near: 'changed', far: 'whole', heals: false },
    { sha256: missing, near: 'whole', far: 'missing', heals: false },
    { sha256: lost, near: 'changed', far: 'changed', heals: false },
  ].sort((a, b) => a.sha256.localeCompare(b.sha256))
  expect(await compare()).toMatchObject({ wrong: named, ordered: 0, next: null })
  // Told only: nothing was touched.
  expect(await compare()).toMatchObject({ wrong: named })
  const done = await compare({ heal: true })
  expect(done.ordered).toBe(2)
  // The order stands in the log before a byte is touched; told twice it is ordered once.
  await expect(near.read(changed)).rejects.toMatchObject({ code: 'file-swapped' })
  expect((await compare({ heal: true })).ordered).toBe(0)
  // While the second place is down nothing ends, and nothing is lost of what was ordered.
  down = true
  await healFiles(lab.ground)
  const [first] = (await lab.as('petra').ask('archive.healings', { state: 'open' })).body.items
  const silent = await lab.as('petra').tell('archive.heal-file', { healing: first.id })
  expect([silent.status, silent.body.code]).toEqual([503, 'file-store-silent'])
  down = false
  await healFiles(lab.ground)
  expect((await near.read(changed)).toString()).toBe('changed near by')
  expect((await far.read(missing)).toString()).toBe('missing far off')
  expect((await compare()).wrong).toEqual([{ sha256: lost, near: 'changed', far: 'changed', heals: false }])
  const told = await lab.db.direct.many<{ leaf: string }>(
    sql`select convert_from(leaf, 'UTF8') as leaf from ledger.entry where subject = ${`archive.places/${done.id}`} order by seq`,
  )
  const facts = told.map(({ leaf }) => (JSON.parse(leaf) as { facts: Said }).facts)
  expect(facts.map((f) => f.ordered ?? f.outcome)).toEqual([2, 'healed', 'healed'])
  expect(
    facts
      .slice(1)
      .map((f) => f.file)
      .sort(),
  ).toEqual([changed, missing].sort())
  const lines = (await lab.as('petra').ask('archive.healings')).body
  expect(lines.items.map((h: Said) => h.outcome)).toEqual(['healed', 'healed'])
  expect((await lab.as('ofelia').tell('archive.compare-places', {}, { stepUp: true })).status).toBe(403)
})

test('J11 what is ordered destroyed goes in both places, and stays an open order while one of them cannot be reached', async () => {
  clock += 120_000
  const file = await send('to be destroyed')
  await copyFiles(lab.ground)
  down = true
  await expect(destroyFile(lab.ground, file)).rejects.toThrow('no answer')
  expect(await near.has(file)).toBe(true)
  down = false
  await destroyFile(lab.ground, file)
  expect([await near.has(file), await far.has(file)]).toEqual([false, false])
  // Taken in again, it counts anew.
  clock += 120_000
  down = true
  expect(await send('to be destroyed')).toBe(file)
  down = false
  expect((await placesState(lab.ground)).atBoth).toBeLessThan((await placesState(lab.ground)).files)
})

test('J11 what the law ordered destroyed between the order to heal it and its healing does not come back; what broke in its other place meanwhile is said', async () => {
  clock += 120_000
  const file = await send('to be destroyed while it waits')
  const both = await send('breaks in both while it waits')
  await copyFiles(lab.ground)
  await rm(pathOf('far', file))
  await rm(pathOf('far', both))
  expect((await compare({ heal: true })).ordered).toBe(2)
  await destroyFile(lab.ground, file)
  await writeFile(pathOf('near', both), 'x')
  await healFiles(lab.ground)
  expect([await near.has(file), await far.has(file), await far.has(both)]).toEqual([false, false, false])
  const { items } = (await lab.as('petra').ask('archive.healings', { limit: 2 })).body
  expect(Object.fromEntries(items.map((h: Said) => [h.sha256, h.outcome]))).toEqual({
    [file]: 'destroyed',
    [both]: 'no-whole-copy',
  })
})
