/** A store counted on a telephone, 390 pixels wide, whose connection breaks in the middle; and labels read through its camera. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#platform/sql.ts'
import { barcodeSvg } from '#platform/documents/barcode.ts'
import { findBrowser, launchBrowser } from '../../../../test/chromium.ts'
import { built } from '../../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aPlace, aSubmission, anItem, arrangeWords } from '../examples.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

let lab: Lab
let browser: Browser
let base = ''
let room = ''
const shelves: { id: string; code: string }[] = []
let things: { id: string; number: string; barcode: string }[] = []
beforeAll(async () => {
  if (!built) return
  const port = await freePort()
  lab = await openLab({ web: port, start: new Date().toISOString() })
  base = `http://localhost:${port}`
  await arrangeWords(lab as never)
  for (const name of ['reneau', 'arnold'])
    await lab.person(name, ['evidence-officer'], { unit: lab.units.counter })
  const place = (more: Record<string, unknown>) =>
    lab.as('reneau').do('evidence.define-location', aPlace(more))
  room = (await place({ code: 'VAULT', name: 'Vault', kind: 'room' })).id
  for (const n of [1, 2]) {
    const code = `VAULT-${n}`
    shelves.push({ id: (await place({ code, name: `Shelf ${n}`, parent: room, position: n })).id, code })
  }
  things = (
    await lab.as('reneau').do(
      'evidence.receive-submission',
      aSubmission({
        items: Array.from({ length: 8 }, (_, i) =>
          anItem({ description: `Pistol ${i + 1}`, seals: [{ number: `S-${i}` }] }),
        ),
      }),
    )
  ).items
  for (const [i, shelf] of shelves.entries())
    await lab.as('reneau').do('evidence.store-item', {
      things: things.slice(i * 4, i * 4 + 4).map((t) => t.id),
      place: shelf.id,
    })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await lab?.close()
})

async function phone(who: string, of: Browser = browser): Promise<{ context: BrowserContext; page: Page }> {
  const known = lab.people.get(who)
  const context = await of.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    permissions: ['camera'],
  })
  await context.addCookies([
    { name: 'custodia_session', value: known?.token ?? '', url: base },
    { name: 'custodia_csrf', value: known?.csrf ?? '', url: base },
  ])
  return { context, page: await context.newPage() }
}
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CUSTODIA_TEST_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
const type = async (page: Page, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: /^Scan/ })
  await box.fill(text)
  await box.press('Enter')
}
/** Typed as a scanner does, and heard: the newest line of the list is another one. */
const read = async (page: Page, text: string): Promise<void> => {
  const before = await page.locator('.count-heard li').count()
  await type(page, text)
  await page.locator('.count-heard li').nth(before).waitFor()
}
const scans = async (take: string): Promise<number> =>
  (
    await lab.db.direct.one<{ n: number }>(
      sql`select count(*)::int as n from evidence.stock_scan where stock_take = ${take}`,
    )
  ).n
const begin = async (): Promise<string> =>
  (await lab.as('reneau').do('evidence.start-stock-take', { place: room })).id

test.skipIf(!built)(
  'B37 a store is counted on a telephone whose connection breaks in the middle: nothing is lost, nothing counts twice, and the loss is found',
  { timeout: 120_000 },
  async () => {
    const take = await begin()
    const { context, page } = await phone('reneau')
    await page.goto(`${base}/evidence/stock-takes/${take}/count/1`)
    await page.getByText('Scan the door of a place first.').waitFor({ timeout: 30_000 })
    await read(page, shelves[0]?.code ?? '')
    await read(page, things[0]?.barcode ?? '')
    await page.getByText('stands where it should').first().waitFor()
    await shot(page, 'count-online')
    await context.setOffline(true)
    for (const n of [1, 2, 3]) await read(page, things[n]?.barcode ?? '')
    await read(page, shelves[1]?.code ?? '')
    await read(page, things[4]?.barcode ?? '')
    await page.getByText('5 kept here, waiting').waitFor()
    await page.getByText('kept on this device').first().waitFor()
    await shot(page, 'count-offline')
    expect(await scans(take)).toBe(2)
    // The telephone is switched off and on again: what was scanned is still there.
    await page.close()
    await context.setOffline(false)
    const later = await context.newPage()
    await later.goto(`${base}/evidence/stock-takes/${take}/count/1`)
    await later.getByText('All sent').waitFor({ timeout: 30_000 })
    await expect.poll(() => scans(take)).toBe(7)
    await later
      .getByText('Should stand here')
      .or(later.getByText('Scan the door of a place first.'))
      .first()
      .waitFor()
    await read(later, shelves[1]?.code ?? '')
    await read(later, 'STRANGE-1')
    await later.getByText('no such number').first().waitFor({ timeout: 10_000 })
    await shot(later, 'count-not-ours')
    await later.getByRole('link', { name: /ST-/ }).first().click()
    await later.getByText('Missing').first().waitFor()
    await shot(later, 'count-differences')
    const found = (await lab.as('reneau').ask('evidence.stock-differences', { stockTake: take })).body
    expect(found.sums).toMatchObject({ right: 5, missing: 3, notOurs: 1 })
    // Whoever counted first is told before anything is scanned that the second count is another person's.
    await later.goto(`${base}/evidence/stock-takes/${take}/count/2`)
    await type(later, shelves[1]?.code ?? '')
    await later.getByText('The second count is another person’s').waitFor()
    await context.close()
  },
)

/** A video of one label, as Chromium plays it instead of a camera: YUV4MPEG2, a Data Matrix amid white. */
async function videoOf(text: string, path: string): Promise<void> {
  const { width, height, side } = { width: 640, height: 480, side: 300 }
  const page = await browser.newPage()
  const source = `data:image/svg+xml;base64,${Buffer.from(barcodeSvg('data-matrix', text)).toString('base64')}`
  const pixels = await page.evaluate<number[]>(`(async () => {
    const image = new Image()
    image.src = '${source}'
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} })
    const ground = canvas.getContext('2d')
    ground.fillStyle = 'white'
    ground.fillRect(0, 0, ${width}, ${height})
    ground.imageSmoothingEnabled = false
    ground.drawImage(image, ${(width - side) / 2}, ${(height - side) / 2}, ${side}, ${side})
    const { data } = ground.getImageData(0, 0, ${width}, ${height})
    return Array.from({ length: ${width * height} }, (_, i) => data[i * 4])
  })()`)
  await page.close()
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.from(pixels.map((v) => 16 + Math.round((v * 219) / 255))),
    Buffer.alloc((width * height) / 2, 128),
  ])
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
      frame,
      frame,
      frame,
    ]),
  )
}

describe.skipIf(!built)('through the camera', () => {
  test('a label before the camera is a scan, by the reader that comes with the product, and none of it is fetched before', {
    timeout: 120_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'custodia-camera-'))
    const label = things[5]?.barcode ?? ''
    await videoOf(label, join(folder, 'label.y4m'))
    const found = await findBrowser()
    const filmed = await chromium.launch({
      executablePath: found?.path ?? '',
      headless: true,
      env: { ...process.env, ...found?.env },
      args: [
        ...(found?.args ?? []),
        '--no-sandbox',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${join(folder, 'label.y4m')}`,
      ],
    })
    try {
      const take = await begin()
      const { page } = await phone('arnold', filmed)
      const fetched: string[] = []
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
      await page.goto(`${base}/evidence/stock-takes/${take}/count/1`)
      await page.getByText('Scan the door of a place first.').waitFor({ timeout: 30_000 })
      await read(page, shelves[1]?.code ?? '')
      expect(fetched.filter((path) => path.includes('zxing'))).toEqual([])
      await page.getByRole('button', { name: 'Use the camera' }).click()
      await page
        .locator('.count-heard')
        .getByText(things[5]?.number ?? '')
        .waitFor({ timeout: 60_000 })
      await shot(page, 'count-camera')
      await expect.poll(() => scans(take)).toBeGreaterThanOrEqual(2)
      const { thing } = await lab.db.direct.one<{ thing: string }>(
        sql`select distinct thing from evidence.stock_scan where stock_take = ${take} and thing is not null`,
      )
      expect(thing).toBe(things[5]?.id)
      expect(fetched.some((path) => path.endsWith('.wasm'))).toBe(true)
    } finally {
      await filmed.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
