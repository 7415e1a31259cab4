/** Every page of every role: axe finds nothing, nobody else is asked, nothing complains, Spanish is whole, a phone scrolls one way only. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, built, openHouse } from './house.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** One of each role stands at the door; each sees its own words. */
const people = [
  'Jolene',
  'Teresita',
  'Gilbert',
  'Ana',
  'Everett',
  'Marisol',
  'Dorian',
  'Kendra',
  'Ilna',
  'Verla',
] as const

const keys =
  /\b(?:kit|shell|home|help|state|op|cases|evidence|work|results|reports|quality|identity|catalogue|portal|exchange)\.[a-z][a-z-]+(?:\.[a-z-]+)?\b/g

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('demonstration')
}, 120_000)
afterAll(() => house?.close())

const settled = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.locator('h1').first().waitFor()
}
/** The words of the navigation, and one record behind each list. */
async function placesOf(page: Page): Promise<string[]> {
  await settled(page, '/')
  const places = await page
    .locator('.shell-nav a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? '/'))
  const records = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
  const kinds = new Map(
    records
      .filter((path) => /[0-9a-f]{8}-/.test(path))
      .map((path) => [path.replace(/\/[0-9a-f-]{36}.*/, ''), path]),
  )
  return [...new Set([...places, ...kinds.values(), '/me'])]
}
/** What runs in the page is text: the tests themselves know no browser. */
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script) as Promise<T>
const findViolations = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then(({ violations }) =>
  violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => one.id + ' ' + node.target + ' ' + (node.failureSummary ?? '').slice(0, 200))))`
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return inPage(page, findViolations)
}

/** What one role has shown on a phone in the dark need not be shown again by the next; its own first page is looked at always. */
const seen = new Set<string>()
const kindOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}.*/, '…')

test.skipIf(!built).each(people)(
  '%s: axe finds nothing on any page, at a desk and dark on a phone',
  async (name) => {
    const desk = await house.open({ as: name })
    const phone = await house.open({
      as: name,
      language: 'es',
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      hasTouch: true,
    })
    const found: string[] = []
    for (const path of await placesOf(desk)) {
      if (path !== '/' && seen.has(kindOf(path))) continue
      seen.add(kindOf(path))
      await Promise.all([settled(desk, path), settled(phone, path)])
      for (const fault of await violations(desk)) found.push(`${path} at a desk: ${fault}`)
      for (const fault of await violations(phone)) found.push(`${path} on a phone: ${fault}`)
      const [wide = 0, shown = 0] = await inPage<number[]>(
        phone,
        '[document.documentElement.scrollWidth, innerWidth]',
      )
      if (wide > shown) found.push(`${path} scrolls sideways on a phone: ${wide} of ${shown}`)
      const words = await inPage<string>(phone, 'document.body.innerText')
      // Scopes of tokens are named by their operations; those alone are meant to be read as keys.
      if (path !== '/me')
        for (const key of words.match(keys) ?? []) found.push(`${path} shows the key ${key}`)
    }
    await desk.context().close()
    await phone.context().close()
    expect(found).toEqual([])
  },
  120_000,
)

test.skipIf(!built)(
  'a language that is chosen on a page says all of it, as it does after a reload',
  async () => {
    const page = await house.open({ as: 'Teresita' })
    await settled(page, '/work')
    const said = (): Promise<string> => page.locator('.shell-nav').innerText()
    const english = await said()
    await page.locator('.shell-tongue').click()
    await page.locator('html[lang="es"]').waitFor({ state: 'attached' })
    await page.locator('.shell-nav').waitFor()
    const spanish = await said()
    expect(spanish).not.toBe(english)
    await settled(page, '/work')
    expect(await said()).toBe(spanish)
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)('no page asked anybody else, threw, or complained', () => {
  expect(house.faults).toEqual([])
})
