/** What keeps a record whole: files proved before a device lets its own go, and what is still missing in the scenes of whoever attended them. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyOf } from '#platform/files.ts'
import { openPages } from '#formats/pages/open-pages.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aFind, aPicture, attended, unitOf } from './examples.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
})
afterAll(() => lab?.close())

const photographed = async (attendance: string, n: number, more: object = {}): Promise<string> => {
  const { body } = await lab
    .as('tessa')
    .upload(Buffer.concat([aPicture, Buffer.from(`no ${n}`)]), `IMG_${n}.PNG`)
  await lab.as('tessa').do('scenes.add-photograph', { attendance, file: body.sha256, ...more })
  return body.sha256 as string
}
const proved = async (sha256: string[], who = 'tessa'): Promise<string[]> =>
  (await lab.as(who).ask('scenes.prove-files', { sha256: sha256.join(',') })).body.proved

test('a file is proved only where it stands in a scene and is still what it was; what was only sent, altered or is not seen is not', async () => {
  const { attendance } = await attended(lab as never)
  const good = await photographed(attendance, 1)
  const altered = await photographed(attendance, 2)
  const { body: sent } = await lab.as('tessa').upload(Buffer.from('sent, and in no scene'))
  expect((await proved([good, altered, sent.sha256])).toSorted()).toEqual([good, altered].toSorted())
  const folder = dirname(lab.ground.files.incoming)
  await writeFile(join(folder, keyOf(altered)), Buffer.concat([aPicture, Buffer.from('no 3')]))
  expect(await proved([good, altered, sent.sha256])).toEqual([good])
  await lab.person('yolanda', ['scene-technician'], { unit: lab.units.counter, name: 'Yolanda Chi' })
  expect(await proved([good], 'yolanda')).toEqual([])
})

test('that a file is wrong is told to who answers for the store; of which scene it is, to whoever sees that scene', async () => {
  const { attendance, number } = await attended(lab as never)
  const altered = await photographed(attendance, 70)
  await writeFile(join(dirname(lab.ground.files.incoming), keyOf(altered)), Buffer.from('other bytes'))
  await lab.person('qm-far', ['quality-manager'], { unit: null, name: 'Quality' })
  await lab.person('head-far', ['section-head'], {
    unit: lab.units.chemistry,
    name: 'Head of another section',
  })
  await lab.as('qm-far').do('scenes.check-fixity', { most: 5_000 })
  const told = async (who: string): Promise<string> =>
    JSON.stringify((await lab.as(who).ask('scenes.fixity-reports', {})).body.items[0])
  expect(await told('hector')).toContain(number)
  expect(await told('head-far')).toContain(altered)
  expect(await told('head-far')).toContain('of a scene that you may not see')
  expect(await told('head-far')).not.toContain(number)
})

test('B47 the contact sheet is a PDF of so many at a time, in order; what is only kept is told as such, and nobody else has it', async () => {
  const { attendance, number } = await attended(lab as never)
  for (let n = 31; n <= 50; n += 1) await photographed(attendance, n)
  const { body } = await lab.as('tessa').upload(Buffer.from('no picture'), 'notes.bin')
  await lab.as('tessa').do('scenes.add-photograph', { attendance, file: body.sha256 })
  const sheet = (more: object = {}, who = 'tessa') =>
    lab.as(who).file('scenes.contact-sheet', { attendance, ...more })
  const pagesOf = async (bytes: Uint8Array): Promise<number> => {
    const opened = await openPages(bytes, `${number}.pdf`)
    return opened.ok ? opened.pages.count : 0
  }
  const whole = await sheet()
  expect([whole.status, await pagesOf(whole.bytes)]).toEqual([200, 2])
  expect(await pagesOf((await sheet({ from: 4, many: 2 })).bytes)).toBe(1)
  await lab.person('zoe', ['scene-technician'], { unit: lab.units.counter, name: 'Zoe Chi' })
  expect((await sheet({}, 'zoe')).status).toBe(404)
})

test('M6 whoever attended finds on their telephone what is missing in each scene, and each goes when it is put right', async () => {
  const { attendance } = await attended(lab as never)
  const tessa = lab.as('tessa')
  const missing = async (): Promise<string[]> => {
    const { items } = (await tessa.ask('scenes.what-is-missing', {})).body as { items: Said[] }
    return (items.find((one) => one.id === attendance)?.missing ?? []).map((m: Said) => m.text)
  }
  const mark = await tessa.do('scenes.mark-evidence', { attendance, label: '1', words: 'Knife' })
  await tessa.do('scenes.collect-item', { attendance, ...aFind({ sealNumber: null }), mark: mark.id })
  expect(await missing()).toEqual([
    'There is no photograph.',
    '1 mark is on no photograph.',
    'There are marks and no sketch.',
    'The checklist is not answered.',
    '1 exhibit in your hands has no seal.',
  ])
  await photographed(attendance, 4, { mark: mark.id, shows: 'close-up' })
  await tessa.do('scenes.complete-checklist', { attendance, answers: { cordon: true, weather: 'Rain' } })
  expect(await missing()).toEqual(['There are marks and no sketch.', '1 exhibit in your hands has no seal.'])
  await tessa.do('scenes.leave-scene', { attendance, to: 'PC Choc' })
  expect((await missing()).at(-1)).toBe('The record waits for your signature.')
  const other = (await lab.as('uriel').ask('scenes.what-is-missing', {})).body as { items: Said[] }
  expect(other.items.some((one) => one.id === attendance)).toBe(false)
})
