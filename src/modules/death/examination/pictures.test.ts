/** Stories of pictures of a body: photographs, radiographs and files that are none, kept as they came and shown with a true sentence. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackFrame } from '#kernel/frame.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { realFile, realFolder } from '../../../../test/needs.ts'
import { aRadiograph, examined, officeOf } from '../examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await officeOf(lab)
}, 60_000)
afterAll(() => lab.close())
const send = async (bytes: Uint8Array, name: string): Promise<string> =>
  (await lab.as('hugo').upload(bytes, name)).body.sha256 as string
const pictures = async (examination: string) =>
  (await lab.as('hugo').ask('death.get-examination', { examination })).body.pictures

test('H52 a radiograph is kept byte for byte, drawn from its values, and says what is true of it; the patient’s name stays in the file', async () => {
  const { examination } = await examined(lab)
  const file = await send(aRadiograph(), 'chest.dcm')
  const added = await lab.as('hugo').do('death.add-picture', {
    examination,
    kind: 'radiograph',
    file,
    view: 'Chest, from the front',
  })
  expect(added).toMatchObject({ no: 1 })
  const [seen] = await pictures(examination)
  expect(seen).toMatchObject({
    form: 'dicom',
    frames: 1,
    sha256: file,
    view: 'Chest, from the front',
    said: [
      { label: 'Modality', text: 'CR' },
      { label: 'Part of the body', text: 'CHEST' },
    ],
  })
  expect(JSON.stringify(seen)).not.toContain('Somebody')
  const frame = await lab.as('hugo').file('death.radiograph-frame', { picture: added.id, frame: 0 })
  const drawn = unpackFrame(new Uint8Array(frame.bytes).slice().buffer)
  expect([drawn?.width, drawn?.height, drawn?.values[15]]).toEqual([4, 4, 1500])
  const original = await lab.as('hugo').file('death.picture', { picture: added.id })
  expect(createHash('sha256').update(original.bytes).digest('hex')).toBe(file)
  const again = await lab.as('hugo').tell('death.add-picture', { examination, kind: 'radiograph', file })
  expect(again.body.code).toBe('death.picture-there')
  const beyond = await lab.as('hugo').ask('death.radiograph-frame', { picture: added.id, frame: 7 })
  expect(beyond.body.code).toBe('formats.dicom.no-such-picture')
})

test('a picture belongs to a wound that stands; who may not see the death sees none of it, and each look is in the read log', async () => {
  const { examination, death } = await examined(lab)
  const file = await send(Buffer.from('not a picture'), 'note.txt')
  const lost = await lab
    .as('hugo')
    .tell('death.add-picture', { examination, kind: 'document', file, wound: 3 })
  expect(lost.body.code).toBe('death.no-such-wound')
  const { id } = await lab.as('hugo').do('death.add-picture', { examination, kind: 'document', file })
  expect((await pictures(examination))[0]).toMatchObject({
    form: 'other',
    frames: 0,
    told: 'Kept byte for byte; it is no picture that can be shown here.',
  })
  await lab.person('wanda', ['pathologist'], { unit: lab.units.counter ?? null })
  expect((await lab.as('wanda').ask('death.picture', { picture: id })).status).toBe(404)
  await lab.as('hugo').file('death.picture', { picture: id })
  const looks = await lab.as('delia').ask('identity.read-log', { root: death })
  expect(JSON.stringify(looks.body)).toContain('death.picture')
})

test('every radiograph of the folder of real files is shown, or kept with a sentence', async (ctx) => {
  ctx.skip(!realFolder, 'no real files here')
  const { examination } = await examined(lab)
  for (const name of [
    'CT_small.dcm',
    'MR_truncated.dcm',
    'JPEG2000.dcm',
    'SC_rgb_jpeg_dcmtk.dcm',
    'badVR.dcm',
  ]) {
    const file = await send(realFile(`dicom/${name}`), name)
    const { id, told } = await lab
      .as('hugo')
      .do('death.add-picture', { examination, kind: 'radiograph', file })
    expect(told.length).toBeGreaterThan(10)
    const seen = (await pictures(examination)).at(-1)
    if (seen.frames === 0) continue
    const frame = await lab.as('hugo').file('death.radiograph-frame', { picture: id, frame: 0 })
    expect(unpackFrame(new Uint8Array(frame.bytes).slice().buffer)?.width, name).toBeGreaterThan(1)
  }
})
