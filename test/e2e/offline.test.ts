/** The ground that pages stand on without a network: what opens, what is kept and how it lies there, who sends it, and how a new version comes in. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeBrowser } from '../chromium.ts'
import { hasPages, keptOn, lineIsBack, shot, until } from './device.ts'
import { type Front, openFront } from './front.ts'
import { type House, built, openHouse } from './house.ts'

let house: House
let front: Front
let base = ''
/** What the front of the house answers as its service worker: the built one, or the same under another version. */
let version: string | null = null

beforeAll(async () => {
  if (!built) return
  // Notices are shown by a browser that has windows.
  house = await openHouse('demonstration', await wholeBrowser())
  front = await openFront({
    server: house.url,
    pages: false,
    instead: (path, text) =>
      path === '/service-worker.js' && version
        ? text.replace(/"version":"[0-9a-f]+"/, `"version":"${version}"`)
        : null,
  })
  base = front.url
}, 300_000)
afterAll(async () => {
  front?.close()
  await house?.close()
})

async function enter(name: string): Promise<{ context: BrowserContext; page: Page; person: string }> {
  const context = await house.browser.newContext({
    baseURL: base,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-BZ',
  })
  const { items } = (await (await context.request.get('/api/demo/people')).json()) as {
    items: { id: string; name: string }[]
  }
  const person = items.find((one) => one.name.includes(name))
  await context.request.post('/api/demo/sign-in', { data: { person: person?.id } })
  return { context, page: await context.newPage(), person: person?.id ?? '' }
}
/** The worker has the shell and this person's places, and the device knows who it is. */
async function settled(page: Page): Promise<void> {
  await until(() => hasPages(page, ['AnnouncePage', 'bwip', 'texts.es']))
  await until(async () => (await keptOn(page, 'rows', 'form')) > 0)
}
const isTrue = (page: Page, expression: string): Promise<void> =>
  until(async () => (await page.evaluate(expression)) === true, 40_000, expression)
const stepOne = (page: Page) => page.getByText('Step 1 of 4').first()

test.skipIf(!built)(
  'M4 after one visit an officer opens Custodia with no connection at all, writes down a delivery and reads the case that they kept; a page never opened says so',
  { timeout: 120_000 },
  async () => {
    const { context, page } = await enter('Dorian')
    await page.goto('/portal')
    await page.getByRole('heading', { name: 'My cases' }).waitFor()
    await settled(page)
    const title = await page.locator('.portal-card strong').first().innerText()
    await page.locator('.portal-card').first().click()
    await page.getByRole('button', { name: 'Keep for offline' }).click()
    await page.getByRole('button', { name: 'Kept on this device' }).waitFor()
    await context.setOffline(true)
    await page.goto('/portal/announce')
    await stepOne(page).waitFor({ timeout: 15_000 })
    await page.getByLabel('What is it about?').fill('Knife, Ranchito bus stop')
    await page.getByText('Kept on this device').first().waitFor()
    await page.reload()
    await stepOne(page).waitFor({ timeout: 15_000 })
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('Knife, Ranchito bus stop')
    await page.goto('/portal')
    await page.getByText(title).first().click()
    await page.getByText('No connection. You see what was kept here').waitFor({ timeout: 15_000 })
    await page.getByRole('heading', { name: 'Examinations' }).waitFor()
    await shot(page, 'case-offline')
    await page.goto('/quality')
    await page.getByText('This page was never opened on this device.').waitFor({ timeout: 15_000 })
    await context.setOffline(false)
    await context.close()
  },
)

test.skipIf(!built)(
  'what is kept lies sealed: no word of it, no key that the browser gives out, no answer of the API in any cache',
  { timeout: 120_000 },
  async () => {
    const { context, page } = await enter('Dorian')
    await page.goto('/portal/announce')
    await stepOne(page).waitFor()
    await page.getByLabel('What is it about?').fill('Zapatera, the blue bicycle')
    await page.getByText('Kept on this device').first().waitFor()
    const found = (await page.evaluate(`(async () => {
      const db = await new Promise((s) => { const o = indexedDB.open('custodia'); o.onsuccess = () => s(o.result) })
      const all = (store) => new Promise((s) => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => s(r.result) })
      const text = (v) => v instanceof ArrayBuffer ? new TextDecoder('latin1').decode(v) : ArrayBuffer.isView(v) ? new TextDecoder('latin1').decode(v) : String(v)
      const rows = await all('rows')
      const clear = rows.map((row) => Object.values(row).map(text).join(' ')).join(' ') + JSON.stringify({ ...localStorage, ...sessionStorage })
      const [lock] = await all('locks')
      const given = await crypto.subtle.exportKey('raw', lock.device).then(() => 'given', () => 'refused')
      const cached = (await Promise.all((await caches.keys()).map(async (n) => (await (await caches.open(n)).keys()).map((r) => new URL(r.url).pathname)))).flat()
      return { clear, given, kinds: rows.map((row) => row.kind), cached }
    })()`)) as { clear: string; given: string; kinds: string[]; cached: string[] }
    expect(found.kinds).toContain('prelog')
    expect(found.clear).not.toMatch(/Zapatera|bicycle/)
    expect(found.given).toBe('refused')
    expect(found.cached.filter((path) => path.startsWith('/api'))).toEqual([])
    await context.close()
  },
)

test.skipIf(!built)(
  'two open pages send what waits once, each act under its own key',
  { timeout: 120_000 },
  async () => {
    const { context, page, person } = await enter('Dorian')
    await page.goto('/portal')
    await settled(page)
    const other = await context.newPage()
    await other.goto('/portal')
    await other.getByRole('heading', { name: 'My cases' }).waitFor()
    // A page that stands behind another is slowed down by the browser.
    await page.bringToFront()
    await context.setOffline(true)
    await page.goto('/portal/announce')
    await stepOne(page).waitFor()
    await page.getByRole('textbox', { name: 'Case number' }).first().fill('CZ-CR-2026-0417')
    await page.getByLabel('What is it about?').fill('Two tabs')
    for (const n of [2, 3]) {
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText(`Step ${n} of 4`).first().waitFor()
    }
    await page.getByLabel('What is it?').fill('Shirt')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Announce it' }).click()
    await page.getByText('waits for the network').first().waitFor()
    // The other page heard of it without asking anybody.
    await other.getByText('Two tabs').first().waitFor()
    front.told.length = 0
    // The other one is made to be first; the page that announced hears how it ended.
    const sending = `custodia.sending.${person}`
    await page.evaluate(
      `void navigator.locks.request('${sending}', () => new Promise((done) => { globalThis.letGo = done }))`,
    )
    await context.setOffline(false)
    await page.waitForTimeout(300)
    await page.evaluate('letGo()')
    await lineIsBack(other)
    await page.waitForURL(/\/portal\/announced\//, { timeout: 30_000 })
    await page.waitForTimeout(1_500)
    expect(front.told.filter((path) => path === '/api/evidence/submit-prelog')).toHaveLength(1)
    await context.close()
  },
)

test.skipIf(!built)(
  'a new version is taken in while a page stands open, says so, and loses nothing that was typed',
  { timeout: 120_000 },
  async () => {
    const { context, page } = await enter('Dorian')
    await page.goto('/portal/announce')
    await isTrue(page, 'navigator.serviceWorker.controller !== null')
    await page.reload()
    await stepOne(page).waitFor()
    await page.getByLabel('What is it about?').fill('Typed before the new version')
    await page.getByText('Kept on this device').first().waitFor()
    version = 'aaaaaaaaaaaa'
    await page.evaluate(
      'navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => undefined)',
    )
    await page.getByText('A newer version of Custodia is ready.').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Open it' }).click()
    await stepOne(page).waitFor()
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('Typed before the new version')
    const shells = (await page.evaluate('caches.keys()')) as string[]
    expect(shells.filter((name) => name.startsWith('custodia-shell-'))).toContain(
      'custodia-shell-aaaaaaaaaaaa',
    )
    version = null
    await context.close()
  },
)

test.skipIf(!built)(
  'the PIN of the device: without it nothing opens, wrong ones make one wait, the right one opens what was kept',
  { timeout: 120_000 },
  async () => {
    const { context, page } = await enter('Dorian')
    await page.goto('/portal/announce')
    await stepOne(page).waitFor()
    await page.getByLabel('What is it about?').fill('Behind the PIN')
    await page.getByText('Kept on this device').first().waitFor()
    await page.goto('/me?tab=device')
    await page.getByText('1 draft').waitFor()
    await page.getByRole('button', { name: 'Set a PIN' }).click()
    await page.getByLabel('New PIN, six digits or more').fill('13579024')
    await page.getByLabel('New PIN again').fill('13579024')
    await page.getByRole('button', { name: 'Set a PIN' }).click()
    await page.getByText('A PIN is set').waitFor()
    await shot(page, 'device')
    await settled(page)
    await context.setOffline(true)
    await page.goto('/portal/announce')
    await page.getByText('This device is locked').waitFor({ timeout: 20_000 })
    await shot(page, 'locked')
    const open = async (pin: string): Promise<void> => {
      await page.getByLabel('PIN of this device').fill(pin)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
    }
    await open('000000')
    await page.getByText('That is not the PIN of this device.').waitFor()
    await open('13579024')
    await stepOne(page).waitFor({ timeout: 20_000 })
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('Behind the PIN')
    await page.reload()
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await page.getByLabel('PIN of this device').fill(`00000${wrong}`)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.getByText(/That is not the PIN/).waitFor()
      await isTrue(page, `document.querySelector('input[type=password]')?.value === ''`)
    }
    await open('13579024')
    await page.getByText('Too many wrong tries. Try again in 1 minute.').waitFor()
    await context.setOffline(false)
    await context.close()
  },
)

test.skipIf(!built)(
  'a message to a browser is shown as its kind in words, with the page where it waits',
  { timeout: 60_000 },
  async (ctx) => {
    const { context, page } = await enter('Dorian')
    await context.grantPermissions(['notifications'], { origin: base })
    const line = await context.newCDPSession(page)
    const registered = new Promise<string>((settle) =>
      line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations.filter((one) => !one.isDeleted)
        if (first) settle(first.registrationId)
      }),
    )
    await line.send('ServiceWorker.enable')
    await page.goto('/portal/notices')
    await isTrue(page, 'navigator.serviceWorker.controller !== null')
    await page.getByText('In this browser, while it is shut').waitFor()
    await shot(page, 'notices')
    // The browser that comes in a package has no place to show a notice: it takes one and forgets it.
    const shows = await page.evaluate(
      `navigator.serviceWorker.ready.then((r) => r.showNotification('try', { tag: 'try' }).then(() => r.getNotifications({ tag: 'try' }))).then((all) => { all.forEach((n) => n.close()); return all.length > 0 }, () => false)`,
    )
    if (shows !== true) {
      await context.close()
      ctx.skip('this browser shows no notices')
    }
    const data = JSON.stringify({
      title: 'NFSS',
      body: 'A question waits for you',
      to: '/portal/messages',
      tag: 'one',
    })
    await line.send('ServiceWorker.deliverPushMessage', {
      origin: `${base}/`,
      registrationId: await registered,
      data,
    })
    const shown = `navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) => JSON.stringify(all.map((n) => [n.title, n.body, n.data])))`
    await isTrue(page, `${shown}.then((text) => text !== '[]')`)
    expect(await page.evaluate(shown)).toBe('[["NFSS","A question waits for you","/portal/messages"]]')
    await context.close()
  },
)
