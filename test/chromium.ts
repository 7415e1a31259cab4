/**
 * A browser for the tests: the one that CUSTODIA_CHROMIUM names, or the one that an npm package carries, so that nobody has to install
 * anything and everybody tests with the same; where it carries none, the system's. It has no windows, which takes half the work of a
 * system's, who draws its own bars for each (13 against 29 seconds of a core for 18 pages). The flags keep it from calling anybody.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

export interface Found {
  readonly path: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Undefined only where there is no browser for this kind of machine; `named` is what CUSTODIA_CHROMIUM says. */
export async function findBrowser(named = process.env.CUSTODIA_CHROMIUM): Promise<Found | undefined> {
  if (named) {
    if (!existsSync(named)) throw new Error(`CUSTODIA_CHROMIUM names ${named}, where there is no browser`)
    return { path: named, args: [], env: {} }
  }
  return process.platform === 'linux' && process.arch === 'x64' ? unpacked() : systemBrowser()
}
function systemBrowser(): Found | undefined {
  const path = system.find((one) => existsSync(one))
  return path === undefined ? undefined : { path, args: [], env: {} }
}
/** One with windows, where the machine has it: it shows notices, and keeps to the room on the disk that it is given. */
export async function wholeBrowser(): Promise<Found | undefined> {
  return (process.env.CUSTODIA_CHROMIUM ? undefined : systemBrowser()) ?? findBrowser()
}

/** Beside the packages, not in the system's temporary folder: there, what another user unpacked would be in the way. */
const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'custodia-chromium')

/** The package unpacks into TMPDIR, with the libraries it carries only when told that it runs on Amazon's system. */
async function unpacked(): Promise<Found> {
  if (!existsSync(join(folder, 'chromium'))) {
    // A browser that still ran when its packages were installed anew leaves a shell of the folder.
    await rm(folder, { recursive: true, force: true })
    await mkdir(dirname(folder), { recursive: true })
    const aside = await mkdtemp(`${folder}.`)
    const program = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(import.meta.dirname, '..'),
      env: {
        ...process.env,
        TMPDIR: aside,
        AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      },
    })
    // Its own fonts.conf names /tmp; and /usr/share/fonts, where the machine has more letters.
    const fonts = ['/usr/share/fonts', join(folder, 'fonts')].map((one) => `<dir>${one}</dir>`).join('')
    await writeFile(
      join(aside, 'fonts', 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts}<cachedir>${folder}-fonts</cachedir></fontconfig>`,
    )
    // Whoever comes second finds it in place, and takes that one.
    await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }))
  }
  return {
    path: join(folder, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
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

export async function launchBrowser(found?: Found): Promise<Browser> {
  const browser = found ?? (await findBrowser())
  if (!browser)
    throw new Error(
      `No browser for ${process.platform} on ${process.arch}: put the path of a Chromium into CUSTODIA_CHROMIUM`,
    )
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    executablePath: browser.path,
    headless: true,
    args: [...browser.args, ...quiet, ...asRoot],
    env: { ...process.env, ...browser.env },
  })
}
