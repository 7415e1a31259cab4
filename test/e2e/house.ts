/**
 * The house for the browser's tests: a fresh database, the demonstration of twenty cases or an empty installation, the real server on
 * a free port with the pages as they are built, and a browser that may speak to nobody else.
 */
import { ensureSealKey } from '../../src/platform/sealing.ts'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { pino } from 'pino'
import { demoSignIns } from '../../src/app/demo-sign-ins.ts'
import { makeGround } from '../../src/app/ground.ts'
import { makeRegistry } from '../../src/app/registry.ts'
import { buildServer } from '../../src/app/server.ts'
import { setupRoutes } from '../../src/app/setup.ts'
import { serveWeb, webFolder } from '../../src/app/web.ts'
import { growTree } from '../../src/ledger/sequencer.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDb } from '../../src/platform/db.ts'
import { folderFiles } from '../../src/platform/files.ts'
import { type Found, launchBrowser } from '../chromium.ts'
import { freshDatabase } from '../database.ts'
import { copyOfTheDemonstration } from './told.ts'

export const pin = '246810'
/** The pages are built by `npm test`; where only vitest runs, somebody must have built them. */
export const built = existsSync(join(webFolder, 'index.html'))

export interface House {
  readonly url: string
  readonly browser: Browser
  readonly folder: string
  readonly setupToken: string
  /** What a page of this house said or asked that it should not have. */
  readonly faults: string[]
  open(options?: BrowserContextOptions & { as?: string; language?: 'en' | 'es' }): Promise<Page>
  grow(): Promise<void>
  close(): Promise<void>
}

/** `found`: another browser than the tests usually take. */
export async function openHouse(kind: 'demonstration' | 'empty', found?: Found): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'custodia-e2e-'))
  const demo = kind === 'demonstration'
  const database = demo ? await copyOfTheDemonstration(folder) : await freshDatabase()
  const registry = makeRegistry()
  const log = pino({ level: process.env.CUSTODIA_TEST_LOG ?? 'fatal' })
  const db = openDb({ connectionString: database.appUrl, max: 8 }, () => {})
  const house = { url: 'http://127.0.0.1', keysFolder: join(folder, 'keys'), demo, keyPassphrase: null }
  await mkdir(house.keysFolder, { recursive: true })
  const files = folderFiles(join(folder, 'files'))
  const ground = makeGround({ db, files, registry, log, clock: systemClock, house })
  // As every server does at its start: what is sealed at first use finds its key.
  await ensureSealKey(ground)
  const server = await buildServer({ ground, logger: log, secure: false, trustProxy: false })
  const setupToken = setupRoutes(server, ground)
  demoSignIns(server, ground)
  await serveWeb(server, ground)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const browser = await launchBrowser(found)
  const faults: string[] = []
  return {
    url,
    browser,
    folder,
    setupToken,
    faults,
    grow: async () => {
      while ((await growTree(ground, { checkpoint: true })) > 0);
    },
    open: async ({ as, language, ...more } = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-BZ',
        ...more,
      })
      if (language)
        await context.addInitScript((chosen) => localStorage.setItem('custodia.language', chosen), language)
      if (as) await enter(context, as)
      const page = await context.newPage()
      watch(page, url, faults)
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
      await db.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function enter(context: BrowserContext, name: string): Promise<void> {
  const { items } = (await (await context.request.get('/api/demo/people')).json()) as {
    items: { id: string; name: string }[]
  }
  const person = items.find((one) => one.name.includes(name))
  await context.request.post('/api/demo/sign-in', { data: { person: person?.id } })
}

/** No page speaks to another host, throws, or complains on the console. */
function watch(page: Page, url: string, faults: string[]): void {
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      faults.push(`asked ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()} threw ${String(error)}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()} said ${message.text()}`)
  })
}

/** A picture of where a story stood when it failed, in the system's temporary folder. */
export async function pictured<T>(page: Page, name: string, story: () => Promise<T>): Promise<T> {
  try {
    return await story()
  } catch (error) {
    const path = join(tmpdir(), `custodia-e2e-${name}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => undefined)
    throw new Error(`${String(error)}\n(see ${path}, at ${page.url()})`, { cause: error })
  }
}
