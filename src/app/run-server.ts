/** `serve` and `worker` at a console: what is printed, how Ctrl-C ends them, and the demonstration's own installation. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { consoleLanguage, loadConfig } from '#platform/config.ts'
import { openInstallation } from './installation.ts'
import { isSetUp } from './setup.ts'
import { serve, work } from './serve.ts'

const words = {
  en: {
    ready: (url: string) => `Custodia is ready at ${url}`,
    setup: (url: string, token: string) =>
      `First start: open ${url}/set-up and give this word when asked: ${token}`,
    demo: 'This is a demonstration: the people and cases are made up; sign in with one click. Nothing here is evidence.',
    making: 'Making the database, once; this takes a moment …',
    signIn: 'Sign in there with your user name. Ctrl-C ends it.',
    filling: 'Filling the demonstration; this takes a moment …',
    ending: 'Ending …',
    worker: 'The worker is at work. Ctrl-C ends it.',
  },
  es: {
    ready: (url: string) => `Custodia está lista en ${url}`,
    setup: (url: string, token: string) =>
      `Primer arranque: abra ${url}/set-up y dé esta palabra cuando se la pidan: ${token}`,
    demo: 'Esto es una demostración: las personas y los casos son inventados; se entra con un clic. Nada aquí es evidencia.',
    making: 'Creando la base de datos, una sola vez; tarda un momento …',
    signIn: 'Entre allí con su nombre de usuario. Ctrl-C la termina.',
    filling: 'Llenando la demostración; tarda un momento …',
    ending: 'Terminando …',
    worker: 'El trabajador está en marcha. Ctrl-C lo termina.',
  },
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Once is enough: the group's Ctrl-C may arrive twice (from the terminal and from npm). */
function untilAsked(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const end = (): void => {
      if (asked) return
      asked = true
      process.stderr.write(`${words[consoleLanguage(process.env)].ending}\n`)
      stop().then(resolve, (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      })
    }
    for (const signal of signals) process.on(signal, end)
  })
}

/** By `custodia demo` in a process that ends with it: what a year of cases takes in memory is not kept by the server. */
async function fillApart(env: NodeJS.ProcessEnv): Promise<void> {
  const cases = process.env.CUSTODIA_DEMO_CASES ?? '2000'
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'cli.ts'), 'demo', '--cases', cases],
    { env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const end = (signal: NodeJS.Signals): void => {
    child.kill(signal)
    process.exit(130)
  }
  for (const signal of signals) process.once(signal, end)
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject))
  for (const signal of signals) process.off(signal, end)
  if (code !== 0) throw new Error(`The demonstration could not be filled: the command ended with ${code}.`)
}

export async function runServer(options: { worker: boolean; demo?: boolean }): Promise<void> {
  const say = words[consoleLanguage(process.env)]
  let config = loadConfig()
  // A demonstration is an installation of its own, so that no made-up case ever stands beside a real one.
  const apart = {
    ...process.env,
    CUSTODIA_DATA: join(config.dataDir, 'demo'),
    CUSTODIA_DATABASE_URL: undefined,
    CUSTODIA_MIGRATE_URL: undefined,
    CUSTODIA_FILES: undefined,
  }
  if (options.demo) config = loadConfig(apart)
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres')))
    process.stdout.write(`${say.making}\n`)
  const serving = await serve(config, options, async ({ ground }) => {
    if (!options.demo || (await isSetUp(ground))) return
    process.stdout.write(`${say.filling}\n`)
    await fillApart(apart)
  })
  process.stdout.write(`${say.ready(serving.url)}\n`)
  if (serving.installation.ground.house.demo) process.stdout.write(`${say.demo}\n`)
  else
    process.stdout.write(`${serving.setupToken ? say.setup(serving.url, serving.setupToken) : say.signIn}\n`)
  await untilAsked(() => serving.stop())
  process.exit(0)
}

export async function runWorker(only?: readonly string[]): Promise<void> {
  const installation = await openInstallation(loadConfig(), { as: 'command' })
  const working = await work(installation, only)
  process.stdout.write(`${words[consoleLanguage(process.env)].worker}\n`)
  await untilAsked(async () => {
    await working.stop()
    await installation.close()
  })
  process.exit(0)
}
