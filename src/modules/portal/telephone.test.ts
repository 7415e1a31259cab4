/** An officer's telephone, 390 pixels wide, on a line of 256 kbit/s that breaks twice: announced in time, counted once; then the counter takes it up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAnnouncedItem, anAnnouncement, arrangeAnnouncing } from '#modules/evidence/examples.ts'
import { sql } from '#platform/sql.ts'
import { launchBrowser } from '../../../test/chromium.ts'
import { deviceOf, lineIsBack, shot } from '../../../test/e2e/device.ts'
import { type Front, openFront, webFolder } from '../../../test/e2e/front.ts'
import { built } from '../../../test/e2e/house.ts'
import { type Lab, openLab } from '../../../test/lab.ts'

let lab: Lab
let browser: Browser
let front: Front
let base = ''
const narrow = (on: boolean): void =>
  void Object.assign(
    front.line,
    on ? { bytesPerSecond: 32_000, delayMs: 300 } : { bytesPerSecond: null, delayMs: 0 },
  )

beforeAll(async () => {
  if (!built) return
  lab = await openLab()
  await arrangeAnnouncing(lab as never)
  await lab.person('choc', ['officer'], { unit: lab.units.policeDangriga, name: 'M. Choc' })
  await lab.person('reneau', ['evidence-officer'], { unit: lab.units.counter, name: 'S. Reneau' })
  front = await openFront({ server: lab.url, pages: true })
  base = front.url
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  front?.close()
  await lab?.close()
})

async function tab(
  who: string,
  width: number,
  height: number,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await deviceOf(browser, base, lab, who, { width, height })
  return { page: await context.newPage(), context }
}

test.skipIf(!built)(
  'S-B18 a delivery is announced from a telephone at 256 kbit/s in under five minutes, over two lost connections and a reload, and counts once',
  { timeout: 240_000 },
  async () => {
    const { page, context } = await tab('choc', 390, 844)
    const network = (offline: boolean) => context.setOffline(offline)
    narrow(true)
    const began = performance.now()
    await page.goto(`${base}/portal/announce`, { timeout: 120_000 })
    const heading = (n: number) => page.getByText(`Step ${n} of 4`).first()
    await heading(1).waitFor({ timeout: 60_000 })
    await page.getByRole('textbox', { name: 'Case number' }).first().fill('DG-CR-2026-0999')
    await page.getByLabel('What is it about?').fill('Drugs, Pen Road')
    await shot(page, 'step-1')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(2).waitFor()
    await network(true)
    await page.getByLabel('Place').fill('Pen Road, Dangriga')
    await page.getByLabel('From whom or from where?').fill('Right trouser pocket')
    await shot(page, 'step-2-offline')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(3).waitFor()
    await page.getByLabel('What is it?').fill('Dried plant material, clear bag')
    await page.getByLabel('Seal number').fill('A104417')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'bag.png', mimeType: 'image/png', buffer: png })
    await page.getByText('1 photograph').waitFor()
    await shot(page, 'step-3')
    await network(false)
    await page.reload({ timeout: 120_000 })
    await heading(3).waitFor({ timeout: 60_000 })
    expect(await page.getByLabel('What is it?').inputValue()).toBe('Dried plant material, clear bag')
    await page.getByRole('button', { name: 'Next' }).click()
    await heading(4).waitFor()
    await network(true)
    await page.getByRole('button', { name: 'Announce it' }).click()
    await page.getByText('waits for the network').first().waitFor({ timeout: 20_000 })
    await shot(page, 'waiting')
    await network(false)
    await lineIsBack(page)
    await page.waitForURL(/\/portal\/announced\//, { timeout: 60_000 })
    const seconds = (performance.now() - began) / 1_000
    console.log(`announced after ${seconds.toFixed(1)} s at 256 kbit/s with two disconnections`)
    expect(seconds).toBeLessThan(300)
    const rows = await lab.db.direct.many<{ submission: string; photos: number }>(
      sql`select submission, (select count(*)::int from evidence.announced_photograph p where p.announcement = a.id) as photos from evidence.announcement a`,
    )
    expect(rows).toMatchObject([{ photos: 1 }])
    narrow(false)
    await page.locator('.code-picture img').first().waitFor({ timeout: 60_000 })
    await page.getByText('Signed by the service').waitFor()
    await shot(page, 'code')
  },
)

test.skipIf(!built)(
  'the counter takes it up on its screen: a seal that differs is shown before it is received, and noted',
  { timeout: 120_000 },
  async () => {
    const { page } = await tab('reneau', 1440, 900)
    await lab
      .as('choc')
      .do('evidence.submit-prelog', anAnnouncement(lab as never, { title: 'Cannabis, Hope Creek' }))
    await page.goto(`${base}/evidence/announced`)
    await page.getByText('Cannabis, Hope Creek').first().waitFor({ timeout: 30_000 })
    await shot(page, 'queue')
    await page.getByText('Cannabis, Hope Creek').first().click()
    await page.getByRole('button', { name: 'Something differs' }).first().click()
    await page.getByRole('textbox', { name: /^Seal/ }).first().fill('B2')
    await shot(page, 'differs')
    await page.getByText('Differs from the announcement: seal.').first().waitFor({ timeout: 10_000 })
    await shot(page, 'take-up')
    await page
      .getByLabel('Kind of case')
      .or(page.getByLabel('Type of case'))
      .or(page.getByLabel('Case type'))
      .first()
      .fill('Criminal')
    await page.getByText('Criminal case').first().click()
    await page.getByRole('button', { name: 'Receive a submission' }).click()
    await page
      .getByText(/Print|Labels?/)
      .first()
      .waitFor({ timeout: 30_000 })
    await shot(page, 'received')
    const noted = await lab.db.direct.many<{ kind: string }>(
      sql`select kind from evidence.discrepancy order by kind`,
    )
    expect(noted.map((n) => n.kind)).toEqual(['seal', 'seal'])
  },
)

test.skipIf(!built)(
  'reception on a telephone: found in the queue, each exhibit scanned and compared, taken in with its difference; another goes back with the reason',
  { timeout: 240_000 },
  async () => {
    const { page } = await tab('reneau', 390, 844)
    const say = (title: string, items: string[]) =>
      lab.as('choc').do(
        'evidence.submit-prelog',
        anAnnouncement(lab as never, {
          title,
          items: items.map((description, n) =>
            anAnnouncedItem(lab.ground.newId(), {
              description,
              theirNumber: `R-${n}`,
              seals: [{ number: `RC-${n}` }],
            }),
          ),
        }),
      )
    const { id } = await say('Knife and shirt, Hopkins', ['Kitchen knife', 'Shirt'])
    const { things } = (await lab.as('reneau').ask('evidence.get-prelog', { submission: id })).body
    await page.goto(`${base}/evidence/announced`)
    await page.getByText('Knife and shirt, Hopkins').first().click({ timeout: 60_000 })
    const box = page.getByRole('textbox', { name: 'Scan what lies on the counter' })
    const scan = async (code: string): Promise<void> => {
      await box.fill(code)
      await box.press('Enter')
    }
    await box.waitFor({ timeout: 60_000 })
    await scan('CX-NOT-HERE')
    await page.getByText('CX-NOT-HERE is not in this announcement.').waitFor()
    await scan(things[0].barcode)
    await page.getByText('1 of 2 scanned').waitFor()
    // By its seal as well: whatever stands on the package.
    await scan('rc-1')
    await page.getByText('2 of 2 scanned').waitFor()
    await page.getByRole('button', { name: 'Something differs' }).nth(1).click()
    await page.getByRole('textbox', { name: /^Seal/ }).first().fill('RC-9')
    await page.getByText('Differs from the announcement: seal.').first().waitFor()
    await shot(page, 'reception-390')
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide).toBe(0)
    await page
      .getByLabel(/kind of case|case type|type of case/i)
      .first()
      .fill('Criminal')
    await page.getByText('Criminal case').first().click()
    await page.getByRole('button', { name: 'Receive a submission' }).click()
    await page
      .getByText(/Print|Labels?/)
      .first()
      .waitFor({ timeout: 60_000 })
    const done = (await lab.as('reneau').ask('evidence.get-prelog', { submission: id })).body
    expect(done.state).toBe('received')
    expect(done.differences.map((d: { expected: string; found: string }) => [d.expected, d.found])).toEqual(
      expect.arrayContaining([
        ['RC-1', null],
        [null, 'RC-9'],
      ]),
    )

    const back = await say('Open bag, Hopkins', ['Bag, open'])
    await page.goto(`${base}/evidence/announced/${back.id}`)
    await page.getByText('Goes back', { exact: true }).first().click({ timeout: 60_000 })
    await page
      .getByLabel(/kind of case|case type|type of case/i)
      .first()
      .fill('Criminal')
    await page.getByText('Criminal case').first().click()
    await page.getByRole('combobox', { name: 'Why does something go back?' }).fill('seal')
    await page.getByRole('option', { name: 'Not sealed' }).click()
    await shot(page, 'reception-390-refused')
    await page.getByRole('button', { name: 'Refuse a submission' }).click()
    await expect
      .poll(
        async () => (await lab.as('reneau').ask('evidence.get-prelog', { submission: back.id })).body.state,
        {
          timeout: 60_000,
        },
      )
      .toBe('refused')
  },
)

test.skipIf(!built)('the first visit brings at most 250 kB of script', { timeout: 120_000 }, async () => {
  const { page } = await tab('choc', 390, 844)
  const scripts = new Set<string>()
  page.on('response', (r) => void (r.url().endsWith('.js') && scripts.add(new URL(r.url()).pathname)))
  await page.goto(`${base}/portal`)
  await page.getByRole('heading', { name: 'My cases' }).waitFor({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  await shot(page, 'my-cases')
  const size = [...scripts].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(webFolder, path))).length,
    0,
  )
  console.log(`first visit: ${(size / 1000).toFixed(1)} kB of script, ${scripts.size} files`)
  expect(size).toBeLessThan(250_000)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
