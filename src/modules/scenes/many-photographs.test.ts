/**
 * A day's photographs over a line of 4 Mbit/s that is cut again and again: from a telephone that had no network, and a folder from a desk. Small
 * here; `npm run prove -- scenes-photos` sends two thousand with twenty cuts and prints what it took.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performClaims } from '#identity/claims.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, hasPages, keptOn, lineIsBack, until } from '../../../test/e2e/device.ts'
import { type Front, openFront } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { attended, unitOf } from './examples.ts'

const MANY = Number(process.env['CUSTODIA_PHOTOGRAPHS'] ?? 24)
const CUTS = MANY >= 1_000 ? 20 : 3
const BYTES_PER_SECOND = 500_000
const PATIENCE = 120_000 + MANY * 3_000

let lab: Lab
let browser: Browser
let front: Front
let folder = ''
beforeAll(async () => {
  if (!built) return
  lab = await openLab()
  await unitOf(lab as never)
  // The house's clock stands still here: what happens a minute before it must lie behind the roles of its people.
  lab.clock.set(new Date(Date.parse(lab.clock.now()) + 3_600_000).toISOString())
  front = await openFront({ server: lab.url, pages: true })
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'custodia-photographs-'))
}, 60_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
  if (folder !== '') await rm(folder, { recursive: true, force: true })
})

interface Taken {
  readonly paths: readonly string[]
  readonly hashes: ReadonlySet<string>
  readonly bytes: number
}
/** So many photographs of about 150 kB, no two alike, in folders as a card has them. */
async function taken(under: string, many: number): Promise<Taken> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const one = await sharp({ create: { width: 800, height: 600, channels: 3, background: 'black', noise } })
    .jpeg({ quality: 64 })
    .toBuffer()
  const paths: string[] = []
  const hashes = new Set<string>()
  let bytes = 0
  for (let n = 1; n <= many; n += 1) {
    const card = join(folder, under, `${100 + Math.floor(n / 500)}CANON`)
    await mkdir(card, { recursive: true })
    const photo = Buffer.concat([one, Buffer.from(`${under} ${n}`)])
    const path = join(card, `IMG_${String(n).padStart(4, '0')}.JPG`)
    await writeFile(path, photo)
    paths.push(path)
    hashes.add(createHash('sha256').update(photo).digest('hex'))
    bytes += photo.length
  }
  return { paths, hashes, bytes }
}
/** The line becomes narrow, and is cut so often while these go over it. */
function narrow(of: Taken): void {
  const step = of.bytes / (CUTS + 1)
  const cutAt = Array.from({ length: CUTS }, (_, n) => Math.round(step * (n + 1)))
  Object.assign(front.line, { bytesPerSecond: BYTES_PER_SECOND, delayMs: 40, up: 0, cutAt })
}
/** As a page writes it: 2,000. */
const shown = (n: number): string => n.toLocaleString('en-GB')
const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10
const count = async (attendance: string): Promise<number> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body.photographs as number
async function hashesOf(attendance: string): Promise<string[]> {
  const all: string[] = []
  let cursor: string | null = null
  do {
    const page: Said = (
      await lab
        .as('tessa')
        .ask('scenes.photographs', { attendance, limit: 200, ...(cursor ? { cursor } : {}) })
    ).body
    all.push(...page.items.map((p: Said) => p.sha256 as string))
    cursor = page.nextCursor
  } while (cursor)
  return all
}
async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take this device in' }).click()
  await page.getByLabel('PIN').first().fill('246810')
  await page.keyboard.press('Enter')
  await page.getByText('This device does not sign yet').waitFor({ state: 'detached', timeout: 30_000 })
  await page.getByRole('button', { name: 'Set a mark' }).waitFor()
  await until(() => hasPages(page, ['ScenePage', 'who-', 'sending']), 60_000)
  await until(async () => (await keptOn(page, 'rows', 'scene')) > 0)
}
const told = (name: string, figures: object): void =>
  console.log(`figures of ${name}: ${JSON.stringify(figures)}`)

test.skipIf(!built)(
  'many photographs from a telephone: kept with no network, sent over a line that is cut, each once, each with its bytes',
  { timeout: PATIENCE },
  async () => {
    const { attendance } = await attended(lab as never)
    const card = await taken('telephone', MANY)
    const context = await deviceOf(browser, front.url, lab, 'tessa', { clock: lab.clock.now() })
    const page = await context.newPage()
    await page.goto(`${front.url}/scenes/${attendance}`)
    await takeIn(page)
    await context.setOffline(true)
    const began = performance.now()
    await page
      .locator('input[type=file][capture]')
      .first()
      .setInputFiles([...card.paths])
    // What could not be kept is said at once, and is not waited for.
    const [said, lost] = [page.getByText(/^[\d,]+ photographs kept/), page.getByText(/not kept/)]
    await until(async () => {
      if ((await lost.count()) > 0)
        throw new Error(`after ${await said.innerText()}: ${await lost.innerText()}`)
      return (await said.count()) > 0 && (await said.innerText()).startsWith(`${shown(MANY)} `)
    }, PATIENCE)
    const keptIn = seconds(began)
    await page.close()
    const again = await context.newPage()
    const opening = performance.now()
    await again.goto(`${front.url}/scenes/${attendance}`)
    await again.getByText(`${shown(MANY)} acts are kept on this device`).waitFor({ timeout: 60_000 })
    const openedIn = seconds(opening)
    expect(await keptOn(again, 'files')).toBe(MANY)
    narrow(card)
    await context.setOffline(false)
    const sending = performance.now()
    await lineIsBack(again)
    await until(async () => {
      await performClaims(lab.ground)
      return (await count(attendance)) === MANY
    }, PATIENCE)
    const sentIn = seconds(sending)
    Object.assign(front.line, { bytesPerSecond: null, delayMs: 0 })
    // Only now, when the house has counted each where it belongs, does the device let its own go.
    await until(async () => (await keptOn(again, 'files')) === 0, PATIENCE)
    const letGoIn = seconds(sending)
    const hashes = await hashesOf(attendance)
    expect(hashes).toHaveLength(MANY)
    expect(new Set(hashes)).toEqual(card.hashes)
    expect(front.line.cutAt).toEqual([])
    const sentTwice = front.line.up - card.bytes
    told('telephone', {
      photographs: MANY,
      megabytes: Math.round(card.bytes / 1e5) / 10,
      cuts: CUTS,
      keptSeconds: keptIn,
      openedAgainSeconds: openedIn,
      sentSeconds: sentIn,
      letGoSeconds: letGoIn,
      lineAloneSeconds: Math.round(card.bytes / BYTES_PER_SECOND),
      bytesSentTwice: sentTwice,
    })
    // What was cut goes on inside the file: hardly anything goes over the line twice.
    expect(sentTwice).toBeLessThan(CUTS * 160_000)
    await context.close()
  },
)

test.skipIf(!built)(
  'a folder of photographs from a desk, its folders with it: resumed inside each file where the line is cut, and dropped again it adds nothing',
  { timeout: PATIENCE },
  async () => {
    const { attendance } = await attended(lab as never)
    const card = await taken('desk', Math.min(MANY, 500))
    const context = await deviceOf(browser, front.url, lab, 'tessa', {
      width: 1280,
      height: 900,
      clock: lab.clock.now(),
    })
    const page = await context.newPage()
    await page.goto(`${front.url}/scenes/${attendance}/photographs`)
    const chooser = page.locator('input[webkitdirectory]')
    await chooser.waitFor({ state: 'attached', timeout: 30_000 })
    narrow(card)
    const sending = performance.now()
    await chooser.setInputFiles(join(folder, 'desk'))
    await until(async () => (await count(attendance)) === card.paths.length, PATIENCE)
    const sentIn = seconds(sending)
    Object.assign(front.line, { bytesPerSecond: null, delayMs: 0 })
    const sentTwice = front.line.up - card.bytes
    told('folder', {
      photographs: card.paths.length,
      cuts: CUTS,
      sentSeconds: sentIn,
      bytesSentTwice: sentTwice,
    })
    expect(new Set(await hashesOf(attendance))).toEqual(card.hashes)
    expect(front.line.cutAt).toEqual([])
    expect(sentTwice).toBeLessThan(CUTS * 160_000)
    const { items } = (await lab.as('tessa').ask('scenes.photographs', { attendance, limit: 1 })).body
    expect(items).toMatchObject([{ folder: 'desk/100CANON', name: 'IMG_0001.JPG' }])
    await page.reload()
    await chooser.waitFor({ state: 'attached', timeout: 30_000 })
    await chooser.setInputFiles(join(folder, 'desk'))
    await page
      .getByText(`${card.paths.length} of ${card.paths.length}`)
      .first()
      .waitFor({ timeout: PATIENCE })
    expect(await count(attendance)).toBe(card.paths.length)
    await context.close()
  },
)
