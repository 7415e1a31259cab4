/** What was refused keeps its photographs on the device until somebody has answered for it; then a person lets them go, and nothing else does. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performClaims } from '#identity/claims.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, hasPages, keptOn, lineIsBack, shot, until } from '../../../test/e2e/device.ts'
import { type Front, openFront } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, type Said, openLab } from '../../../test/lab.ts'
import { aPassport, aPicture, attended, unitOf } from './examples.ts'

let lab: Lab
let browser: Browser
let front: Front
beforeAll(async () => {
  if (!built) return
  lab = await openLab()
  await unitOf(lab as never)
  lab.clock.set(new Date(Date.parse(lab.clock.now()) + 3_600_000).toISOString())
  front = await openFront({ server: lab.url, pages: true })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})
const record = async (attendance: string): Promise<Said> =>
  (await lab.as('tessa').ask('scenes.get-attendance', { attendance })).body
async function takenIn(attendance: string) {
  const context = await deviceOf(browser, front.url, lab, 'tessa', { clock: lab.clock.now() })
  const page = await context.newPage()
  await page.goto(`${front.url}/scenes/${attendance}`)
  await page.getByRole('button', { name: 'Take this device in' }).click()
  await page.getByLabel('PIN').first().fill('246810')
  await page.keyboard.press('Enter')
  await page.getByText('This device does not sign yet').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Set a mark' }).waitFor()
  await until(() => hasPages(page, ['ScenePage', 'who-']), 60_000)
  await until(async () => (await keptOn(page, 'rows', 'scene')) > 0)
  await until(async () => (await keptOn(page, 'rows', 'codes')) > 4)
  return { context, page }
}

test.skipIf(!built)(
  'D47 a photograph whose act was refused stays on the device until it is answered, and goes when a person lets it go',
  { timeout: 600_000 },
  async () => {
    const { attendance } = await attended(lab as never)
    const { context, page } = await takenIn(attendance)
    await context.setOffline(true)
    await page
      .locator('input[type=file][capture]')
      .first()
      .setInputFiles({
        name: 'IMG_0007.PNG',
        mimeType: 'image/png',
        buffer: Buffer.concat([aPicture, Buffer.from('late')]),
      })
    await page.getByText('1 photograph kept').waitFor()
    // Meanwhile the record is signed from elsewhere: what comes in now is refused.
    await lab.as('tessa').do('scenes.leave-scene', { attendance })
    await lab.as('tessa').do('scenes.sign-scene-record', { attendance }, { stepUp: true })
    await context.setOffline(false)
    await lineIsBack(page)
    const refused = async (): Promise<Said[]> =>
      (await lab.as('tessa').ask('identity.my-claims', { state: 'refused' })).body.items
    await until(async () => {
      await performClaims(lab.ground)
      return (await refused()).length === 1
    })
    await page.goto(`${front.url}/scenes/handed-in`)
    await page.getByText('Its file stays on this device until it is answered.').waitFor()
    await lineIsBack(page)
    expect(await keptOn(page, 'files')).toBe(1)
    await page.getByRole('button', { name: 'Answer', exact: false }).first().click()
    await page
      .getByRole('dialog')
      .locator('textarea')
      .fill('Taken after the signature; it shows nothing of the scene')
    await page.getByRole('dialog').getByRole('button').last().click()
    const letGo = page.getByRole('button', { name: 'Let its file go from this device' })
    await letGo.waitFor()
    expect(await keptOn(page, 'files')).toBe(1)
    await shot(page, 'let-go')
    await letGo.click()
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await until(async () => (await keptOn(page, 'files')) === 0)
    expect(await refused()).toEqual([])
    await context.close()
  },
)

test.skipIf(!built)(
  'D46 with no network the lines of a passport are read on the telephone, a mistyped figure is told, a person confirms, and it comes in',
  { timeout: 600_000 },
  async () => {
    const { attendance } = await attended(lab as never)
    const { context, page } = await takenIn(attendance)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Read an identity document' }).click()
    const dialog = page.getByRole('dialog')
    const type = async (lines: string): Promise<void> => {
      await dialog.locator('textarea').fill(lines)
      await dialog.getByRole('button', { name: 'Read', exact: true }).click()
    }
    await type(aPassport.replace('740812', '740822'))
    await dialog.getByText('Check digits do not fit: date of birth, the whole line.').waitFor()
    await dialog.getByRole('button', { name: 'Scan another' }).click()
    await type(aPassport)
    await dialog.getByText('Passport (ICAO)').waitFor()
    expect(await dialog.getByLabel('Name').inputValue()).toBe('ANNA MARIA ERIKSSON')
    await shot(page, 'identity')
    await dialog.getByLabel('Part in the case').selectOption({ label: 'Witness' })
    await dialog.getByRole('button', { name: 'Read an identity document' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await record(attendance)).identities).toEqual([])
    await context.setOffline(false)
    await lineIsBack(page)
    await until(async () => {
      await lineIsBack(page)
      await performClaims(lab.ground)
      return (await record(attendance)).identities.length === 1
    })
    expect((await record(attendance)).identities[0]).toMatchObject({
      name: 'ANNA MARIA ERIKSSON',
      raw: aPassport,
      failed: [],
      differs: [],
    })
    await context.close()
  },
)
