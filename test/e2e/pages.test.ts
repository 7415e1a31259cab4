/** Every page of every role: axe finds nothing, nobody else is asked, nothing complains, Spanish is whole, a phone scrolls one way only. */
import axe from 'axe-core'
import type { Page, Request } from 'playwright-core'
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
  // The medical examiner's office: attendant, investigator, pathologist.
  'Norris',
  'Isela',
  'Loretta',
] as const

const keys =
  /\b(?:kit|shell|home|help|state|op|cases|death|scenes|evidence|work|results|reports|quality|identity|catalogue|portal|exchange)\.[a-z][a-z-]+(?:\.[a-z-]+)?\b/g

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('demonstration')
}, 240_000)
afterAll(() => house?.close())

/** What each page has asked for and not yet been answered. */
const waiting = new WeakMap<Page, Set<Request>>()
function counted(page: Page): Set<Request> {
  const known = waiting.get(page)
  if (known) return known
  const open = new Set<Request>()
  waiting.set(page, open)
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}
/** Its heading stands, nothing of it is still being fetched, and nothing stands for what is to come: no half second of silence is waited for. */
const QUIET_MS = 60
const settled = async (page: Page, path: string): Promise<void> => {
  const open = counted(page)
  open.clear()
  await page.goto(path)
  await page.locator('h1').first().waitFor()
  for (let quiet = 0; quiet < QUIET_MS; ) {
    await new Promise((later) => setTimeout(later, 20))
    const still = open.size === 0 && (await page.locator('.skeleton, [aria-busy=true]').count()) === 0
    quiet = still ? quiet + 20 : 0
  }
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
  const file = kinds.get('/death/deaths/') ?? (await behind(page, places, '/death', '/death/deaths/'))
  return [...new Set([...places, ...kinds.values(), ...(await deathPages(page, file)), '/me'])]
}
/** One record behind the list of a word that this person has. */
async function behind(
  page: Page,
  places: readonly string[],
  list: string,
  record: string,
): Promise<string | undefined> {
  if (!places.includes(list)) return undefined
  await settled(page, list)
  return (await page.locator(`main a[href^="${record}"]`).first().getAttribute('href')) ?? undefined
}
/** Those of a death that no navigation names: each tab of a file, an examination, and the lists that its first pages lead to. */
async function deathPages(page: Page, file: string | undefined): Promise<string[]> {
  if (file === undefined) return []
  const lead = async (path: string, to: RegExp): Promise<string[]> => {
    await settled(page, path)
    const links = await page
      .locator('main a[href]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    return links.filter((link) => to.test(link))
  }
  const list = /^\/death\/[a-z-]+$/
  const lists = [...(await lead('/death', list)), ...(await lead('/death/morgue', list))]
  const death = file.replace(/\?.*/, '')
  const [examination] = await lead(`${death}?tab=examination`, /^\/death\/examinations\//)
  return [
    ...['file', 'inquiry', 'body', 'identity', 'examination', 'relatives'].map(
      (tab) => `${death}?tab=${tab}`,
    ),
    ...(examination
      ? ['wounds', 'protocol', 'organs', 'pictures', 'specimens'].map((tab) => `${examination}?tab=${tab}`)
      : []),
    ...lists,
  ]
}
/** What runs in the page is text: the tests themselves know no browser. */
const inPage = <T>(page: Page, script: string): Promise<T> => page.evaluate(script) as Promise<T>
/** What is found is told whole; of what holds, axe need not write a report for every element. */
const findViolations = `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => one.id + ' ' + node.target + ' ' + (node.failureSummary ?? '').slice(0, 200))))`
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return inPage(page, findViolations)
}

/** What one role has shown on a phone in the dark need not be shown again by the next; its own first page is looked at always. */
const seen = new Set<string>()
const kindOf = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')

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
      const [atDesk, onPhone] = await Promise.all([violations(desk), violations(phone)])
      for (const fault of atDesk) found.push(`${path} at a desk: ${fault}`)
      for (const fault of onPhone) found.push(`${path} on a phone: ${fault}`)
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
