/** Scanned files of our own making, and every damaged, locked and hostile one at hand: each is opened or refused with a sentence, none hangs. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeSay } from '#kernel/say.ts'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { en } from '../texts.en.ts'
import { es } from '../texts.es.ts'
import { openPages } from './open-pages.ts'
import type { NotRead, OpenOptions, Page, Pages } from './page.ts'

const opened = async (bytes: Uint8Array, name = 'scan', options: OpenOptions = {}): Promise<Pages> => {
  const answer = await openPages(bytes, name, options)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.pages
}
const pageOf = async (pages: Pages, number = 1): Promise<Page> => {
  const answer = await pages.page(number)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.page
}
const said = ({ code, values }: NotRead): void => {
  for (const texts of [en, es]) expect(makeSay({ en: texts }, 'en')(code, values)).toMatch(/\.$/)
}
const sheet = (width: number, height: number, grey = 250) =>
  sharp({ create: { width, height, channels: 3, background: { r: grey, g: grey, b: grey } } }).composite([
    { input: { create: { width: 20, height: 10, channels: 3, background: '#000' } }, left: 5, top: 7 },
  ])

describe('pictures', () => {
  test.each(['lzw', 'jpeg', 'deflate', 'packbits'] as const)('TIFF by %s', async (compression) => {
    const bytes = await sheet(850, 1100).withMetadata({ density: 100 }).tiff({ compression }).toBuffer()
    const page = await pageOf(await opened(bytes))
    expect([page.width, page.height, page.dpi, page.dpiFrom]).toEqual([850, 1100, 100, 'file'])
    const grey = await page.grey()
    expect(grey.data.length).toBe(850 * 1100)
    expect(grey.data[0]).toBeGreaterThan(230)
    expect(grey.data[850 * 10 + 10]).toBeLessThan(25)
  })

  test('a see-through PNG lies on white, a JPEG is turned as its camera says, a picture for a screen is small', async () => {
    const clear = await sharp({ create: { width: 30, height: 20, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    expect((await (await pageOf(await opened(clear))).grey()).data[0]).toBe(255)
    const turned = await sheet(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const page = await pageOf(await opened(turned))
    expect([page.width, page.height]).toEqual([300, 400])
    const small = await page.picture({ longest: 100, turn: 90 })
    expect([small.width, small.height]).toEqual([100, 75])
    expect((await sharp(small.bytes).metadata()).width).toBe(100)
  })

  test('nothing, a text, a cut file, too many pixels, no such page: each its sentence', async () => {
    const cut = (await sheet(900, 900).jpeg().toBuffer()).subarray(0, 2_500)
    const wide = await sharp({ create: { width: 20_000, height: 6_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const told = async (bytes: Uint8Array, number = 1): Promise<string> => {
      const answer = await openPages(bytes, '../a\n/b.pdf')
      const fault = answer.ok ? await answer.pages.page(number) : answer
      if (fault.ok) return 'opened'
      said(fault)
      expect(fault.values).toMatchObject({ file: 'b.pdf' })
      return fault.code
    }
    expect(await told(new Uint8Array())).toBe('formats.pages.empty')
    expect(await told(Buffer.from('hello'))).toBe('formats.pages.not-paper')
    expect(await told(cut)).toBe('formats.pages.page-damaged')
    expect(await told(wide)).toBe('formats.pages.too-many-pixels')
    expect(await told(await sheet(50, 50).png().toBuffer(), 2)).toBe('formats.pages.no-such-page')
    expect(await told(Buffer.from('%PDF-1.4\nnothing'))).toBe('formats.pages.damaged')
  })
})

describe('files of the world', () => {
  needs(realFolder, REAL_FILES)

  /** What no page comes of, and why; every other file of these folders opens, and its first page has pixels. */
  const refused: Readonly<Record<string, string>> = {
    'badinput/pdf/bad-encryption-length.pdf': 'formats.pages.needs-password',
    'badinput/pdf/bad1.pdf': 'formats.pages.not-paper',
    'badinput/pdf/bad35.pdf': 'formats.pages.damaged',
    'badinput/pdf/encrypted-40-bit-R3.pdf': 'formats.pages.needs-password',
    'badinput/pdf/ocrmypdf-hugemono.pdf': 'formats.pages.too-many-pixels',
    'badinput/pdf/ocrmypdf-invalid.pdf': 'formats.pages.damaged',
    'badinput/pdf/paperless-password-is-test.pdf': 'formats.pages.needs-password',
    'documents/forensics-a-text-pass-peanuts.pdf': 'formats.pages.needs-password',
    'ocr/paperless-encrypted.pdf': 'formats.pages.needs-password',
  }
  const folders = ['badinput/pdf', 'pdfa', 'barcodes', 'ocr', 'documents']
  const files = realFolder
    ? folders.flatMap((folder) =>
        readdirSync(join(realFolder ?? '', folder))
          .filter((name) => /\.(pdf|tiff?|png|jpe?g)$/i.test(name))
          .map((name) => `${folder}/${name}`),
      )
    : []

  test.each(files)('%s', { timeout: 120_000 }, async (path) => {
    const answer = await openPages(realFile(path), path)
    const first = answer.ok ? await answer.pages.page(1) : answer
    if (first.ok) expect(refused[path]).toBeUndefined()
    else {
      said(first)
      expect(first.code).toBe(refused[path])
    }
    if (!answer.ok || !first.ok) return
    const { pages } = answer
    const known = answers()[path]
    if (known?.pages !== undefined && known.pages !== null) expect(pages.count).toBe(known.pages)
    if (known?.frames !== undefined) expect(pages.count).toBe(known.frames)
    const grey = await first.page.grey()
    expect(grey.data.length).toBe(first.page.width * first.page.height)
    await pages.close()
    expect((await pages.page(1)).ok).toBe(pages.kind !== 'pdf')
  })

  test('a locked file opens with its password, and a thread that is late is ended', {
    timeout: 120_000,
  }, async () => {
    const locked = realFile('badinput/pdf/paperless-password-is-test.pdf')
    const pages = await opened(locked, 'x.pdf', { password: 'test' })
    expect((await pageOf(pages)).width).toBeGreaterThan(500)
    await pages.close()
    const late = await openPages(locked, 'x.pdf', { password: 'test', seconds: 0.01 })
    expect(late.ok ? '' : late.code).toBe('formats.pages.took-too-long')
  })
})
