/** README's ten minutes, in the browser: from the one-click door to a certificate that the verifier accepts; hand-over and review by keyboard. */
import { execFile } from 'node:child_process'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, built, openHouse, pictured, pin } from './house.ts'

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('demonstration')
}, 120_000)
afterAll(() => house?.close())

const signWithPin = async (page: Page): Promise<void> => {
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
}
const openFirst = async (page: Page, card: string): Promise<void> => {
  await page.getByRole('region', { name: card }).getByRole('link').first().click()
}

test.skipIf(!built)(
  'the door: one click by role, clearly a demonstration, and home says what waits',
  async () => {
    const page = await house.open()
    await pictured(page, 'door', async () => {
      await page.goto('/')
      await page.getByText('The people and cases are made up').waitFor()
      await page.getByRole('button', { name: /Jolene Reneau/ }).click()
      await page.getByRole('heading', { name: 'Good day, Jolene Reneau' }).waitFor()
      await page.getByRole('region', { name: 'To ask after' }).getByText('Missing').waitFor()
      await page.getByRole('link', { name: 'Help' }).first().click()
      await page.getByRole('heading', { name: 'At the counter', level: 1 }).waitFor()
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'a submission is received: what is written on the bag is typed, and the exhibit has its number, its label and its receipt',
  async () => {
    const page = await house.open({ as: 'Jolene' })
    await pictured(page, 'receive', async () => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Receive a submission' }).click()
      await page.getByRole('combobox', { name: 'Brought by' }).fill('Palacio')
      await page.getByRole('option', { name: /Dorian Palacio/ }).click()
      await page.getByLabel('What the case is about').fill('Cannabis, bus terminal, Dangriga')
      await page.getByRole('combobox', { name: 'Kind of case' }).fill('drug')
      await page.getByRole('option', { name: /Drug seizure/ }).click()
      await page.getByRole('button', { name: 'Next: what was brought' }).click()
      // What is left out is said at its field, and the list of what is missing leads there.
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await page
        .getByRole('alert')
        .getByRole('link', { name: /Description/ })
        .click()
      await page.keyboard.type('Dried plant material in a sealed bag')
      await page.getByLabel('Packaging', { exact: true }).selectOption({ label: 'Tamper-evident bag' })
      await page.getByLabel('Colour', { exact: true }).selectOption({ label: 'Clear' })
      await page.getByRole('textbox', { name: 'Seal numbers' }).fill('T900001')
      await page.getByText('intact', { exact: true }).click()
      await page.getByRole('button', { name: 'Add to the list' }).click()
      await page.getByRole('button', { name: 'Receive 1 exhibit' }).click()
      await page.getByText(/Received as S-\d{4}-\d+/).waitFor()
      await page.getByRole('button', { name: 'Receipt' }).waitFor()
      await page.getByRole('button', { name: 'Print the label' }).waitFor()
      await page.getByRole('link', { name: /^\d{4}-\d+-1$/ }).click()
      await page.getByRole('heading', { name: /Dried plant material in a sealed bag/ }).waitFor()
      await page.getByText('Sealed T900001').waitFor()
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'Pen Road leads to its case, its exhibit and the river of every hand, where nothing hides the time that nobody held it',
  async () => {
    const page = await house.open({ as: 'Teresita' })
    await pictured(page, 'river', async () => {
      await page.goto('/')
      await page.getByRole('heading', { name: /Good day/ }).waitFor()
      await page.getByRole('combobox', { name: /Search or scan/ }).fill('Pen Road')
      await page
        .getByRole('option', { name: /Pen Road/ })
        .first()
        .click()
      await page.waitForURL(/\/cases\//)
      await page
        .getByRole('region', { name: 'Exhibits' })
        .getByRole('link', { name: /^\d+$/ })
        .first()
        .click()
      await page.getByRole('heading', { name: 'Custody river' }).waitFor()
      await page.getByText(/^Nobody recorded for 2 h 40 min/).waitFor()
      await page.getByRole('button', { name: 'As a list' }).click()
      await page.getByRole('cell', { name: 'Jolene Reneau' }).first().waitFor()
    })
    await page.context().close()
  },
  60_000,
)

/** Tab until what is wanted has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const here = `(() => { const it = document.activeElement; return it === null ? '' : it.tagName + ' ' + (it.getAttribute('aria-label') ?? it.textContent ?? '').replace(/\\s+/g, ' ').trim() })()`
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press('Tab')
    if (wanted.test((await page.evaluate(here)) as string)) return
  }
  throw new Error(`The keyboard never reached ${String(wanted)}`)
}
const signByKeyboard = async (page: Page): Promise<void> => {
  await page.getByLabel('Your PIN').waitFor()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
}

test.skipIf(!built)(
  'by keyboard alone: what was offered is accepted with the PIN',
  async () => {
    const page = await house.open({ as: 'Teresita' })
    await pictured(page, 'accept', async () => {
      await page.goto('/evidence/hands')
      await page.getByText('From Jolene Reneau').waitFor()
      await tabTo(page, /^BUTTON Accept/)
      await page.keyboard.press('Enter')
      await signByKeyboard(page)
      await page.getByText('From Jolene Reneau').waitFor({ state: 'detached' })
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'by keyboard alone: a worksheet is reviewed',
  async () => {
    const page = await house.open({ as: 'Gilbert' })
    await pictured(page, 'review', async () => {
      await page.goto('/')
      await page.getByRole('region', { name: 'Worksheets to review' }).getByRole('link').first().waitFor()
      await tabTo(page, /^A W-\d+/)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Pass the technical review' }).first().waitFor()
      await tabTo(page, /^BUTTON Pass the technical review/)
      await page.keyboard.press('Enter')
      // The panel says what will be recorded; the keyboard stays inside it.
      await page.getByRole('dialog').waitFor()
      await tabTo(page, /^BUTTON Pass the technical review/)
      await page.keyboard.press('Enter')
      await signByKeyboard(page)
      await page.getByText('Reviewed').first().waitFor()
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'by keyboard alone: / finds a case by its street, and Ctrl K finds an act by its name',
  async () => {
    const page = await house.open({ as: 'Jolene' })
    await pictured(page, 'search', async () => {
      await page.goto('/')
      await page.getByRole('heading', { name: /Good day/ }).waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('Pen Road Dangriga')
      await page
        .getByRole('option', { name: /Pen Road/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/cases\//)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('receive a sub')
      await page
        .getByRole('option', { name: /Receive a submission/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/evidence\/receive/)
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'a certificate is signed, issued, downloaded, and the verifier accepts it',
  async () => {
    const analyst = await house.open({ as: 'Teresita' })
    await pictured(analyst, 'sign', async () => {
      await analyst.goto('/')
      await openFirst(analyst, 'Certificates to sign')
      await analyst.getByRole('button', { name: 'Sign the certificate' }).first().click()
      await analyst.getByRole('dialog').getByRole('button', { name: 'Sign the certificate' }).click()
      await signWithPin(analyst)
      await analyst.getByText('To be issued', { exact: true }).waitFor()
    })
    const address = new URL(analyst.url()).pathname
    await analyst.context().close()

    const head = await house.open({ as: 'Ana' })
    const files = await pictured(head, 'issue', async () => {
      await head.goto(address)
      await head.getByRole('button', { name: 'Issue the certificate' }).first().click()
      await head.getByRole('button', { name: 'Issue the certificate' }).last().click()
      await head.getByText('In force').first().waitFor()
      await house.grow()
      await head.reload()
      const kept: string[] = []
      for (const [name, ending] of [
        ['Signed PDF', 'pdf'],
        ['Machine-readable twin', 'json'],
        ['Proof from the ledger', 'tlog-proof'],
      ] as const) {
        const href = await head.getByRole('link', { name }).getAttribute('href')
        const answer = await head.request.get(href ?? '')
        expect(answer.status(), name).toBe(200)
        const path = join(house.folder, `certificate.${ending}`)
        await writeFile(path, await answer.body())
        kept.push(path)
      }
      return kept
    })
    const key = await (await head.request.get('/api/ledger/key')).text()
    await head.context().close()
    const verifier = join(import.meta.dirname, '../../verifier/verify.mjs')
    const verify = (): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, [verifier, ...files, '--key', keyOf(key), '--json'])
    expect(JSON.parse((await verify()).stdout)).toMatchObject({ ok: true })
    // One byte more in the data, and it is refused.
    await appendFile(files[1] ?? '', ' ')
    await expect(verify()).rejects.toThrow()
  },
  90_000,
)

const keyOf = (answer: string): string => {
  try {
    const read = JSON.parse(answer) as { key?: string; vkey?: string }
    return read.key ?? read.vkey ?? answer.trim()
  } catch {
    return answer.trim()
  }
}
