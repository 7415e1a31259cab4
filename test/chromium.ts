/**
 * A browser for the tests, from what the machine has: CUSTODIA_CHROMIUM, the system's chromium, or the one that an npm
 * package carries, so that nobody has to install anything. Every flag here keeps the browser from calling anybody.
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** The path of the browser and the flags it wants; undefined only where no browser exists for this kind of machine. */
export async function findBrowser(): Promise<{ path: string; args: readonly string[] } | undefined> {
  const named = process.env.CUSTODIA_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CUSTODIA_CHROMIUM names ${named}, where there is no browser`)
    return { path: named, args: [] }
  }
  const installed = system.find((path) => existsSync(path))
  if (installed) return { path: installed, args: [] }
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  // It unpacks the libraries it carries only when these two stood in the environment from the start: scripts/run.js sets them.
  if (!process.env.AWS_EXECUTION_ENV) throw new Error('Start the tests with npm test: the packaged browser needs its environment from the beginning')
  const { default: packaged } = await import('@sparticuz/chromium')
  return { path: await packaged.executablePath(), args: packaged.args.filter((flag) => !flag.startsWith('--headless')) }
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  '--disable-dev-shm-usage',
]

export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if (!found) throw new Error(`No browser for ${process.platform} on ${process.arch}: put the path of a Chromium into CUSTODIA_CHROMIUM`)
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: found.path, headless: true, args: [...found.args, ...quiet, ...asRoot] })
}
