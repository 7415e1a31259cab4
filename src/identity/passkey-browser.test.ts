/** A passkey in a real browser: registered, signed in with, and signed for with, by Chromium's own virtual authenticator. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../test/chromium.ts'
import { type Lab, openLab } from '../../test/lab.ts'
import { sql } from '#platform/sql.ts'

const web = join(import.meta.dirname, '../../dist/web/index.html')
/** A port that is free now: passkeys belong to an origin, which must be known before the server listens. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((settle) => probe.listen(0, '127.0.0.1', settle))
  const { port } = probe.address() as AddressInfo
  await new Promise((settle) => probe.close(settle))
  return port
}

let lab: Lab
let browser: Browser
beforeAll(async () => {
  // The browser goes by the real clock when it drops cookies: so does this laboratory.
  lab = await openLab({ start: new Date().toISOString(), web: await freePort() })
  browser = await launchBrowser()
  await lab.person('root', ['administrator'], { unit: null })
})
afterAll(async () => {
  await browser?.close()
  await lab?.close()
})

test.skipIf(!existsSync(web))(
  'a person adds a passkey, signs in with it without a name, and signs with it instead of a PIN',
  async () => {
    const rosa = await lab
      .as('root')
      .do('identity.add-person', { name: 'Rosa Tush', username: 'rosa', password: 'seven quiet toucans' })
    const origin = lab.ground.house.url
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addInitScript(() => localStorage.setItem('custodia.language', 'en'))
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })

    await page.goto(`${origin}/sign-in`)
    await page.getByLabel('Sign-in name').fill('rosa')
    await page.getByLabel('Password').fill('seven quiet toucans')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/')

    await page.goto(`${origin}/me`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name of this passkey').fill('Bench computer')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await page.getByText('Your recovery codes').waitFor()
    expect(await page.locator('.me-codes li').count()).toBe(10)
    await page.getByText('Bench computer').waitFor()

    // Out, and in again: nobody types a name, the authenticator says whose key it is.
    await context.clearCookies()
    await page.goto(`${origin}/sign-in?to=/me`)
    const entered = page.waitForURL((url) => url.pathname === '/me')
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    await button.click({ timeout: 5_000 }).catch(() => undefined)
    await entered
    await page.waitForLoadState('networkidle')

    // A token asks for the person again: rosa has no PIN, her passkey signs.
    await page.getByRole('button', { name: 'My API tokens' }).click()
    await page.getByLabel('What it is for').fill('Balance at bench 3')
    await page.getByLabel('Scopes').fill('identity.who-am-i')
    await page.getByRole('button', { name: 'Make an API token' }).click()
    await page.getByRole('button', { name: 'Sign with a passkey' }).click()
    await page.getByText('Shown once; copy it now.').waitFor()

    const acts = await lab.db.direct.many<{ action: string; facts: { method?: string; for?: string } }>(
      sql`select action, convert_from(leaf, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry where action in ('identity.sign-in', 'identity.step-up') and subject = ${`identity.person/${rosa.id}`} order by no`,
    )
    const told = acts.map((a) => [a.action, a.facts.method, a.facts.for ?? null].join(' '))
    expect(told.at(0)).toBe('identity.sign-in password ')
    // The name field's own list and the button may both have been answered: the simulated finger is always there.
    expect([...new Set(told.slice(1, -1))]).toEqual(['identity.sign-in passkey '])
    expect(told.at(-1)).toBe('identity.step-up passkey identity.issue-token')
  },
  90_000,
)

test.skipIf(!existsSync(web))(
  'whoever opens the page by number is told where passkeys work, and the link leads to the door there',
  async () => {
    const at = new URL(lab.ground.house.url)
    const context = await browser.newContext({ locale: 'en-GB' })
    await context.addInitScript(() => localStorage.setItem('custodia.language', 'en'))
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${at.port}/sign-in`)
    await page.getByText('This page is open by number, and passkeys belong to a name.').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
    await page.getByRole('link', { name: `http://localhost:${at.port}/sign-in` }).click()
    await page.waitForURL(`http://localhost:${at.port}/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await context.close()
  },
  60_000,
)
