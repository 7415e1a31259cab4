/** How a page stands, whether it is blank, and the codes on it: on a sheet of our own, and on every separator at hand. */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { answers, needs, REAL_FILES, realFile, realFolder } from '../../../test/needs.ts'
import { scanned } from '../../../test/scanned.ts'
import { lookAt, type PageLook } from './look.ts'
import { openPages } from './open-pages.ts'

async function lookedAt(bytes: Uint8Array): Promise<PageLook[]> {
  const opened = await openPages(bytes, 'x')
  if (!opened.ok) throw new Error(opened.reason)
  const looks: PageLook[] = []
  for (let number = 1; number <= opened.pages.count; number += 1) {
    const answer = await opened.pages.page(number)
    if (!answer.ok) throw new Error(answer.reason)
    looks.push(await lookAt(answer.page))
  }
  await opened.pages.close()
  return looks
}

describe('a sheet of our own', () => {
  test.each([
    [0, 0],
    [90, 3],
    [180, -2],
    [270, 6.5],
  ])('scanned %i° turned and leaning %f°', { timeout: 120_000 }, async (turn, lean) => {
    const look = await lookAt(await scanned({ turn, lean }))
    expect([look.turn, look.sureOfLines, look.blank]).toEqual([(360 - turn) % 360, true, false])
    expect(Math.abs(look.lean - lean)).toBeLessThanOrEqual(0.2)
  })

  test('the back of a sheet is blank, dust, edge and all; a signature or one short typed word is not', async () => {
    const paper = sharp({ create: { width: 1_700, height: 2_200, channels: 3, background: '#f4f1ea' } })
    const speck = { create: { width: 1, height: 1, channels: 3 as const, background: '#000' } }
    const edge = {
      input: { create: { width: 40, height: 2_200, channels: 3 as const, background: '#222' } },
      left: 0,
      top: 0,
    }
    const dusty = await paper
      .clone()
      .composite([
        edge,
        ...Array.from({ length: 30 }, (_, i) => ({ input: speck, left: 200 + i * 40, top: 300 + i * 50 })),
      ])
      .png()
      .toBuffer()
    const stroke = { create: { width: 260, height: 14, channels: 3 as const, background: '#113' } }
    const signed = await paper
      .clone()
      .composite([edge, { input: stroke, left: 700, top: 1_500 }])
      .png()
      .toBuffer()
    const letter = { create: { width: 3, height: 17, channels: 3 as const, background: '#333' } }
    const typed = await paper
      .clone()
      .composite(Array.from({ length: 8 }, (_, i) => ({ input: letter, left: 300 + i * 9, top: 320 })))
      .png()
      .toBuffer()
    expect((await lookedAt(typed)).map(({ blank }) => blank)).toEqual([false])
    expect((await lookedAt(dusty)).map(({ blank }) => blank)).toEqual([true])
    expect((await lookedAt(signed)).map(({ blank }) => blank)).toEqual([false])
  })

  test('a cover sheet says who it is in QR, also upside down', async () => {
    const symbol = await sharp(Buffer.from(barcodeSvg('qr', 'custodia:file/B-17/003')), { density: 300 })
      .resize(400, 400)
      .png()
      .toBuffer()
    const sheet = sharp({ create: { width: 1_700, height: 2_200, channels: 3, background: '#fff' } })
    const cover = await sheet
      .composite([{ input: symbol, left: 1_000, top: 300 }])
      .png()
      .toBuffer()
    const over = await sharp(cover).rotate(180).png().toBuffer()
    for (const bytes of [cover, over])
      expect((await lookedAt(bytes))[0]?.codes).toEqual([{ kind: 'QRCode', text: 'custodia:file/B-17/003' }])
  })
})

describe('separators of the world', () => {
  needs(realFolder, REAL_FILES)
  const files = [
    'barcode-128-custom.pdf',
    'barcode-39-asn-123.pdf',
    'barcode-39-asn-invalid.pdf',
    'barcode-39-custom.pdf',
    'barcode-qr-custom.pdf',
    'patch-code-t-middle-unreadable.pdf',
    'patch-code-t-middle.pdf',
    'patch-code-t-qr.pdf',
    'patch-code-t.pdf',
    'several-patcht-codes.pdf',
    'split-by-asn-1.pdf',
  ]
  test.each(files)(
    '%s: the same codes on the same pages as another program found',
    { timeout: 180_000 },
    async (file) => {
      const looks = await lookedAt(realFile(`barcodes/${file}`))
      expect(looks.map(({ codes }) => codes.map(({ text }) => text))).toEqual(
        answers()[`barcodes/${file}`]?.barcodesByPage,
      )
    },
  )
})
