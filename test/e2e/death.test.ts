/** The work on a death in a browser: the call in the night with no network, and wounds on the diagram by finger and by keyboard alone. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examined, officeOf } from '../../src/modules/death/examples.ts'
import { launchBrowser } from '../chromium.ts'
import { type Lab, openLab } from '../lab.ts'
import { deviceOf, hasPages, keptOn, lineIsBack, shot, until } from './device.ts'
import { type Front, openFront } from './front.ts'
import { built } from './house.ts'

let lab: Lab
let browser: Browser
let front: Front
beforeAll(async () => {
  if (!built) return
  lab = await openLab({ start: new Date().toISOString() })
  await officeOf(lab)
  front = await openFront({ server: lab.url, pages: true })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})

const open = async (who: string, path: string, width: number): Promise<[BrowserContext, Page]> => {
  const context = await deviceOf(browser, front.url, lab, who, { width })
  const page = await context.newPage()
  await page.goto(front.url + path)
  return [context, page]
}

/** As the caller says it, in the order of the screen. */
async function takesTheCall(page: Page, name: string, sheet?: string): Promise<void> {
  await page.getByLabel('Name of the caller').fill('Sgt Coc')
  await page.getByText('At home', { exact: true }).click()
  await page.getByLabel('Name, as told').fill(name)
  await page.locator('main').getByLabel(/^Age/).first().fill('61')
  await page.getByLabel('Place in words').fill('Mile 12')
  await page
    .getByRole('group', { name: /Is it safe/ })
    .getByText('Yes')
    .click()
  if (sheet) await page.getByLabel('Sheet of paper').fill(sheet)
  await page.getByRole('button', { name: 'Record the call' }).click()
}
const taken = (): number => front.told.filter((path) => path.endsWith('death/take-call')).length
const found = async (q: string): Promise<{ name: string; state: string }[]> =>
  (await lab.as('isela').ask('death.calls', { q })).body.items

test.skipIf(!built)(
  'H1 M1 who has only signed in takes a call on a telephone with no network; it is kept when the tab is closed and goes in once; one that is refused comes back to be put right, and holds up no other',
  { timeout: 600_000 },
  async () => {
    // The page of a call was never opened on this device.
    const [context, page] = await open('isela', '/', 390)
    await until(() => hasPages(page, ['NewCallPage']))
    await until(async () => (await keptOn(page, 'rows', 'death.call')) >= 6, 40_000)
    await context.setOffline(true)
    await page.reload()
    await page.goto(`${front.url}/death/call`)
    const began = Date.now()
    await takesTheCall(page, 'Refugio Tzul', 'PF/NOBODY-PRINTED-IT')
    await page.getByText('The call is kept on this device').waitFor()
    console.info(
      `a call without a network: ${((Date.now() - began) / 1_000).toFixed(1)} s from the page to the disk`,
    )
    expect(Date.now() - began).toBeLessThan(300_000)
    await page.reload()
    await takesTheCall(page, 'Filiberto Canul')
    await until(async () => (await page.getByText('The call is kept on this device').count()) === 2)
    await shot(page, 'call-waits')
    expect(taken()).toBe(0)
    await page.close()
    // Two tabs see the line come back; one of them sends.
    const tabs = [await context.newPage(), await context.newPage()]
    for (const tab of tabs) await tab.goto(`${front.url}/death`)
    await context.setOffline(false)
    for (const tab of tabs) await lineIsBack(tab)
    await until(async () => (await found('Filiberto')).length > 0)
    const [, tab] = tabs as [Page, Page]
    await tab.bringToFront()
    await tab.getByText(/A call taken on .* was refused/).waitFor()
    await shot(tab, 'call-refused')
    // Both went out once: the answer to each stands.
    expect(taken()).toBe(2)
    expect(await found('Filiberto')).toMatchObject([{ name: 'Filiberto Canul', state: 'open' }])
    expect(await found('Refugio')).toEqual([])
    await tab.getByRole('button', { name: 'Open it, put it right and send it again' }).click()
    const sheet = tab.getByLabel('Sheet of paper')
    await sheet.waitFor()
    expect(await tab.getByLabel('Name, as told').inputValue()).toBe('Refugio Tzul')
    await sheet.fill('')
    await tab.getByRole('button', { name: 'Record the call' }).click()
    await tab.waitForURL(/death\/deaths\//)
    expect(await found('Refugio')).toMatchObject([{ name: 'Refugio Tzul', state: 'open' }])
    await context.close()
  },
)

test.skipIf(!built)(
  'H1 a call whose answer was lost with the line is kept, and is there once',
  { timeout: 300_000 },
  async () => {
    const [context, page] = await open('isela', '/death/call', 390)
    let lost = 0
    await page.route('**/api/death/take-call', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await takesTheCall(page, 'Candelaria Pop')
    await until(async () => (await keptOn(page, 'rows', 'act')) === 1)
    await lineIsBack(page)
    await page.getByText('The call is kept on this device').waitFor({ state: 'detached' })
    expect(lost).toBe(1)
    expect(await found('Candelaria')).toHaveLength(1)
    expect(await page.getByText(/was refused/).count()).toBe(0)
    await context.close()
  },
)

/** What the server holds of the wounds, not what a page shows. */
const wounds = async (
  examination: string,
): Promise<{ no: number; x: string; y: string; words: string | null }[]> =>
  (await lab.as('hugo').ask('death.get-examination', { examination })).body.wounds

test.skipIf(!built)(
  'H23 wounds are marked on the diagram with a finger at 390 pixels: where one touches, a numbered point stands, and a touch on it chooses it',
  { timeout: 300_000 },
  async () => {
    const { examination } = await examined(lab)
    const [context, page] = await open('hugo', `/death/examinations/${examination}`, 390)
    const pad = page.locator('.diagram-pad button')
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (!box) throw new Error('no diagram')
    // Big enough for a finger, and inside the screen.
    expect([Math.min(box.width, 180), box.x >= 0, box.x + box.width <= 390]).toEqual([180, true, true])
    const at = { x: box.x + box.width * 0.5, y: box.y + box.height * 0.3 }
    await page.touchscreen.tap(at.x, at.y)
    const panel = page.getByRole('dialog')
    await panel.getByText('Gunshot wound').click()
    await panel
      .getByLabel('In own words')
      .fill('Chest, left of the middle')
      .catch(() => undefined)
    await panel.getByRole('button', { name: 'Mark a wound' }).click()
    await until(async () => (await wounds(examination)).length === 1)
    const [first] = await wounds(examination)
    await page.locator('.wound-list li').first().waitFor()
    // The point lies where the finger was.
    const circle = await page.locator('.diagram-pad svg .wound circle').boundingBox()
    if (!circle) throw new Error('no point')
    expect(Math.hypot(circle.x + circle.width / 2 - at.x, circle.y + circle.height / 2 - at.y)).toBeLessThan(
      14,
    )
    await shot(page, 'diagram-touch')
    await page.touchscreen.tap(circle.x + circle.width / 2, circle.y + circle.height / 2)
    await page.locator('.diagram-pad svg .wound.chosen').waitFor()
    expect([first?.no, (await wounds(examination)).length]).toEqual([1, 1])
    await context.close()
  },
)

test.skipIf(!built)(
  'H23 wounds are marked by keyboard alone: the diagram is reached, the arrows lead, Enter marks, and the list says it',
  { timeout: 300_000 },
  async () => {
    const { examination } = await examined(lab)
    const [context, page] = await open('hugo', `/death/examinations/${examination}`, 1280)
    await page.locator('.diagram-pad button').waitFor()
    const focused = (script: string): Promise<string> =>
      page.evaluate(`(() => { const e = document.activeElement; return String(${script}) })()`)
    const tabTo = async (script: string, most = 120): Promise<void> => {
      for (let n = 0; n < most; n++) {
        await page.keyboard.press('Tab')
        if ((await focused(script)) === 'true') return
      }
      throw new Error(`the keyboard does not reach ${script}`)
    }
    await tabTo("Boolean(e.closest('.diagram-pad'))")
    // Two steps left, a wide one down.
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Shift+ArrowDown']) await page.keyboard.press(key)
    await page.locator('.diagram-pad svg .cross').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo("e.type === 'radio' || e.tagName === 'SELECT'")
    await page.keyboard.press('Space')
    await tabTo("e.tagName === 'BUTTON' && e.type === 'submit'")
    await shot(page, 'diagram-keyboard')
    await page.keyboard.press('Enter')
    await until(async () => (await wounds(examination)).length === 1)
    const [only] = await wounds(examination)
    // The middle of the front of an adult, 16 to the left and 40 down.
    const size =
      (await page.locator('.diagram-pad svg').getAttribute('viewBox'))?.split(' ').map(Number) ?? []
    expect([Number(only?.x), Number(only?.y)]).toEqual([(size[2] ?? 0) / 2 - 16, (size[3] ?? 0) / 2 + 40])
    await page.locator('.wound-list li').first().waitFor()
    await context.close()
  },
)
