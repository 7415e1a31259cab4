/** Stories of photographs that go to a cold store: only of old closed cases; copies stay; where the originals lie is said wherever they are asked for; they come back by their hash. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyInstallation } from '#ledger/verify.ts'
import { attended } from '#modules/scenes/examples.ts'
import { destroyFile } from '#platform/destroying.ts'
import { keyOf } from '#platform/files.ts'
import { sql } from '#platform/sql.ts'
import { keepFile } from '../../app/copying.ts'
import { modules } from '../../app/modules.ts'
import { verifyFiles } from '../../app/verify-files.ts'
import { type Answer, type Lab, type Said, openLab } from '../../../test/lab.ts'
import { deskOf } from './examples.ts'
import { moveMasters } from './pages/cooling.ts'

const LONG = 180_000
let lab: Lab
let place: string
beforeAll(async () => {
  lab = await openLab()
  await deskOf(lab as never)
  place = (
    await lab.as('adela').do('archive.define-cold-place', {
      label: 'photographs-1',
      kind: 'folder',
      whereabouts: 'Second site',
      keeper: 'Adela Cocom',
    })
  ).id
}, LONG)
afterAll(() => lab?.close())
interface Scene {
  readonly attendance: string
  readonly case: string
  readonly files: readonly string[]
  readonly photographs: readonly string[]
}
let made = 0
async function scene(): Promise<Scene> {
  const at = await attended(lab as never)
  const tessa = lab.as('tessa')
  const [files, photographs]: [string[], string[]] = [[], []]
  for (let n = 0; n < 2; n += 1) {
    made += 1
    const picture = await sharp({
      create: { width: 3000, height: 2000, channels: 3, background: { r: made * 7, g: 90, b: 40 } },
    })
      .jpeg()
      .toBuffer()
    const { body } = await tessa.upload(picture, `IMG_${made}.JPG`)
    photographs.push(
      (await tessa.do('scenes.add-photograph', { attendance: at.attendance, file: body.sha256 })).id,
    )
    files.push(body.sha256)
  }
  await tessa.do('scenes.leave-scene', { attendance: at.attendance, to: 'PC Choc' })
  return { attendance: at.attendance, case: at.case, files, photographs }
}
const sign = (of: Scene): Promise<Said> =>
  lab.as('tessa').do('scenes.sign-scene-record', { attendance: of.attendance }, { stepUp: true })
const close = (of: Scene): Promise<Said> => lab.arrange('cases.close-case', { case: of.case })
const years = (n: number): void => {
  lab.clock.advance(n * 366 * 86_400_000)
}
const move = (of: Scene): Promise<Answer> =>
  lab.as('adela').tell('archive.move-to-cold', { attendance: of.attendance, place }, { stepUp: true })
const online = (of: Scene): Promise<boolean[]> =>
  Promise.all(of.files.map((sha256) => lab.ground.files.has(sha256)))
const picture = (of: Scene, more: object = {}) =>
  lab.as('tessa').file('scenes.photograph', { photograph: of.photographs[0], ...more })
const kept = async (of: Scene, who = 'tessa'): Promise<Answer> =>
  lab.as(who).ask('archive.photographs-kept', { attendance: of.attendance })

test('N8 photographs go only when the record is signed and the case has been closed for years; the laboratory says how many', {
  timeout: LONG,
}, async () => {
  const s = await scene()
  expect((await move(s)).body.code).toBe('archive.cold-not-signed')
  await sign(s)
  expect((await move(s)).body.code).toBe('archive.cold-case-open')
  await close(s)
  years(1)
  expect((await move(s)).body.code).toBe('archive.cold-case-young')
  const listed = async (): Promise<string[]> =>
    (await lab.as('adela').ask('archive.old-photographs')).body.items.map((p: Said) => p.attendance)
  expect(await listed()).not.toContain(s.attendance)
  for (const [operation, input] of [
    ['define-list', { list: 'archive-cold', en: 'Cold', es: 'Frío' }],
    ['define-code', { list: 'archive-cold', code: 'photographs', en: 'P', es: 'F', data: { years: 1 } }],
  ] as const)
    await lab.arrange(`catalogue.${operation}`, input)
  expect(await listed()).toContain(s.attendance)
  expect((await lab.as('adela').tell('archive.move-to-cold', { place }, { stepUp: true })).status).toBe(400)
})

test('N8 originals leave, copies stay; page, download, tiles and count say where they lie; asked for, they come back by their hash', {
  timeout: LONG,
}, async () => {
  const s = await scene()
  await sign(s)
  await close(s)
  years(3)
  const original = (await picture(s)).bytes
  expect((await move(s)).status).toBe(200)
  expect(await online(s)).toEqual([true, true])
  await moveMasters(lab.ground)
  expect(await online(s)).toEqual([false, false])
  // What is looked at every day is here.
  for (const size of ['small', 'screen'])
    expect((await picture(s, { size })).headers.get('content-type')).toBe('image/webp')
  expect((await sharp((await picture(s, { size: 'screen' })).bytes).metadata()).width).toBe(2048)
  expect((await lab.as('tessa').file('scenes.thumbnail', { photograph: s.photographs[0] })).status).toBe(200)
  for (const away of [await picture(s), await picture(s, { size: 'tile', halved: 0, x: 0, y: 0 })]) {
    expect(away.status).toBe(409)
    expect(JSON.parse(away.bytes.toString())).toMatchObject({ code: 'file-away' })
    expect(away.bytes.toString()).toContain('photographs-1')
    expect(away.bytes.toString()).toContain('Adela Cocom')
  }
  expect((await kept(s)).body).toMatchObject({ state: 'cold', at: { label: 'photographs-1' } })
  // Nobody takes them for lost: neither the nightly count of photographs nor that of all files.
  expect((await lab.as('ar-quality').do('scenes.check-fixity', {})).wrong).toEqual([])
  expect((await verifyFiles(lab.ground)).problems).toEqual([])
  // A backup takes what lies in a cold store that can be reached, and is not ended by one that cannot.
  const [there, not] = [join(lab.folder, 'backup-there'), join(lab.folder, 'backup-not')]
  await keepFile({ ground: lab.ground } as never, there, s.files[0] ?? '')
  expect((await readFile(join(there, 'files', keyOf(s.files[0] ?? '')))).equals(original)).toBe(true)
  const cold = { of: () => lab.ground.files, there: async () => false }
  await keepFile({ ground: { ...lab.ground, cold } } as never, not, s.files[0] ?? '')
  await expect(readFile(join(not, 'files', keyOf(s.files[0] ?? '')))).rejects.toThrow('ENOENT')
  const words = 'The appeal court wants the files'
  await lab.as('tessa').do('archive.ask-back', { attendance: s.attendance, words })
  const [asked] = (await lab.as('adela').ask('archive.cold-store', { state: 'asked-back' })).body.items
  expect(asked).toMatchObject({ kind: 'attendance', id: s.attendance, words })
  await lab.as('adela').do('archive.bring-back', { attendance: s.attendance })
  await moveMasters(lab.ground)
  expect(await online(s)).toEqual([true, true])
  expect((await picture(s)).bytes.equals(original)).toBe(true)
  expect((await kept(s)).body).toMatchObject({ state: 'online', at: null })
  const steps = await lab.db.direct.many<{ kind: string }>(
    sql`select kind from archive.cold_step where attendance = ${s.attendance} order by seq`,
  )
  expect(steps.map((k) => k.kind)).toEqual(['ordered', 'gone', 'asked-back', 'ordered-back', 'back'])
})

test('N8 what was swapped in the cold does not come back; what another scene needs stays; of a sealed case the archive is told nothing', {
  timeout: LONG,
}, async () => {
  const s = await scene()
  // The same bytes in a scene of an open case.
  const other = await attended(lab as never)
  const bytes = await lab.ground.files.read(s.files[1] ?? '')
  const { body } = await lab.as('tessa').upload(bytes, 'same.jpg')
  await lab.as('tessa').do('scenes.add-photograph', { attendance: other.attendance, file: body.sha256 })
  await sign(s)
  await close(s)
  years(3)
  await move(s)
  await moveMasters(lab.ground)
  expect(await online(s)).toEqual([false, true])
  await writeFile(join(lab.folder, 'cold', 'photographs-1', keyOf(s.files[0] ?? '')), 'swapped')
  expect((await lab.as('adela').do('archive.check-cold', { place })).wrong).toEqual([s.files[0]])
  await lab.as('adela').do('archive.bring-back', { attendance: s.attendance })
  await moveMasters(lab.ground)
  expect([(await kept(s)).body.state, await online(s)]).toEqual(['cold', [false, true]])
  await lab.arrange('cases.seal-case', {
    case: s.case,
    authority: 'Order 4 of 2030',
    people: [lab.people.get('tessa')?.id],
  })
  const seen = (await lab.as('adela').ask('archive.cold-store', { state: 'all', limit: 200 })).body.items
  expect(seen.map((l: Said) => l.id)).not.toContain(s.attendance)
  expect((await kept(s, 'adela')).status).toBe(404)
  expect((await kept(s)).status).toBe(200)
})

test('N8 what the law orders destroyed is destroyed in the cold store too, and nobody misses it there', {
  timeout: LONG,
}, async () => {
  const s = await scene()
  await sign(s)
  await close(s)
  years(3)
  await move(s)
  await moveMasters(lab.ground)
  const [file = ''] = s.files
  const cold = lab.ground.cold?.of('photographs-1')
  expect(await cold?.has(file)).toBe(true)
  await destroyFile(lab.ground, file)
  expect(await cold?.has(file)).toBe(false)
  expect((await lab.as('adela').do('archive.check-cold', { place })).wrong).not.toContain(file)
})

test('the ledger and every standing of the archive verify', async () => {
  expect((await verifyInstallation(lab.ground, modules, {})).problems).toEqual([])
})
