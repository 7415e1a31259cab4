/** Files that mean harm, sent by an officer with an announcement: refused with a sentence, or kept as bytes that nobody's browser ever opens as a page. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAnnouncement, anAnnouncedItem, arrangeAnnouncing } from '#modules/evidence/examples.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { REAL_FILES, needs, realFolder } from '../../../test/needs.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
})
afterAll(() => lab?.close())

/** Sent, and announced as the photograph of an item, as far as it is let. */
async function sent(
  bytes: Uint8Array,
  name: string,
): Promise<{ upload: number; announced: number; code: string }> {
  const upload = await lab.as('choc').upload(bytes, name)
  if (upload.status !== 201) return { upload: upload.status, announced: 0, code: String(upload.body?.code) }
  const item = {
    ...anAnnouncedItem(lab.ground.newId()),
    photographs: [{ file: upload.body.sha256, shows: 'packaging' }],
  }
  const id = lab.ground.newId()
  const announced = await lab
    .as('choc')
    .tell('evidence.submit-prelog', anAnnouncement(lab as never, { id, items: [item] }))
  if (announced.status < 300) {
    // Whoever looks at it is given bytes to save or a picture: never a page, a script or a drawing that acts.
    const seen = (await lab.as('reneau').ask('evidence.get-prelog', { submission: id })).body
    const photograph = seen.things[0].photographs[0]
    const answer = await lab.as('reneau').file('evidence.prelog-photograph', { photograph: photograph.id })
    expect(answer.status).toBe(200)
    const type = answer.headers.get('content-type') ?? ''
    expect(type).not.toMatch(/html|svg|xml|javascript/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    if (!/^image\/(png|jpeg|webp|gif)/.test(type))
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  }
  return { upload: upload.status, announced: announced.status, code: String(announced.body?.code ?? '') }
}

describe('made here', () => {
  test.each<[string, Buffer]>([
    ['page.jpg', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['../../../etc/passwd', Buffer.from('root:x:0:0')],
    ['photo.php', Buffer.from('<?php system($_GET[0]); ?>')],
    [
      'tail.png',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('<script>alert(1)</script>')]),
    ],
    ['\u202egnp.exe', Buffer.from('MZ\u0000\u0000')],
  ])('%s', async (name, bytes) => {
    const { upload, announced } = await sent(bytes, name)
    expect([201, 400, 409, 413, 415]).toContain(upload)
    expect(announced).toBeLessThan(500)
  })
  test('the industry’s test file for scanners is refused by name, also inside an announcement', async () => {
    const eicar = Buffer.from(
      'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
      'base64',
    )
    expect(await sent(eicar, 'photo.jpg')).toMatchObject({ upload: 415, code: 'file-is-malware' })
  })
})

const folder = join(realFolder ?? '', 'badinput')
describe('of the collection', () => {
  needs(realFolder, REAL_FILES)
  const files = realFolder ? globSync(join(folder, '**/*')).filter((path) => /\.\w+$/.test(path)) : ['none']
  test.each(files.map((path) => [basename(path), path]))('%s', async (name, path) => {
    const raw = readFileSync(path)
    const bytes = name.endsWith('.base64.txt')
      ? Buffer.from(raw.toString('utf8'), 'base64')
      : name.endsWith('.json.gz')
        ? gunzipSync(raw)
        : raw
    if (bytes.length === 0) return
    const { upload, announced } = await sent(bytes, name)
    expect([201, 400, 409, 413, 415]).toContain(upload)
    expect(announced).toBeLessThan(500)
  })
  test('every naughty text is kept or refused as it stands, in title, remarks and description', async () => {
    const texts = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')) as string[]
    for (const text of texts) {
      const id = lab.ground.newId()
      const item = { ...anAnnouncedItem(lab.ground.newId()), description: text }
      const done = await lab
        .as('choc')
        .tell(
          'evidence.submit-prelog',
          anAnnouncement(lab as never, { id, title: text, words: text, items: [item] }),
        )
      expect(done.status, text).toBeLessThan(500)
      if (done.status >= 300) continue
      const seen = (await lab.as('choc').ask('evidence.get-prelog', { submission: id })).body
      expect(seen.title).toBe(text.trim())
      expect(seen.things[0].description).toBe(text.trim())
    }
  })
})
