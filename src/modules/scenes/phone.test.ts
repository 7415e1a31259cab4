/** A technician's telephone with no network: opened, photographed, marked, the tab killed, the clock wrong; then everything comes in once and the device lets go. */
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performClaims } from '#identity/claims.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, hasPages, keptOn, lineIsBack, shot, until } from '../../../test/e2e/device.ts'
import { type Front, openFront } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aPicture, attended, unitOf } from './examples.ts'

let lab: Lab
let browser: Browser
let front: Front
let base = ''

beforeAll(async () => {
  if (!built) return
  lab = await openLab()
  await unitOf(lab as never)
  front = await openFront({ server: lab.url, pages: true })
  base = front.url
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})

/** The house stands at a made hour: the telephone's clock begins there, off by so much. */
const phoneOf = (who: string, skewMs = 0): Promise<BrowserContext> =>
  deviceOf(browser, base, lab, who, { clock: new Date(Date.parse(lab.clock.now()) + skewMs).toISOString() })
const record = async (attendance: string): Promise<Said> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body

test.skipIf(!built)(
  'M1 D47 a scene on a telephone with no network and a clock two days ahead: photographed, marked, the tab killed; all of it comes in once, signed, and the device lets go',
  { timeout: 600_000 },
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
    await page.getByText('This device does not sign yet').waitFor({ state: 'detached' })
    // The worker has what this page stands on, and the device knows who it is.
    await until(() => hasPages(page, ['ScenePage', 'who-', 'SketchPage']), 60_000)
    // Taken in, the page opens anew: it is there, and kept, before the line goes.
    await page.getByRole('button', { name: 'Set a mark' }).waitFor()
    await until(async () => (await keptOn(page, 'rows')) > 4, 40_000)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Set a mark' }).click()
    await page.getByLabel('What it is').fill('Knife by the drain')
    await page.getByRole('dialog').getByRole('button', { name: 'Set a mark' }).click()
    await page.getByText('Set a mark: 1 Knife by the drain').waitFor()
    const bytes = Buffer.concat([aPicture, Buffer.from('telephone')])
    await page
      .locator('input[type=file][capture]')
      .first()
      .setInputFiles({ name: 'IMG_0001.PNG', mimeType: 'image/png', buffer: bytes })
    await page.getByText('1 photograph kept').waitFor()
    await shot(page, 'scene-offline')
    // Whoever kills the tab loses nothing that was called kept.
    await page.close()
    const again = await context.newPage()
    await again.goto(`${base}/scenes/${attendance}`)
    await again
      .getByText('2 acts are kept on this device')
      .waitFor()
      .catch(async (e: unknown) => {
        await shot(again, 'scene-lost')
        throw e
      })
    expect(await keptOn(again, 'files')).toBe(1)
    await shot(again, 'scene-again')
    // The line comes back, and is cut twice after the file went out.
    front.line.loseAnswers = 2
    await context.setOffline(false)
    await lineIsBack(again)
    await until(async () => {
      await lineIsBack(again)
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
    await until(async () => (await keptOn(again, 'files')) === 0)
    await context.close()
  },
)

test.skipIf(!built)(
  'D42 D48 two devices at one scene with no network: the same number on two markers comes in from both, and the screen asks which holds',
  { timeout: 600_000 },
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
      await page.getByText(`Set a mark: 5 ${what}`).waitFor()
      await context.setOffline(false)
      await lineIsBack(page)
      await until(async () => {
        await performClaims(lab.ground)
        return (await record(attendance)).marks.some((m: Said) => m.words === what)
      })
      if (who === 'uriel') {
        await page.reload()
        await page.getByText('The mark 5 stands on two things.').waitFor()
        await shot(page, 'scene-conflict')
      }
      await context.close()
    }
  },
)
