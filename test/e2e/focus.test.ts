/** Nobody who works by keyboard loses their place: a panel gives the focus back, ? says the keys, j steps into the list. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, built, openHouse, pictured } from './house.ts'

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('demonstration')
}, 120_000)
afterAll(() => house?.close())

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `(() => { const it = document.activeElement; return it === null || it === document.body ? 'nothing' : it.tagName + ' ' + (it.textContent ?? '').trim() })()`,
  ) as Promise<string>

test.skipIf(!built)(
  'a panel that is closed gives the focus back to what opened it; what was sent wrongly is said in Spanish at its field',
  async () => {
    const page = await house.open({ as: 'Jolene', language: 'es' })
    await pictured(page, 'focus', async () => {
      await page.goto('/evidence/hands')
      await page.locator('table.rows').getByRole('link').first().click()
      const flag = page.getByRole('button', { name: 'Advertir un peligro' })
      await flag.click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await focused(page)).toContain('Advertir un peligro')
      await page.getByRole('button', { name: 'Corregir la descripción' }).click()
      await page.getByRole('textbox', { name: 'Descripción' }).fill('x'.repeat(301))
      await page.getByRole('textbox', { name: 'Por qué' }).fill('una prueba')
      await page.getByRole('dialog').getByRole('button', { name: 'Corregir la descripción' }).click()
      await page.getByRole('alert').getByText('Escriba como mucho 300 caracteres.').waitFor()
      await page.getByRole('alert').getByRole('link').click()
      expect(await page.getByRole('textbox', { name: 'Descripción' }).getAttribute('aria-invalid')).toBe(
        'true',
      )
      expect(await page.evaluate(`document.activeElement.id`)).toBe('f-description')
    })
    await page.context().close()
  },
  60_000,
)

test.skipIf(!built)(
  'the keys: ? says them, j steps into the list and down it, Enter opens, a view is kept by its name',
  async () => {
    const page = await house.open({ as: 'Jolene' })
    await pictured(page, 'keys', async () => {
      await page.goto('/cases')
      await page.locator('table.rows tbody tr').nth(2).waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      const second =
        (await page.locator('table.rows tbody tr.at').getByRole('link').first().textContent()) ?? ''
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: new RegExp(second) }).waitFor()
      // Of ten tabs each says which it is: the number, and nobody's name.
      expect(await page.title()).toBe(`${second.trim()} · Custodia`)
      await page.goto('/cases?cases.q=Dangriga')
      await expect.poll(() => page.title()).toBe('Cases · Custodia')
      await page.getByRole('button', { name: 'Views' }).click()
      await page.getByLabel('Name of this view').fill('South')
      await page.getByRole('button', { name: 'Keep this view' }).click()
      await page.getByRole('button', { name: 'South' }).waitFor()
    })
    await page.context().close()
  },
  60_000,
)
