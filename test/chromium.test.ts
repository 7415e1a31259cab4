/** A browser opens on any machine: the one that npm brought, and the system's where there is one; neither calls anybody. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser, launchBrowser, wholeBrowser } from './chromium.ts'

const page = `<!doctype html><title>Counter</title><p>Ñandú, Kʼicheʼ → ✓ ≥ 漢字 العربية 🙂</p><label>Name <input></label><button onclick="document.title = document.querySelector('input').value">Say</button>`
const server = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
)
let url = ''
beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

test.each([
  { kind: 'what the tests take', find: () => findBrowser() },
  { kind: 'what npm brought', find: () => findBrowser('') },
  { kind: 'what the machine has', find: wholeBrowser },
])('$kind: fills a field, presses a button, makes a picture', async ({ kind, find }) => {
  const found = await find()
  expect(found, `no browser: ${kind}`).toBeDefined()
  if (!found) return
  const browser = await launchBrowser(found)
  try {
    const tab = await (await browser.newContext()).newPage()
    const asked: string[] = []
    tab.on('request', (request) => asked.push(request.url()))
    await tab.goto(url)
    await tab.getByLabel('Name').fill('Ana')
    await tab.getByRole('button', { name: 'Say' }).click()
    expect(await tab.title()).toBe('Ana')
    expect((await tab.screenshot()).length).toBeGreaterThan(1_000)
    expect(asked.filter((one) => !one.startsWith(url))).toEqual([])
  } finally {
    await browser.close()
  }
})

test('a wrong CUSTODIA_CHROMIUM is said, not passed over', async () => {
  await expect(findBrowser('/nowhere/chromium')).rejects.toThrow(
    /CUSTODIA_CHROMIUM names \/nowhere\/chromium/,
  )
})
