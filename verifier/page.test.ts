/** The page is built from these sources, and says in a browser, without a network, what the command line says. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madeLog } from '../src/ledger/examples.ts'
import { findBrowser, launchBrowser } from '../test/chromium.ts'
import { pageText } from './build.mjs'

const file = join(import.meta.dirname, 'verify.html')
const log = madeLog({ entries: 300, headEvery: 100 })
const whole = `${log.lines.join('\n')}\n`

test('verify.html is made from the sources beside it', async () => {
  expect(await readFile(file, 'utf8')).toBe(pageText())
})

test('the page names no other address', () => {
  expect(pageText().match(/https?:\/\/[^\s'"`)]+/g) ?? []).toEqual([])
})

const found = await findBrowser()
const withBrowser = found ? test : test.skip
if (!found)
  console.log('There is no browser on this machine: the page is not tried (CUSTODIA_CHROMIUM names one).')

let browser: Browser | undefined
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  if (found) browser = await launchBrowser(found)
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

async function open(before?: string): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const page = await (browser as Browser).newPage({ locale: 'en-GB' })
  const asked: string[] = []
  const faults: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  if (before) await page.addInitScript(before)
  await page.goto(pathToFileURL(file).href)
  return { page, asked, faults }
}
async function verify(page: Page, names: string[], vkey: string): Promise<string> {
  const again = page.getByRole('button', { name: /^(Begin again|Empezar de nuevo)$/ })
  if (await again.isVisible()) await again.click()
  await page.getByLabel(/Public key of the log|Clave pública/).fill(vkey)
  await page
    .getByLabel(/Drop files here|Suelte archivos/)
    .setInputFiles(names.map((name) => join(folder, name)))
  await page.getByRole('button', { name: /^(Verify|Verificar)$/ }).click()
  const result = page.locator('#result:is(.good,.bad,.wait)')
  await result.waitFor()
  return result.innerText()
}

withBrowser(
  'an export and a proof hold, a changed one does not, in English and Spanish, and nothing is asked of a network',
  async () => {
    await writeFile(join(folder, 'ledger.ndjson.gz'), gzipSync(whole))
    await writeFile(join(folder, 'bent.ndjson'), whole.replace('mañana', 'mañanx'))
    await writeFile(join(folder, 'one.tlog-proof'), log.proof(7, 300))
    const { page, asked, faults } = await open()
    const good = await verify(page, ['ledger.ndjson.gz', 'one.tlog-proof'], log.vkey)
    expect(good).toContain('Everything holds.')
    expect(good).toContain('300 entries on 60 subjects, 300 rows')
    const bad = await verify(page, ['bent.ndjson'], log.vkey)
    expect(bad).toContain(
      'History was rewritten: 3 of 3 signed heads do not fit. The first change lies after entry 0 and not after entry 100',
    )
    expect(bad).toContain('chain-broken')
    await page.getByRole('button', { name: 'Español' }).click()
    expect(await verify(page, ['ledger.ndjson.gz'], log.vkey)).toContain('Todo se sostiene.')
    expect(await verify(page, ['ledger.ndjson.gz'], log.vkey.replace('made+', 'else+'))).toContain(
      'La clave no se puede leer',
    )
    expect(faults).toEqual([])
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
  },
  60_000,
)

withBrowser(
  'a browser that lacks Ed25519 computes it itself',
  async () => {
    await writeFile(join(folder, 'one.tlog-proof'), log.proof(7, 300))
    await writeFile(join(folder, 'two.tlog-proof'), log.proof(7, 300).replace(/(— \S+ .{40})./, '$1A'))
    const { page } = await open(`crypto.subtle.importKey = () => Promise.reject(new Error('unknown'))`)
    expect(await verify(page, ['one.tlog-proof'], log.vkey)).toContain('Everything holds.')
    expect(await verify(page, ['two.tlog-proof'], log.vkey)).toContain('was changed')
  },
  60_000,
)
