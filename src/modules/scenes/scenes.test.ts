/** Stories of scenes over HTTP: called, sent, attended, found, drawn, collected, signed, amended; what contradicts is told and settled. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPdfSignature } from '#platform/documents/pades.ts'
import { verifyInstallation } from '#ledger/verify.ts'
import { keyOf } from '#platform/files.ts'
import { sql } from '#platform/sql.ts'
import { modules } from '../../app/modules.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aDrawing, aFind, aPicture, attended, called, examples, type Unit, unitOf } from './examples.ts'
import { scenes } from './module.ts'

let lab: Lab
let unit: Unit
beforeAll(async () => {
  lab = await openLab()
  unit = await unitOf(lab as never)
  await lab.person('damion', ['officer'], { unit: lab.units.policeDangriga, name: 'Damion Palacio' })
})
afterAll(() => lab?.close())
const L = () => lab as never
const seen = async (attendance: string, who = 'tessa'): Promise<Said> =>
  (await lab.as(who).ask('scenes.get-attendance', { attendance })).body
const minutes = (n: number): void =>
  lab.clock.set(new Date(Date.parse(lab.clock.now()) + n * 60_000).toISOString())
const photograph = async (
  attendance: string,
  name: string,
  more: object = {},
  bytes: Uint8Array = aPicture,
  who = 'tessa',
) => {
  const { body } = await lab.as(who).upload(bytes, name)
  return lab.as(who).do('scenes.add-photograph', { attendance, file: body.sha256, ...more })
}
/** A picture like the others with other bytes: what stands behind the end of a PNG is not read. */
const another = (n: number): Buffer => Buffer.concat([aPicture, Buffer.from([n >> 8, n & 255])])

describe('a call', () => {
  test('waits, people are sent who then see the case, and one of them opens the attendance', async () => {
    const { callOut, case: file } = await called(L())
    const line = async (who: string): Promise<Said> =>
      (await lab.as(who).ask('scenes.call-outs', { case: file, state: 'all' })).body.items[0]
    expect(await line('hector')).toMatchObject({
      state: 'waiting',
      caller: 'Sgt. Choc, Dangriga police',
      sceneTypeName: 'Homicide',
    })
    minutes(7)
    expect((await line('hector')).minutesWaiting).toBe(7)
    await lab.person('wilma', ['scene-technician'], { unit: lab.units.toxicology })
    expect(await line('wilma')).toBeUndefined()
    await lab.as('hector').do('scenes.dispatch', {
      callOut,
      people: [lab.people.get('wilma')?.id],
      vehicle: 'Truck 3',
    })
    expect(await line('wilma')).toMatchObject({ state: 'dispatched' })
    const opened = await lab.as('wilma').do('scenes.open-attendance', {
      callOut,
      sceneType: 'homicide',
      place: 'Yard behind 14 Pen Road',
    })
    expect(await line('hector')).toMatchObject({
      state: 'attended',
      attendance: { number: opened.number },
    })
    const late = await lab.as('hector').tell('scenes.decline-call-out', { callOut, code: 'no-people' })
    expect([late.status, late.body.code]).toEqual([409, 'scenes.call-attended'])
  })

  test('is declined with a code and stays counted', async () => {
    const { callOut, case: file } = await called(L())
    await lab.as('hector').do('scenes.decline-call-out', { callOut, code: 'no-people', words: 'No vehicle' })
    const [line] = (await lab.as('hector').ask('scenes.call-outs', { case: file, state: 'all' })).body.items
    expect(line).toMatchObject({ state: 'declined', why: 'Nobody free: No vehicle' })
    expect(line.actions.find((a: Said) => a.operation === 'scenes.dispatch')).toMatchObject({ ok: false })
  })

  test('the newest roster of a day says who is on call, and who of them is out', async () => {
    const roster = (person: string) =>
      lab.as('hector').do('scenes.publish-roster', {
        unit: unit.office,
        from: '2026-11-02',
        until: '2026-11-08',
        duties: [{ person, from: '2026-11-02T12:00:00Z', until: '2026-11-09T05:00:00Z' }],
      })
    await roster(unit.technician)
    await roster(unit.second)
    const on = (await lab.as('hector').ask('scenes.on-call', { unit: unit.office })).body.items
    expect(on.map((d: Said) => d.person.name)).toEqual(['Uriel Mai'])
    const outside = await lab.as('hector').tell('scenes.publish-roster', {
      unit: unit.office,
      from: '2026-11-02',
      until: '2026-11-08',
      duties: [{ person: unit.second, from: '2026-11-12T12:00:00Z', until: '2026-11-13T12:00:00Z' }],
    })
    expect(outside.body.code).toBe('scenes.duty-outside')
  })
})

describe('an attendance', () => {
  test('D41 D44 the log, the checklist, marks, measurements and the sketch stand in one record, each with who and when', async () => {
    const { attendance } = await attended(L())
    const tessa = lab.as('tessa')
    await tessa.do('scenes.log-entry', {
      attendance,
      kind: 'entered',
      name: 'Dr. Chi',
      organisation: 'ME',
      why: 'Examines',
    })
    await tessa.do('scenes.log-entry', {
      attendance,
      kind: 'entered',
      person: unit.second,
      why: 'Photographs',
    })
    minutes(3)
    await tessa.do('scenes.log-entry', { attendance, kind: 'left', name: 'Dr. Chi' })
    await tessa.do('scenes.complete-checklist', { attendance, answers: { cordon: true, weather: 'Rain' } })
    const wrong = await tessa.tell('scenes.complete-checklist', { attendance, answers: { weather: 'Rain' } })
    expect(wrong.body.fields[0].path).toBe('answers.cordon')
    const mark = await tessa.do('scenes.mark-evidence', { attendance, label: '1', words: 'Cartridge case' })
    await tessa.do('scenes.add-measurement', {
      attendance,
      from: 'Corner of the house',
      to: 'Mark 1',
      value: '3.02',
      unit: 'm',
      mark: mark.id,
    })
    const first = await tessa.do('scenes.add-sketch', { attendance, title: 'Yard', drawing: aDrawing() })
    const again = await tessa.do('scenes.add-sketch', {
      attendance,
      sketch: first.sketch,
      title: 'Yard',
      drawing: aDrawing({ toScale: false }),
    })
    expect(again).toMatchObject({ sketch: first.sketch, seq: 2 })
    const record = await seen(attendance)
    expect(record.inside).toEqual(['Tessa Cal', 'Uriel Mai'])
    expect(record.checklists[0].answers.map((a: Said) => a.text)).toEqual(['Yes', 'Rain'])
    expect(record.measurements[0]).toMatchObject({ value: '3.02', unit: 'm', by: 'Tessa Cal' })
    expect(record.sketches).toHaveLength(1)
    expect(record.sketches[0].svg).toContain('Not to scale')
    const old = await tessa.file('scenes.sketch-file', { sketch: first.sketch, seq: 1 })
    expect(old.bytes.toString()).toContain('>2 m</text>')
  })

  test('D42 B46 a photograph keeps its bytes, its own name and its hash at capture; other bytes are refused', async () => {
    const { attendance } = await attended(L())
    const bytes = another(42)
    const { body: sent } = await lab.as('tessa').upload(bytes, 'DSC_0042.PNG')
    const refused = await lab
      .as('tessa')
      .tell('scenes.add-photograph', { attendance, file: sent.sha256, capturedSha256: 'a'.repeat(64) })
    expect(refused.body.code).toBe('scenes.not-as-captured')
    const done = await photograph(
      attendance,
      'DSC_0042.PNG',
      { capturedSha256: sent.sha256, caption: 'The yard from the gate', folder: 'card 1/DCIM' },
      bytes,
    )
    const [wall] = (await lab.as('tessa').ask('scenes.photographs', { attendance })).body.items
    expect(wall).toMatchObject({
      id: done.id,
      name: 'DSC_0042.PNG',
      folder: 'card 1/DCIM',
      provedAtCapture: true,
      shown: true,
      width: 1,
    })
    const original = await lab.as('tessa').file('scenes.photograph', { photograph: done.id })
    expect(original.bytes.equals(bytes)).toBe(true)
    const small = await lab.as('tessa').file('scenes.thumbnail', { photograph: done.id })
    expect([small.status, small.bytes.subarray(8, 12).toString()]).toEqual([200, 'WEBP'])
    const car = JSON.parse(
      (await lab.as('tessa').file('scenes.side-car', { photograph: done.id })).bytes.toString(),
    )
    expect(car).toMatchObject({ sha256: sent.sha256, sha256AtCapture: sent.sha256, name: 'DSC_0042.PNG' })
    const looks = await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from platform.read_log where operation in ('scenes.photograph', 'scenes.photographs') and person = ${lab.as('tessa').id}`,
    )
    expect(looks.n).toBeGreaterThanOrEqual(2)
  })

  test('B47 a copy names its original and the steps; gaps in the numbers of the camera and exact duplicates are told', async () => {
    const { attendance } = await attended(L())
    const first = await photograph(attendance, 'DSC_0007.JPG', {}, another(7))
    await photograph(attendance, 'DSC_0010.JPG', {}, another(10))
    const twice = await photograph(attendance, 'DSC_0011.JPG', {}, another(10))
    expect(twice.same).toHaveLength(1)
    const { body } = await lab.as('tessa').upload(another(99), 'brighter.png')
    const bare = await lab
      .as('tessa')
      .tell('scenes.add-photograph', { attendance, file: body.sha256, source: first.id })
    expect(bare.body.code).toBe('scenes.copy-without-steps')
    await lab.as('tessa').do('scenes.add-photograph', {
      attendance,
      file: body.sha256,
      source: first.id,
      steps: 'GIMP 2.10: levels 0–180',
    })
    const wall = (await lab.as('tessa').ask('scenes.photographs', { attendance })).body
    expect(wall.gaps.map((g: Said) => g.missing)).toEqual([2])
    expect(wall.gaps[0].text).toBe('2 numbers of the camera are not here: DSC_0008 to DSC_0009.')
    expect(wall.duplicates).toHaveLength(1)
    expect(wall.items.at(-1)).toMatchObject({ source: first.id, steps: 'GIMP 2.10: levels 0–180' })
  })

  test('D45 B45 what is collected takes the label of the roll and is in the collector’s custody with packaging and seal', async () => {
    const { attendance } = await attended(L())
    const { codes } = await lab.as('tessa').do('scenes.allocate-labels', { count: 2 })
    const mark = await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '4', words: 'Case' })
    const item = await lab
      .as('tessa')
      .do('scenes.collect-item', { attendance, ...aFind(), mark: mark.id, label: codes[0] })
    expect(item.barcode).toBe(codes[0])
    const thing = (await lab.as('tessa').ask('evidence.get-item', { id: item.id })).body
    expect(thing).toMatchObject({ number: item.number, state: 'held' })
    expect(thing.holder.name).toBe('Tessa Cal')
    expect((await seen(attendance)).collected[0]).toMatchObject({
      number: item.number,
      mark: mark.id,
      packaging: 'Envelope',
      seals: ['S-1001'],
      holder: 'Tessa Cal, Scenes of Crime, Dangriga',
    })
    const used = await lab
      .as('uriel')
      .tell('scenes.collect-item', { attendance, ...aFind({ sealNumber: 'S-2' }), label: codes[0] })
    expect([used.status, used.body.code]).toEqual([409, 'scenes.label-used'])
    const foreign = await lab
      .as('uriel')
      .tell('scenes.collect-item', { attendance, ...aFind(), label: 'CX000000000000X' })
    expect(['scenes.label-not-read', 'scenes.label-unknown']).toContain(foreign.body.code)
    const print = await lab.as('tessa').do('scenes.lift-print', {
      attendance,
      description: 'Print on the glass of the door',
      surface: 'Glass',
      method: 'Powder and tape',
      label: codes[1],
    })
    expect(print.barcode).toBe(codes[1])
    const sheet = await lab.as('tessa').file('scenes.label-sheet', {
      roll: (await lab.as('tessa').do('scenes.allocate-labels', { count: 24 })).id,
    })
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('two people wrote differently: both stay, the contradiction is told, and it is signed only once somebody said which holds', async () => {
    const { attendance } = await attended(L())
    const mark = (who: string, words: string) =>
      lab.as(who).do('scenes.mark-evidence', { attendance, label: '7', words })
    const knife = await mark('tessa', 'Knife')
    await mark('uriel', 'Shoe')
    await lab.as('tessa').do('scenes.complete-checklist', { attendance, answers: { cordon: true } })
    await lab.as('uriel').do('scenes.complete-checklist', { attendance, answers: { cordon: false } })
    await lab.as('tessa').do('scenes.leave-scene', { attendance, to: 'PC Choc' })
    const before = await seen(attendance)
    expect(before.conflicts.map((c: Said) => c.key)).toEqual(['checklist:cordon', 'mark:7'])
    expect(before.marks).toHaveLength(2)
    const early = await lab.as('tessa').tell('scenes.sign-scene-record', { attendance }, { stepUp: true })
    expect(early.body).toMatchObject({ code: 'scenes.conflicts-open' })
    const settle = (conflict: string, keeps: string) =>
      lab.as('tessa').do('scenes.settle-conflict', { attendance, conflict, keeps, words: 'Seen by both' })
    await settle('mark:7', knife.id)
    await settle('checklist:cordon', before.conflicts[0].rows[0].id)
    const done = await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
    expect(done.version).toBe(1)
    expect((await seen(attendance)).marks).toHaveLength(2)
  })

  test('a correction lies over its row, which stays, and says why', async () => {
    const { attendance } = await attended(L())
    const { id } = await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '2', words: 'Case' })
    const correct = { attendance, kind: 'mark', entry: id, becomes: { words: 'Two cases' } }
    expect((await lab.as('tessa').tell('scenes.correct-entry', correct)).body.code).toBe('reason-required')
    await lab.as('tessa').do('scenes.correct-entry', correct, { reason: 'Counted again' })
    const [mark] = (await seen(attendance)).marks
    expect(mark).toMatchObject({
      words: 'Two cases',
      mended: [{ was: { words: 'Case' }, becomes: { words: 'Two cases' }, why: 'Counted again' }],
    })
    const again = await lab.as('tessa').tell('scenes.correct-entry', correct, { reason: 'Again' })
    expect(again.body.code).toBe('scenes.nothing-changes')
  })

  test('S-B2 the signed record stands in the case, an amendment makes a second version, and the first stays', async () => {
    const { attendance, case: file } = await attended(L())
    await photograph(attendance, 'DSC_0001.PNG', { caption: 'Gate' }, another(1))
    await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '1', words: 'Case' })
    await lab.as('tessa').do('scenes.add-sketch', { attendance, title: 'Yard', drawing: aDrawing() })
    await lab.as('tessa').do('scenes.collect-item', { attendance, ...aFind() })
    await lab.as('tessa').do('scenes.leave-scene', { attendance })
    await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
    const first = await lab.as('tessa').file('scenes.scene-record', { attendance })
    expect(checkPdfSignature(first.bytes, { trustedRoots: [] })).toMatchObject({
      signed: true,
      wholeDocument: true,
      digestOk: true,
      signatureOk: true,
    })
    expect(first.bytes.includes(Buffer.from('custodia/scene-record/1')) || first.bytes.length > 20_000).toBe(
      true,
    )
    const shut = await lab.as('tessa').tell('scenes.mark-evidence', { attendance, label: '2', words: 'Late' })
    expect([shut.status, shut.body.code]).toEqual([409, 'scenes.record-signed'])
    await lab
      .as('tessa')
      .do('scenes.amend-scene-record', { attendance }, { reason: 'A case was found later' })
    await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '2', words: 'Case by the drain' })
    await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
    const record = await seen(attendance)
    expect(record).toMatchObject({ state: 'signed', version: 2 })
    expect(record.records[1]).toMatchObject({ why: 'A case was found later', changes: ['1 mark added'] })
    const still = await lab.as('tessa').file('scenes.scene-record', { attendance, version: 1 })
    expect(still.bytes.equals(first.bytes)).toBe(true)
    const timeline = (await lab.as('hector').ask('cases.case-timeline', { case: file })).body
    expect(JSON.stringify(timeline)).toContain('"scene"')
    // The investigator who may see the case has it; a stranger to the case does not.
    expect((await lab.as('damion').file('scenes.scene-record', { attendance })).status).toBe(404)
    await lab.arrange('cases.give-access', { case: file, principal: lab.as('damion').id })
    const given = await lab.as('damion').file('scenes.scene-record', { attendance })
    expect([given.status, given.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })
})

describe('what keeps a record good', () => {
  test('a flipped byte is found by the count and named by scene, number and file', async () => {
    await lab.person('quinn', ['quality-manager'], { unit: null, name: 'Quinn Ical' })
    const { attendance, number } = await attended(L())
    const done = await photograph(attendance, 'DSC_0777.PNG', {}, another(777))
    const count = async (): Promise<Said> => lab.as('quinn').do('scenes.check-fixity', { most: 5_000 })
    expect(await count()).toMatchObject({ whole: true, wrong: [] })
    const path = join(lab.folder, 'files', keyOf(done.sha256))
    const bytes = await readFile(path)
    bytes[20] = (bytes[20] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect((await count()).wrong).toMatchObject([
      { sha256: done.sha256, photographs: [{ attendance: number, seq: 1, name: 'DSC_0777.PNG' }] },
    ])
    const [report] = (await lab.as('quinn').ask('scenes.fixity-reports', {})).body.items
    expect(report.text).toContain(`${number}, 1 (DSC_0777.PNG) is no longer what it was`)
    await rm(path)
    await count()
    const [gone] = (await lab.as('quinn').ask('scenes.fixity-reports', {})).body.items
    expect(gone.text).toContain('does not lie in the store any more')
  })

  test('a sheet of paper carries case, form version and numbers, and its code opens the entry', async () => {
    const { attendance, number } = await attended(L())
    await lab.as('tessa').do('scenes.mark-evidence', { attendance, label: '3', words: 'Shoe' })
    const { id, code } = await lab
      .as('tessa')
      .do('scenes.print-form', { attendance, kind: 'exhibits', lines: 4 })
    const pdf = await lab.as('tessa').file('scenes.paper-form', { form: id })
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const read = async (): Promise<Said> => (await lab.as('uriel').ask('scenes.read-form', { code })).body
    expect(await read()).toMatchObject({
      attendance: { number },
      kind: 'exhibits',
      marks: ['4', '5', '6', '7'],
    })
    const [label] = (await read()).labels
    const item = await lab
      .as('uriel')
      .do('scenes.collect-item', { attendance, ...aFind({ sealNumber: 'P-1' }), label: label.code })
    expect((await read()).labels[0]).toEqual({ code: label.code, number: item.number })
    const list = await lab.as('tessa').do('scenes.print-form', { attendance, kind: 'checklist' })
    const before = (await lab.as('tessa').ask('scenes.read-form', { code: list.code })).body
    expect(before).toMatchObject({ form: 'First look', version: 1, newer: false })
    const sheet = await lab.as('tessa').file('scenes.paper-form', { form: list.id })
    expect(sheet.status).toBe(200)
  })
})

test('every operation has an example that fits its shape', async () => {
  for (const op of scenes.operations) {
    const make = examples[op.name]
    expect(make, op.name).toBeDefined()
    const input = await make?.(lab)
    const parsed = op.input.safeParse(input)
    expect(parsed.success, `${op.name} ${JSON.stringify(input)} ${parsed.error?.message ?? ''}`).toBe(true)
  }
})

test('what the derived tables hold is what the covered rows add up to, and the log holds', async () => {
  const found = await verifyInstallation(lab.ground, modules, {})
  expect(found.problems).toEqual([])
})
