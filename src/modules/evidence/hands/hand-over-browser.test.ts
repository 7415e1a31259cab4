/** Two people with a telephone each, 390 pixels wide: one offers, the other takes it by their own PIN; until then nothing has moved. */
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/chromium.ts'
import { built } from '../../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../../test/lab.ts'
import { aSubmission, anItem, arrangeWords } from '../examples.ts'

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
let item: { id: string; number: string }
beforeAll(async () => {
  if (!built) return
  const port = await freePort()
  lab = await openLab({ web: port, start: new Date().toISOString() })
  base = `http://localhost:${port}`
  await arrangeWords(lab as never)
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
  await lab.person('cus', ['analyst'], { unit: lab.units.chemistry, name: 'Eugenio Cus' })
  const received = await lab
    .as('reneau')
    .do('evidence.receive-submission', aSubmission({ items: [anItem({ description: 'White powder' })] }))
  item = received.items[0]
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await lab?.close()
}, 120_000)

async function phone(who: string): Promise<Page> {
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
  return context.newPage()
}
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CUSTODIA_TEST_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
const sign = async (page: Page, pin: string): Promise<void> => {
  await page.getByLabel('Your PIN', { exact: true }).last().fill(pin)
  await page.getByRole('button', { name: /^Sign/ }).last().click()
}
const holder = async (): Promise<string> =>
  (await lab.as('reneau').ask('evidence.get-item', { id: item.id })).body.holder?.name

test.skipIf(!built)(
  'a thing goes from one telephone to another: offered by the one with the PIN, it moves when the other takes it with theirs, and a wrong PIN moves nothing',
  { timeout: 300_000 },
  async () => {
    const gives = await phone('reneau')
    await gives.goto(`${base}/evidence/items/${item.id}`)
    await gives.getByRole('button', { name: 'Hand over' }).first().click({ timeout: 60_000 })
    const panel = gives.getByRole('dialog')
    await panel.getByRole('combobox', { name: /To whom/ }).fill('Eugenio')
    await gives.getByRole('option', { name: /Eugenio Cus/ }).click({ timeout: 30_000 })
    await panel.getByLabel('For what').fill('Examination')
    await shot(gives, 'hand-over-offer')
    await panel.getByRole('button', { name: 'Hand over' }).click()
    await sign(gives, '246810')
    await expect
      .poll(async () => (await lab.as('cus').ask('evidence.held-by', { limit: 1 })).body.toAccept.length, {
        timeout: 30_000,
      })
      .toBe(1)
    // Offered: the other knows, and it is still where it was.
    expect(await holder()).toBe('S. Reneau')

    const takes = await phone('cus')
    await takes.goto(`${base}/evidence/hands`)
    await takes.getByText('From S. Reneau').first().waitFor({ timeout: 60_000 })
    await shot(takes, 'hand-over-waits')
    await takes
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click()
    await sign(takes, '111111')
    await takes.getByText(/PIN/).first().waitFor()
    expect(await holder()).toBe('S. Reneau')
    await sign(takes, '246810')
    await expect.poll(holder, { timeout: 30_000 }).toBe('Eugenio Cus')
    await takes.getByText(item.number).first().waitFor({ timeout: 30_000 })
    await shot(takes, 'hand-over-taken')

    // Whoever gave reads that it is gone, and the chain names both.
    await gives.goto(`${base}/evidence/hands`)
    await gives.getByText('You hold nothing.').waitFor({ timeout: 30_000 })
    await shot(gives, 'hand-over-gone')
    const chain = (await lab.as('reneau').ask('evidence.custody-of-item', { item: item.id })).body
    expect(JSON.stringify(chain)).toContain('Eugenio Cus')
  },
)
