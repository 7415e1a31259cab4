/** The first start of an empty installation, in the browser: the word from the console, five answers, and the administrator is in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, built, openHouse, pictured } from './house.ts'

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('empty')
}, 60_000)
afterAll(() => house?.close())

test.skipIf(!built)(
  'set-up is asked for once, and leads to a first page that says what to do',
  async () => {
    const page = await house.open()
    await pictured(page, 'first-start', async () => {
      await page.goto('/')
      await page.getByRole('heading', { name: 'Set up Custodia' }).waitFor()
      await page.getByLabel('Word from the console').fill(house.setupToken)
      await page.getByLabel('Name of the service').fill('National Forensic Science Service')
      await page.getByRole('radio', { name: 'Belize' }).check({ force: true })
      await page.getByLabel('Your name').fill('Ilna Bradley')
      await page.getByLabel('Sign-in name').fill('ilna')
      await page.getByLabel('Password').fill('mangrove kite anchor seven')
      await page.getByRole('button', { name: 'Set up' }).click()
      await page.getByRole('heading', { name: 'Ready' }).waitFor({ timeout: 60_000 })
      await page
        .getByRole('link', { name: 'Sign in' })
        .or(page.getByRole('button', { name: 'Sign in' }))
        .first()
        .click()
      await page.getByLabel('Sign-in name').fill('ilna')
      await page.getByLabel('Password').fill('mangrove kite anchor seven')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('heading', { name: 'Good day, Ilna Bradley' }).waitFor()
      await page.getByRole('region', { name: 'People to decide about' }).waitFor()
    })
    // No one-click door stands open on a live installation.
    expect((await page.request.get('/api/demo/people')).status()).toBe(404)
    expect(
      (await page.request.post('/api/setup', { data: { token: house.setupToken } })).status(),
    ).toBeGreaterThanOrEqual(400)
    await page.context().close()
  },
  120_000,
)
