/** An officer's telephone, 390 pixels wide, on a line of 256 kbit/s that breaks twice: announced in time, counted once; then the counter takes it up. */
import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnouncement, arrangeAnnouncing } from '#modules/evidence/examples.ts'
import { sql } from '#platform/sql.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

const built = join(import.meta.dirname, '../../../dist/web')
const there = existsSync(join(built, 'index.html'))
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
let lab: Lab
let browser: Browser
let base = ''
/**
 * The line is narrow here, at the server: what the service worker fetches goes over it as well as what the page does. One line for all of
 * it: 32,000 bytes a second and 300 ms on the way, compressed as the server does it.
 */
const line = { narrow: false, free: 0 }
async function slowly(response: ServerResponse, body: Buffer): Promise<void> {
  if (!line.narrow) return void response.end(body)
  const small = /font|png/.test(String(response.getHeader('content-type'))) ? body : gzipSync(body)
  if (small !== body) response.setHeader('content-encoding', 'gzip')
  const now = performance.now()
  line.free = Math.max(line.free, now + 300) + (small.length / 32_000) * 1_000
  await new Promise((settle) => setTimeout(settle, line.free - now))
  response.end(small)
}
/** The built pages beside the laboratory's own server, under one address. */
const server = createServer((request, response) => void pass(request, response))
async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/'
  if (!path.startsWith('/api/')) {
    const file = join(built, normalize(path.split('?')[0] ?? '/'))
    const found = file.startsWith(built) && extname(file) !== '' && existsSync(file)
    response.setHeader(
      'content-type',
      found ? (types[extname(file)] ?? 'text/plain') : 'text/html; charset=utf-8',
    )
    return slowly(response, readFileSync(found ? file : join(built, 'index.html')))
  }
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = Object.entries(request.headers).flatMap(([k, v]): [string, string][] =>
    typeof v === 'string' && !['host', 'connection', 'content-length', 'accept-encoding'].includes(k)
      ? [[k, v]]
      : [],
  )
  const answer = await fetch(lab.url + path, {
    method: request.method ?? 'GET',
    headers,
    ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}),
  })
  response.statusCode = answer.status
  response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/json')
  await slowly(response, Buffer.from(await answer.arrayBuffer()))
}

beforeAll(async () => {
  if (!there) return
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  server.close()
  await lab?.close()
})

async function tab(
  who: string,
  width: number,
  height: number,
): Promise<{ page: Page; context: BrowserContext }> {
  const known = lab.people.get(who)
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 500,
    locale: 'en-GB',
  })
  await context.addCookies([
    { name: 'custodia_session', value: known?.token ?? '', url: base },
    { name: 'custodia_csrf', value: known?.csrf ?? '', url: base },
  ])
  return { page: await context.newPage(), context }
}
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CUSTODIA_TEST_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test.skipIf(!there)(
  'S-B18 a delivery is announced from a telephone at 256 kbit/s in under five minutes, over two lost connections and a reload, and counts once',
  { timeout: 240_000 },
  async () => {
    const { page, context } = await tab('choc', 390, 844)
    const network = (offline: boolean) => context.setOffline(offline)
    line.narrow = true
    const began = performance.now()
    await page.goto(`${base}/portal/announce`, { timeout: 120_000 })
    const heading = (n: number) => page.getByText(`Step ${n} of 4`).first()
    await heading(1).waitFor({ timeout: 60_000 })
    await page.getByRole('textbox', { name: 'Case number' }).first().fill('DG-CR-2026-0999')
    await page.getByLabel('What is it about?').fill('Drugs, Pen Road')
    await shot(page, 'step-1')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(2).waitFor()
    await network(true)
    await page.getByLabel('Place').fill('Pen Road, Dangriga')
    await page.getByLabel('From whom or from where?').fill('Right trouser pocket')
    await shot(page, 'step-2-offline')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(3).waitFor()
    await page.getByLabel('What is it?').fill('Dried plant material, clear bag')
    await page.getByLabel('Seal number').fill('A104417')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'bag.png', mimeType: 'image/png', buffer: png })
    await page.getByText('1 photograph').waitFor()
    await shot(page, 'step-3')
    await network(false)
    await page.reload({ timeout: 120_000 })
    await heading(3).waitFor({ timeout: 60_000 })
    expect(await page.getByLabel('What is it?').inputValue()).toBe('Dried plant material, clear bag')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(4).waitFor()
    await network(true)
    await page.getByRole('button', { name: 'Announce it' }).click()
    await page.getByText('waits for the network').first().waitFor({ timeout: 20_000 })
    await shot(page, 'waiting')
    await network(false)
    await page.evaluate("window.dispatchEvent(new Event('online'))")
    await page.waitForURL(/\/portal\/announced\//, { timeout: 60_000 })
    const seconds = (performance.now() - began) / 1_000
    console.log(`announced after ${seconds.toFixed(1)} s at 256 kbit/s with two disconnections`)
    expect(seconds).toBeLessThan(300)
    const rows = await lab.db.direct.many<{ submission: string; photos: number }>(
      sql`select submission, (select count(*)::int from evidence.announced_photograph p where p.announcement = a.id) as photos from evidence.announcement a`,
    )
    expect(rows).toMatchObject([{ photos: 1 }])
    line.narrow = false
    await page.locator('.code-picture img').first().waitFor({ timeout: 60_000 })
    await page.getByText('Signed by the service').waitFor()
    await shot(page, 'code')
  },
)

test.skipIf(!there)(
  'the counter takes it up on its screen: a seal that differs is shown before it is received, and noted',
  { timeout: 120_000 },
  async () => {
    const { page } = await tab('reneau', 1440, 900)
    await lab
      .as('choc')
      .do('evidence.submit-prelog', anAnnouncement(lab as never, { title: 'Cannabis, Hope Creek' }))
    await page.goto(`${base}/evidence/announced`)
    await page.getByText('Cannabis, Hope Creek').first().waitFor({ timeout: 30_000 })
    await shot(page, 'queue')
    await page.getByText('Cannabis, Hope Creek').first().click()
    await page.getByRole('button', { name: 'Something differs' }).first().click()
    await page.getByRole('textbox', { name: /^Seal/ }).first().fill('B2')
    await shot(page, 'differs')
    await page.getByText('Differs from the announcement: seal.').first().waitFor({ timeout: 10_000 })
    await shot(page, 'take-up')
    await page
      .getByLabel('Kind of case')
      .or(page.getByLabel('Type of case'))
      .or(page.getByLabel('Case type'))
      .first()
      .fill('Criminal')
    await page.getByText('Criminal case').first().click()
    await page.getByRole('button', { name: 'Receive a submission' }).click()
    await page
      .getByText(/Print|Labels?/)
      .first()
      .waitFor({ timeout: 30_000 })
    await shot(page, 'received')
    const noted = await lab.db.direct.many<{ kind: string }>(
      sql`select kind from evidence.discrepancy order by kind`,
    )
    expect(noted.map((n) => n.kind)).toEqual(['seal', 'seal'])
  },
)

test.skipIf(!there)('the first visit brings at most 250 kB of script', { timeout: 120_000 }, async () => {
  const { page } = await tab('choc', 390, 844)
  const scripts = new Set<string>()
  page.on('response', (r) => void (r.url().endsWith('.js') && scripts.add(new URL(r.url()).pathname)))
  await page.goto(`${base}/portal`)
  await page.getByRole('heading', { name: 'My cases' }).waitFor({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  await shot(page, 'my-cases')
  const size = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path))).length, 0)
  console.log(`first visit: ${(size / 1000).toFixed(1)} kB of script, ${scripts.size} files`)
  expect(size).toBeLessThan(250_000)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
