/** A telephone in the browser's tests: whose it is, what its clock shows, and what it keeps. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Lab } from '../lab.ts'

export interface DeviceOptions {
  readonly width?: number
  readonly height?: number
  /** What the clock of the device shows when it is opened; then it goes on. */
  readonly clock?: string
}
/** Somebody of a laboratory, signed in on a device of their own behind this address. */
export async function deviceOf(
  browser: Browser,
  url: string,
  lab: Lab,
  who: string,
  options: DeviceOptions = {},
): Promise<BrowserContext> {
  const known = lab.people.get(who)
  const width = options.width ?? 390
  const context = await browser.newContext({
    viewport: { width, height: options.height ?? 844 },
    hasTouch: width < 500,
    locale: 'en-GB',
  })
  // Where the machine has much else to do, a page is slow, not broken.
  context.setDefaultTimeout(90_000)
  await context.addCookies([
    { name: 'custodia_session', value: known?.token ?? '', url },
    { name: 'custodia_csrf', value: known?.csrf ?? '', url },
  ])
  if (options.clock)
    await context.addInitScript(`{
      const off = ${Date.parse(options.clock) - Date.now()}
      const Real = Date
      class Shifted extends Real { constructor(...a) { a.length === 0 ? super(Real.now() + off) : super(...a) } static now() { return Real.now() + off } }
      globalThis.Date = Shifted
    }`)
  return context
}

export type Store = 'rows' | 'files' | 'pieces' | 'locks'
/** How many rows stand in a store of the device; of a kind, where one is named. */
export const keptOn = (page: Page, store: Store, kind?: string): Promise<number> =>
  page.evaluate(
    `new Promise((settle) => { const o = indexedDB.open('custodia'); o.onsuccess = () => { const r = o.result.transaction('${store}').objectStore('${store}').getAllKeys(); r.onsuccess = () => settle(r.result.filter((key) => ${kind === undefined} || key[1] === '${kind}').length) } })`,
  )
/** The worker has these files of the pages, and the device knows whose it is. */
export const hasPages = async (page: Page, parts: readonly string[]): Promise<boolean> =>
  (await page.evaluate(
    `(async () => {
      if (!localStorage.getItem('custodia.here') || !navigator.serviceWorker.controller) return false
      const files = (await (await caches.open('custodia-files')).keys()).map((r) => new URL(r.url).pathname)
      return ${JSON.stringify(parts)}.every((part) => files.some((f) => f.includes(part)))
    })()`,
  )) === true
/** A page that lacked a part of itself opens anew at that moment: what is told in the midst of it is told again after it. */
export async function lineIsBack(page: Page): Promise<void> {
  const tell = (): Promise<unknown> => page.evaluate("window.dispatchEvent(new Event('online'))")
  await tell().catch(async () => {
    await page.waitForLoadState()
    await tell()
  })
}

/** Asked again and again from outside: the page's own policy lets nothing be evaluated in it. */
export async function until(what: () => Promise<boolean>, ms = 90_000, told = ''): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await what()) return
    await new Promise((again) => setTimeout(again, 250))
  }
  throw new Error(`it did not come to pass ${told}`)
}
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['CUSTODIA_TEST_SHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
