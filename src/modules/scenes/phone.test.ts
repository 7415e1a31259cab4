/** A technician's telephone with no network: opened, photographed, marked, the tab killed, the clock wrong; then everything comes in once and the device lets go. */
import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performClaims } from '#identity/claims.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aPicture, attended, unitOf } from './examples.ts'

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
/** Uploads that are cut: so many answers are lost after the server has the file. */
let cuts = 0
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
    return void response.end(readFileSync(found ? file : join(built, 'index.html')))
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
  if (path.startsWith('/api/files') && cuts > 0) {
    cuts -= 1
    return void request.socket.destroy()
  }
  response.statusCode = answer.status
  for (const name of ['content-type', 'content-disposition'])
    response.setHeader(name, answer.headers.get(name) ?? 'application/json')
  response.end(Buffer.from(await answer.arrayBuffer()))
}

beforeAll(async () => {
  if (!there) return
  lab = await openLab()
  await unitOf(lab as never)
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  server.close()
  await lab?.close()
})

async function phoneOf(who: string, skewMs = 0): Promise<BrowserContext> {
  const known = lab.people.get(who)
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
  })
  await context.addCookies([
    { name: 'custodia_session', value: known?.token ?? '', url: base },
    { name: 'custodia_csrf', value: known?.csrf ?? '', url: base },
  ])
  // The house stands at a made hour: the telephone's clock begins there, off by so much.
  const start = Date.parse(lab.clock.now()) + skewMs - Date.now()
  await context.addInitScript(`{
    const off = ${start}
    const Real = Date
    class Shifted extends Real { constructor(...a) { a.length === 0 ? super(Real.now() + off) : super(...a) } static now() { return Real.now() + off } }
    globalThis.Date = Shifted
  }`)
  return context
}
const kept = (page: Page, store: string): Promise<number> =>
  page.evaluate(
    `new Promise((settle) => { const o = indexedDB.open('custodia'); o.onsuccess = () => { const r = o.result.transaction('${store}').objectStore('${store}').count(); r.onsuccess = () => settle(r.result) } })`,
  )
const record = async (attendance: string): Promise<Said> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body
async function until(what: () => Promise<boolean>, ms = 30_000): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await what()) return
    await new Promise((again) => setTimeout(again, 250))
  }
  throw new Error('it did not come to pass')
}
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['CUSTODIA_TEST_SHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test.skipIf(!there)(
  'M1 D47 a scene on a telephone with no network and a clock two days ahead: photographed, marked, the tab killed; all of it comes in once, signed, and the device lets go',
  { timeout: 180_000 },
  async () => {
    const { attendance } = await attended(lab as never)
    // The house's clock stands still here: what happens a minute before it must lie behind the roles of its people.
    lab.clock.set(new Date(Date.parse(lab.clock.now()) + 3_600_000).toISOString())
    const context = await phoneOf('tessa', 48 * 3_600_000)
    const page = await context.newPage()
    await page.goto(`${base}/scenes/${attendance}`)
    await page.getByRole('button', { name: 'Take this device in' }).click()
    await page.getByLabel('PIN').first().fill('246810')
    await page.keyboard.press('Enter')
    await page.getByText('This device does not sign yet').waitFor({ state: 'detached', timeout: 20_000 })
    // The worker has what this page stands on, and the device knows who it is.
    await until(
      async () =>
        (await page.evaluate(
          `(async () => {
            if (!localStorage.getItem('custodia.here') || !navigator.serviceWorker.controller) return false
            const files = (await (await caches.open('custodia-files')).keys()).map((r) => r.url)
            return ['ScenePage', 'who-', 'SketchPage'].every((part) => files.some((f) => f.includes(part)))
          })()`,
        )) === true,
      60_000,
    )
    // Taken in, the page opens anew: it is there, and kept, before the line goes.
    await page.getByRole('button', { name: 'Set a mark' }).waitFor()
    await until(async () => (await kept(page, 'rows')) > 4, 40_000)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Set a mark' }).click()
    await page.getByLabel('What it is').fill('Knife by the drain')
    await page.getByRole('dialog').getByRole('button', { name: 'Set a mark' }).click()
    await page.getByText('Set a mark: 1 Knife by the drain').waitFor({ timeout: 15_000 })
    const bytes = Buffer.concat([aPicture, Buffer.from('telephone')])
    await page
      .locator('input[type=file][capture]')
      .setInputFiles({ name: 'IMG_0001.PNG', mimeType: 'image/png', buffer: bytes })
    await page.getByText('1 photograph kept').waitFor({ timeout: 15_000 })
    await shot(page, 'scene-offline')
    // Whoever kills the tab loses nothing that was called kept.
    await page.close()
    const again = await context.newPage()
    await again.goto(`${base}/scenes/${attendance}`)
    await again
      .getByText('2 acts are kept on this device')
      .waitFor({ timeout: 40_000 })
      .catch(async (e: unknown) => {
        await shot(again, 'scene-lost')
        throw e
      })
    expect(await kept(again, 'files')).toBe(1)
    await shot(again, 'scene-again')
    // The line comes back, and is cut twice after the file went out.
    cuts = 2
    await context.setOffline(false)
    await again.evaluate("window.dispatchEvent(new Event('online'))")
    await until(async () => {
      await again.evaluate("window.dispatchEvent(new Event('online'))")
      await performClaims(lab.ground)
      const now = await record(attendance)
      return now.marks.length === 1 && now.photographs === 1
    }, 60_000)
    const { items } = (await lab.as('tessa').ask('scenes.photographs', { attendance })).body
    expect(items).toMatchObject([{ name: 'IMG_0001.PNG', provedAtCapture: true, by: 'Tessa Cal' }])
    const claims = (await lab.as('tessa').ask('identity.my-claims', {})).body.items
    expect(claims.map((c: Said) => [c.sequence, c.state])).toEqual([
      [2, 'done'],
      [1, 'done'],
    ])
    expect(Math.abs(claims[0].skewMinutes - 48 * 60)).toBeLessThan(3)
    const [mark] = (await record(attendance)).marks
    expect(Math.abs(Date.parse(mark.at) - Date.parse(lab.clock.now()))).toBeLessThan(10 * 60_000)
    await until(async () => (await kept(again, 'files')) === 0)
    await context.close()
  },
)

test.skipIf(!there)(
  'D42 D48 two devices at one scene with no network: the same number on two markers comes in from both, and the screen asks which holds',
  { timeout: 120_000 },
  async () => {
    const { attendance } = await attended(lab as never)
    for (const [who, what] of [
      ['tessa', 'Glass'],
      ['uriel', 'Button'],
    ] as const) {
      const context = await phoneOf(who)
      const page = await context.newPage()
      await page.goto(`${base}/scenes/${attendance}`)
      await page.getByRole('button', { name: 'Set a mark' }).waitFor()
      await context.setOffline(true)
      await page.getByRole('button', { name: 'Set a mark' }).click()
      await page.getByLabel('Number on the marker').fill('5')
      await page.getByLabel('What it is').fill(what)
      await page.getByRole('dialog').getByRole('button', { name: 'Set a mark' }).click()
      await page.getByText(`Set a mark: 5 ${what}`).waitFor({ timeout: 15_000 })
      await context.setOffline(false)
      await page.evaluate("window.dispatchEvent(new Event('online'))")
      await until(async () => {
        await performClaims(lab.ground)
        return (await record(attendance)).marks.some((m: Said) => m.words === what)
      })
      if (who === 'uriel') {
        await page.reload()
        await page.getByText('The mark 5 stands on two things.').waitFor({ timeout: 15_000 })
        await shot(page, 'scene-conflict')
      }
      await context.close()
    }
  },
)
