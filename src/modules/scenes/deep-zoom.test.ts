/** Deep zoom: a large photograph comes in tiles, and a browser asks only for those that are seen. */
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, shot, until } from '../../../test/e2e/device.ts'
import { type Front, openFront } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { attended, unitOf } from './examples.ts'
import { bytesOpened, MOST_BYTES, openOnce, type Opened } from './opened-pictures.ts'
import { TILE, halvings, tileOf } from './rules/tiles.ts'

let lab: Lab
let browser: Browser | undefined
let front: Front | undefined
/** Four colours in the corners, so that a tile says which piece it is. */
let picture: Buffer
beforeAll(async () => {
  lab = await openLab()
  await unitOf(lab as never)
  await lab.person('damion', ['officer'], { unit: lab.units.policeDangriga, name: 'Damion Palacio' })
  const corner = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 400, height: 400, channels: 3, background } })
      .png()
      .toBuffer()
  picture = await sharp({ create: { width: 6_000, height: 4_000, channels: 3, background: 'gray' } })
    .composite([
      { input: await corner('red'), left: 0, top: 0 },
      { input: await corner('lime'), left: 5_600, top: 0 },
      { input: await corner('blue'), left: 0, top: 3_600 },
      { input: await corner('yellow'), left: 5_600, top: 3_600 },
    ])
    .jpeg({ quality: 60 })
    .toBuffer()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})

async function added(bytes = picture): Promise<{ attendance: string; id: string }> {
  const { attendance } = await attended(lab as never)
  const { body } = await lab.as('tessa').upload(bytes, 'DSCN0001.JPG')
  const { id } = await lab.as('tessa').do('scenes.add-photograph', { attendance, file: body.sha256 })
  return { attendance, id }
}

test('the tiles of a size cover the photograph once, edge to edge, and none is larger than a tile', () => {
  const edge = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(edge, edge, fc.nat(5), (width, height, halved) => {
      const most = halvings(width, height)
      fc.pre(halved <= most)
      let area = 0
      for (let y = 0; ; y += 1) {
        if (!tileOf(width, height, { halved, x: 0, y })) break
        for (let x = 0; ; x += 1) {
          const tile = tileOf(width, height, { halved, x, y })
          if (!tile) break
          area += tile.from.width * tile.from.height
          expect(Math.max(tile.drawn.width, tile.drawn.height)).toBeLessThanOrEqual(TILE)
        }
      }
      expect(area).toBe(width * height)
      expect(tileOf(width, height, { halved: most, x: 1, y: 0 })).toBeUndefined()
    }),
  )
})

test('a tile is that piece of the photograph; one that is not there, and one for a stranger, are refused', async () => {
  const { id } = await added()
  const tile = (at: object) =>
    lab.as('tessa').file('scenes.photograph', { photograph: id, size: 'tile', ...at })
  const middleOf = async (at: object): Promise<string> => {
    const { bytes } = await tile(at)
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const near = Math.round((Math.min(info.width, info.height) * 100) / 1_024)
    // The corner that lies at the edge of the whole.
    const [x, y] = ['x' in at ? info.width - near : near, 'y' in at ? info.height - near : near]
    const [r = 0, g = 0, b = 0] = data.subarray((y * info.width + x) * info.channels)
    return [r, g, b].map((v) => (v > 127 ? 1 : 0)).join('')
  }
  expect(await middleOf({})).toBe('100')
  expect(await middleOf({ x: 5 })).toBe('010')
  expect(await middleOf({ y: 3 })).toBe('001')
  expect(await middleOf({ x: 5, y: 3 })).toBe('110')
  expect(await middleOf({ halved: 3 })).toBe('100')
  const whole = await sharp((await tile({ halved: 3 })).bytes).metadata()
  expect([whole.width, whole.height]).toEqual([750, 500])
  expect((await tile({ x: 6 })).status).toBe(409)
  expect((await lab.as('damion').file('scenes.photograph', { photograph: id, size: 'tile' })).status).toBe(
    404,
  )
})

test('a photograph in the depth is opened once however many pieces are asked for, and no more is kept open than the bound says', async () => {
  // Other bytes than those of the stories around it.
  const { id } = await added(Buffer.concat([picture, Buffer.from('end')]))
  const one = (x: number, y: number) =>
    lab.as('tessa').file('scenes.photograph', { photograph: id, size: 'tile', x, y })
  const reads = vi.spyOn(lab.ground.files, 'read')
  const begun = performance.now()
  const first = await one(0, 0)
  const opening = performance.now() - begun
  const pieces = [1, 2, 3, 4, 5].flatMap((x) => [0, 1, 2, 3].map((y) => [x, y] as const))
  const paging = performance.now()
  for (const [x, y] of pieces) expect((await one(x, y)).status).toBe(200)
  const each = (performance.now() - paging) / pieces.length
  console.log(
    `figures of paging in the depth: ${JSON.stringify({ firstMs: Math.round(opening), eachMs: Math.round(each), heldMb: Math.round(bytesOpened() / 1e6) })}`,
  )
  const read = reads.mock.calls.length
  reads.mockRestore()
  expect([first.status, read]).toEqual([200, 1])
  expect(bytesOpened()).toBeLessThanOrEqual(MOST_BYTES)
  // As many at once as there are: they wait for one opening, and the oldest goes when there is no more room.
  let opened = 0
  const open = (): Promise<Opened> => {
    opened += 1
    return Promise.resolve({ data: Buffer.alloc(1), info: { width: 1, height: 1, channels: 3 } })
  }
  await Promise.all(Array.from({ length: 8 }, () => openOnce('a', 70_000_000, open)))
  expect(opened).toBe(1)
  for (const name of ['b', 'c', 'd']) await openOnce(name, 70_000_000, open)
  expect(bytesOpened()).toBeLessThanOrEqual(MOST_BYTES)
  expect(await openOnce('larger than all', MOST_BYTES + 1, open)).toBeNull()
})

test.skipIf(!built)(
  'a browser that opens a photograph of 24 megapixels asks for what fills its window, and in the depth for the pieces in sight alone',
  { timeout: 300_000 },
  async () => {
    const { attendance } = await added()
    front = await openFront({ server: lab.url, pages: true })
    browser = await launchBrowser()
    const context = await deviceOf(browser, front.url, lab, 'tessa', { width: 1280, height: 900 })
    const page = await context.newPage()
    const asked: { halved: number; at: string }[] = []
    const whole: string[] = []
    let bytes = 0
    page.on('response', async (answer) => {
      const url = new URL(answer.url())
      if (url.pathname !== '/api/scenes/photograph') return
      const size = url.searchParams.get('size') ?? 'original'
      if (size !== 'tile') return void whole.push(size)
      const of = (name: string): string => url.searchParams.get(name) ?? '0'
      asked.push({ halved: Number(of('halved')), at: `${of('x')},${of('y')}` })
      bytes += (await answer.body().catch(() => Buffer.alloc(0))).length
    })
    await page.goto(`${front.url}/scenes/${attendance}/photographs`)
    await page.locator('.photo-tile img').first().click()
    const zoom = page.locator('.photo-zoom canvas').first()
    await zoom.waitFor()
    await until(async () => asked.length > 0)
    await page.waitForTimeout(2_000)
    const opened = [...asked]
    expect(opened.some((tile) => tile.halved === 0)).toBe(false)
    const box = await page.locator('.photo-zoom').first().boundingBox()
    if (!box) throw new Error('no viewer')
    // Into the corner at the top left.
    await page.mouse.move(box.x + 40, box.y + 40)
    for (let n = 0; n < 14; n += 1) {
      await page.mouse.wheel(0, -400)
      await page.waitForTimeout(150)
    }
    await until(async () => asked.some((tile) => tile.halved === 0))
    await page.waitForTimeout(2_000)
    await shot(page, 'deep-zoom')
    const deep = new Set(asked.filter((tile) => tile.halved === 0).map((tile) => tile.at))
    console.log(
      `figures of deep zoom: ${JSON.stringify({ original: picture.length, tilesAtOpening: opened.length, tilesInTheDepth: deep.size, ofTiles: 24, bytes })}`,
    )
    expect(deep.has('5,3')).toBe(false)
    expect(deep.size).toBeLessThanOrEqual(12)
    expect(whole).toEqual([])
    await context.close()
  },
)
