/** Two of the changes that a laboratory makes for itself, made on screen by somebody who is no programmer, and approved by another. */
import { mkdir } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/chromium.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../test/lab.ts'
import { applyBelize } from './examples.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

let lab: Lab
let browser: Browser
let base = ''
beforeAll(async () => {
  if (!built) return
  const port = await freePort()
  lab = await openLab({ web: port, start: '2026-11-02T14:00:00.000Z' })
  base = `http://localhost:${port}`
  await applyBelize(lab)
  await lab.person('quinn', ['quality-manager'], { unit: null, name: 'Q. Quinn' })
  await lab.person('dora', ['director'], { unit: null, name: 'D. Dora' })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await lab?.close()
})

async function desk(who: string, width = 1440): Promise<Page> {
  const known = lab.people.get(who)
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' })
  await context.addCookies([
    { name: 'custodia_session', value: known?.token ?? '', url: base },
    { name: 'custodia_csrf', value: known?.csrf ?? '', url: base },
  ])
  return context.newPage()
}
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CUSTODIA_TEST_SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
/** Compares, says why, proposes; and another person approves it with their PIN. */
async function proposed(page: Page, why: string, from: string): Promise<void> {
  await page.getByRole('button', { name: 'Compare and propose' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why').fill(why)
  await dialog.getByLabel('In force from').fill(from)
  await shot(page, `propose-${why.replaceAll(/\W+/g, '-')}`)
  await dialog.getByRole('button', { name: 'Propose the change' }).click()
  await page.waitForURL(/catalogue\/changes\//)
}
async function approved(path: string): Promise<void> {
  const page = await desk('dora')
  await page.goto(path)
  await page.getByRole('button', { name: 'Approve the change' }).click()
  const pin = page.getByRole('dialog')
  await pin.getByLabel('Your PIN').fill('246810')
  await pin.getByRole('button', { name: /^Sign/ }).click()
  await page.getByText('approved').first().waitFor()
  await shot(page, 'approved')
  await page.context().close()
}

describe.skipIf(!built)('K1 the laboratory’s own rules on screen', () => {
  test('a limit is changed from 1 January: what the law says is read while it is typed', async () => {
    const page = await desk('quinn')
    await page.goto(`${base}/catalogue/studio/limit`)
    await page.getByRole('link', { name: /ticket is given/ }).click()
    await page.getByLabel('Amount').fill('28')
    await page.getByText('more than 28 g').waitFor()
    await proposed(page, 'Act No. 3 of 2026', '01/01/2027')
    await approved(page.url())
    const value = async (on: string) =>
      (await lab.as('quinn').ask('catalogue.get-limits', { substance: 'cannabis', on })).body.items.find(
        (l: { key: string }) => l.key === 'cannabis-ticket',
      ).value
    expect([await value('2026-12-31'), await value('2027-01-01')]).toEqual(['10', '28'])
    await page.context().close()
  }, 90_000)

  test('a kind of item gets a form of its own, drawn question by question, also on a telephone', async () => {
    const page = await desk('quinn', 390)
    await page.goto(`${base}/catalogue/studio/form/~`)
    await page.getByLabel('English', { exact: true }).fill('Jewellery')
    await page.getByLabel('Spanish', { exact: true }).fill('Joyas')
    await page.getByLabel('Code').fill('item.jewellery')
    for (const [en, es, key] of [
      ['Metal', 'Metal', 'metal'],
      ['Engraving', 'Grabado', 'engraving'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a question' }).click()
      await page.getByLabel('Question, English').fill(en)
      await page.getByLabel('Question, Spanish').fill(es)
      await page.getByLabel('Key').fill(key)
    }
    await page.getByRole('button', { name: 'Move “Engraving” up' }).click()
    await shot(page, 'form-telephone')
    await proposed(page, 'Jewellery comes in', '02/11/2026')
    await approved(page.url())

    await page.goto(`${base}/catalogue/studio/list.item-type/~`)
    await page.getByLabel('English', { exact: true }).fill('Jewellery')
    await page.getByLabel('Spanish', { exact: true }).fill('Joyas')
    await page.getByLabel('Code').fill('jewellery')
    await page.getByLabel('Described by the form').selectOption('item.jewellery')
    await proposed(page, 'A kind of its own', '02/11/2026')
    await approved(page.url())
    const { form } = (await lab.as('quinn').ask('catalogue.get-form', { type: 'jewellery' })).body
    expect(form.questions.map((q: { key: string }) => q.key)).toEqual(['engraving', 'metal'])
    await page.context().close()
  }, 120_000)
})
