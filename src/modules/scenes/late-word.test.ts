/** What comes in late at a scene: a word that its writer could not have known, two of one name, two sketches over one; and what must not leave while it is held. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performClaims } from '#identity/claims.ts'
import { sql } from '#platform/sql.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { program } from '../../../test/needs.ts'
import { deviceOf } from '../../../test/offline-device.ts'
import { aDrawing, aPicture, attended, checklistQuestions, examined, unitOf } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
})
afterAll(() => lab?.close())
const L = () => lab as never
const seen = async (attendance: string): Promise<Said> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body
const minutes = (n: number): void => lab.clock.advance(n * 60_000)

test('a contradiction that was settled opens again when a third entry comes in that nobody had seen', async () => {
  const { attendance } = await attended(L())
  const mark = (who: string, words: string) =>
    lab.as(who).do('scenes.mark-evidence', { attendance, label: '7', words })
  const { id } = await mark('tessa', 'Knife')
  await mark('uriel', 'Shoe')
  minutes(5)
  const settle = { attendance, conflict: 'mark:7', keeps: id, words: 'The knife was marked first' }
  await lab.as('hector').do('scenes.settle-conflict', settle)
  expect((await seen(attendance)).conflicts[0].settled).toMatchObject({ keeps: id })
  minutes(5)
  await mark('uriel', 'Cartridge case')
  expect((await seen(attendance)).conflicts).toMatchObject([{ key: 'mark:7', settled: null }])
  await lab.as('tessa').do('scenes.leave-scene', { attendance })
  const refused = await lab.as('tessa').tell('scenes.sign-scene-record', { attendance }, { stepUp: true })
  expect(refused.body.code).toBe('scenes.conflicts-open')
  minutes(1)
  await lab.as('hector').do('scenes.settle-conflict', settle)
  expect((await seen(attendance)).conflicts[0].settled).toMatchObject({ keeps: id })
})

test('a word said without a network settles nothing that the house heard of meanwhile', async () => {
  const { attendance } = await attended(L())
  const { id } = await lab.as('uriel').do('scenes.mark-evidence', { attendance, label: '2', words: 'Shoe' })
  await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '2', words: 'Knife' })
  minutes(5)
  const phone = await deviceOf(lab, 'tessa')
  const said = phone.signs('scenes.settle-conflict', {
    attendance,
    conflict: 'mark:2',
    keeps: id,
    words: 'The shoe keeps its number',
  })
  minutes(5)
  await lab.as('uriel').do('scenes.mark-evidence', { attendance, label: '2', words: 'Glass' })
  minutes(5)
  await phone.hands(said)
  await performClaims(lab.ground)
  expect((await seen(attendance)).conflicts).toMatchObject([{ key: 'mark:2', settled: null }])
})

test('two people of one name are two people: their different answers contradict', async () => {
  const { attendance, unit, case: file } = await attended(L())
  const twin = await lab.person('tessa-the-other', ['scene-technician'], {
    unit: unit.office,
    name: 'Tessa Cal',
  })
  await lab.arrange('cases.give-access', { case: file, principal: twin })
  await lab.as('tessa').do('scenes.complete-checklist', { attendance, answers: { cordon: true } })
  await lab.as('tessa-the-other').do('scenes.complete-checklist', { attendance, answers: { cordon: false } })
  expect((await seen(attendance)).conflicts.map((c: Said) => c.key)).toEqual(['checklist:cordon'])
})

test('whoever says late that they came does not open a scene that was left since; both ends are told', async () => {
  const { attendance } = await attended(L())
  const phone = await deviceOf(lab, 'uriel')
  minutes(10)
  const came = phone.signs('scenes.arrive', { attendance })
  minutes(10)
  const went = phone.signs('scenes.leave-scene', { attendance })
  minutes(10)
  await lab.as('tessa').do('scenes.leave-scene', { attendance })
  minutes(30)
  await phone.hands(came)
  await performClaims(lab.ground)
  expect((await seen(attendance)).state).toBe('left')
  await phone.hands(went)
  await performClaims(lab.ground)
  const record = await seen(attendance)
  expect(record.state).toBe('left')
  expect(record.conflicts.map((c: Said) => c.key)).toEqual(['left:scene'])
  // Whoever sees that it was left does not leave it a second time.
  expect((await lab.as('uriel').tell('scenes.leave-scene', { attendance })).body.code).toBe(
    'scenes.already-left',
  )
})

test('two who drew over the same version of a sketch: neither wipes out the other', async () => {
  const { attendance } = await attended(L())
  const draw = (who: string, more: object) =>
    lab.as(who).do('scenes.add-sketch', { attendance, title: 'Yard', drawing: aDrawing(), ...more })
  const first = await draw('tessa', {})
  const second = await draw('tessa', { over: first.id, title: 'Yard by Tessa' })
  expect(second).toMatchObject({ sketch: first.sketch, seq: 2 })
  const other = await draw('uriel', { over: first.id, title: 'Yard by Uriel' })
  expect(other).toMatchObject({ sketch: other.id, seq: 1 })
  // What was drawn next over one's own goes on there.
  expect(await draw('uriel', { over: other.id })).toMatchObject({ sketch: other.id, seq: 2 })
  const { sketches } = await seen(attendance)
  expect(sketches.map((s: Said) => s.sketch).toSorted()).toEqual([first.sketch, other.id].toSorted())
})

test('two sheets of paper never give out the same mark', async () => {
  const { attendance } = await attended(L())
  const sheet = async (): Promise<string[]> => {
    const { code } = await lab.as('tessa').do('scenes.print-form', { attendance, kind: 'exhibits', lines: 3 })
    return (await lab.as('tessa').ask('scenes.read-form', { code })).body.marks
  }
  const [one, two] = [await sheet(), await sheet()]
  expect(one).toEqual(['1', '2', '3'])
  expect(two).toEqual(['4', '5', '6'])
})

test('a device that took a checklist along answers that version, though another holds since', async () => {
  const { attendance } = await attended(L())
  const old = await lab.db.direct.one<{ id: string }>(
    sql`select id from catalogue.definition where key = 'scene.first-look' order by version desc limit 1`,
  )
  minutes(3 * 24 * 60)
  await lab.arrange('catalogue.define-form', {
    key: 'scene.first-look',
    en: 'First look',
    es: 'Primera mirada',
    use: 'scene-checklist',
    questions: [
      ...checklistQuestions,
      { key: 'wind', kind: 'text', en: 'Wind', es: 'Viento', required: true },
    ],
  })
  minutes(24 * 60)
  await lab
    .as('tessa')
    .do('scenes.complete-checklist', { attendance, form: old.id, answers: { cordon: true } })
  expect((await seen(attendance)).checklists).toMatchObject([{ version: 1 }])
})

test('an examined vehicle that is held does not leave the house; in the house it may change hands', async () => {
  const { attendance, case: file } = await examined(L())
  const tessa = lab.as('tessa')
  const hold = { case: file, kind: 'court', authority: 'Supreme Court 12/2026' }
  const { id } = await lab.arrange('cases.place-hold', hold)
  const out = { attendance, outsider: { name: 'Owner of the car', document: 'Licence 000123' } }
  const held = await tessa.tell('scenes.release-vehicle', out, { stepUp: true })
  expect([held.status, held.body.code]).toEqual([409, 'scenes.vehicle-held'])
  await lab.arrange('cases.lift-hold', { case: file, hold: id })
  await tessa.do('scenes.release-vehicle', out)
})

const poppler = program('pdftotext', '-v')
test('the signed record says the place as it was put right', async (ctx) => {
  ctx.skip(!poppler.there, poppler.absent)
  const { attendance } = await attended(L(), 'left')
  await lab
    .as('tessa')
    .do(
      'scenes.correct-entry',
      { attendance, kind: 'attendance', entry: attendance, becomes: { place: 'Yard behind 41 Pen Road' } },
      { reason: 'The number was turned round' },
    )
  const { sha256 } = await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
  const path = join(lab.folder, 'record.pdf')
  await writeFile(path, await lab.ground.files.read(sha256))
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Place Yard behind 41 Pen Road')
})

test('a lifted print names a photograph of its own scene or none', async () => {
  const [here, there] = [await attended(L()), await attended(L())]
  const { body } = await lab.as('tessa').upload(aPicture, 'DSC_0009.PNG')
  const { id: photograph } = await lab
    .as('tessa')
    .do('scenes.add-photograph', { attendance: there.attendance, file: body.sha256 })
  const print = { attendance: here.attendance, description: 'Print', surface: 'Glass', method: 'Tape' }
  const wrong = await lab.as('tessa').tell('scenes.lift-print', { ...print, photograph })
  expect([wrong.status, wrong.body.code]).toEqual([409, 'scenes.no-such-entry'])
})
