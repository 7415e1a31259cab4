/** The server as a process: opens the installation, listens, works the queue, grows the tree, and drains before it ends. */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry as Metrics } from 'prom-client'
import { startSequencer } from '#ledger/sequencer.ts'
import type { Config } from '#platform/config.ts'
import { whoAsks } from './asking.ts'
import { demoSignIns } from './demo-sign-ins.ts'
import { type Installation, openInstallation } from './installation.ts'
import { runJobs } from './jobs.ts'
import { openapiOf } from './openapi.ts'
import type { Patience } from './patience.ts'
import { startReactions } from './reactions.ts'
import { referencePage } from './reference-page.ts'
import { giveBackAtRest } from './rest.ts'
import { watchScans } from './receiving-scans.ts'
import { sealSecrets } from '#identity/sealed-secrets.ts'
import { buildServer } from './server.ts'
import { isSetUp, setupRoutes } from './setup.ts'
import { serveWeb } from './web.ts'

export interface Serving {
  readonly url: string
  readonly setupToken: string | null
  readonly installation: Installation
  stop(): Promise<void>
}

/** `prepare` runs once the installation is open and before anybody can reach it. */
export async function serve(
  config: Config,
  options: { worker: boolean; demo?: boolean },
  prepare: (installation: Installation) => Promise<void> = async () => {},
): Promise<Serving> {
  const installation = await openInstallation(config, {
    as: 'serve',
    ...(options.demo === undefined ? {} : { demo: options.demo }),
  })
  try {
    await prepare(installation)
    return await listen(installation, options)
  } catch (error) {
    await installation.close()
    throw error
  }
}

/** Of an installation that is open: routes, metrics, pages, and the port. */
export async function listen(
  installation: Installation,
  options: { worker: boolean; patience?: Patience },
): Promise<Serving> {
  const { ground, registry, log, config } = installation
  await sealSecrets(ground)
  const app = await buildServer({
    ground,
    logger: log,
    secure: config.tls !== undefined || (config.url?.startsWith('https:') ?? false),
    trustProxy: config.trustProxy as boolean,
    ...(options.patience ? { patience: options.patience } : {}),
    ...(config.tls
      ? {
          https: {
            cert: await readFile(config.tls.certFile, 'utf8'),
            key: await readFile(config.tls.keyFile, 'utf8'),
          },
        }
      : {}),
  })
  metrics(app, installation)
  const token = setupRoutes(app, ground)
  demoSignIns(app, ground)
  let description: Record<string, unknown> | undefined
  const described = (): Record<string, unknown> =>
    (description ??= openapiOf(registry.operations.values(), registry.say('en'), ground.house.url))
  app.get('/api/openapi.json', () => described())
  app.get('/docs/api', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(referencePage(described())),
  )
  await serveWeb(app, ground)
  giveBackAtRest(app)
  await app.listen({ host: config.host, port: config.port })
  const address = app.server.address()
  const url = installation.listensAt(typeof address === 'object' && address ? address.port : config.port)
  const background = options.worker ? await work(installation) : { stop: async () => {} }
  return {
    url,
    installation,
    setupToken: (await isSetUp(ground)) ? null : token,
    stop: async () => {
      await app.close()
      await background.stop()
      await installation.close()
    },
  }
}

/** What a worker does: the queue, the sequencer and the reactions; any number of processes may, one at a time does each. */
export async function work(
  installation: Installation,
  only?: readonly string[],
): Promise<{ stop(): Promise<void> }> {
  const { ground, registry, log, appUrl, config } = installation
  const { modules } = registry
  const runner = await runJobs({ ground, modules, appUrl, log, smtpUrl: config.smtpUrl, only })
  const sequencer = startSequencer(ground)
  const reactions = startReactions(
    ground,
    registry.reactions,
    modules.flatMap((m) => m.followers ?? []),
  )
  // Whoever only reads pages has no scanner beside it.
  const scanner = config.scansDir && !only ? watchScans(ground, config.scansDir) : undefined
  return {
    stop: async () => {
      await scanner?.stop()
      await reactions.stop()
      await sequencer.stop()
      await runner.stop()
    },
  }
}

/** A proxy on this machine asks for somebody else: whoever names one is not from here, whichever address the request came from. */
function isFromThisMachine(request: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  const passedOn = [
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
    'forwarded',
    'via',
  ]
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') &&
    !passedOn.some((name) => request.headers[name] !== undefined)
  )
}

function metrics(app: FastifyInstance, installation: Installation): void {
  const register = new Metrics()
  collectDefaultMetrics({ register, prefix: 'custodia_' })
  const seconds = new Histogram({
    name: 'custodia_http_seconds',
    help: 'Time of answers by operation',
    labelNames: ['operation', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [register],
  })
  const refusals = new Counter({
    name: 'custodia_refusals_total',
    help: 'Refused acts by status',
    labelNames: ['status'],
    registers: [register],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const params = request.params as { module?: string; operation?: string }
    const name =
      params.module && installation.ground.operations.has(`${params.module}.${params.operation}`)
        ? `${params.module}.${params.operation}`
        : (request.routeOptions.url ?? 'none')
    seconds.observe({ operation: name, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 400) refusals.inc({ status: String(reply.statusCode) })
    // Neither query nor address nor name: a log holds no personal data (the query may hold a search for one).
    installation.log.info(
      {
        request: request.id,
        operation: name,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
    done()
  })
  app.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request) && !(await whoAsks(installation.ground, request)))
      return reply.code(401).send()
    return reply.type(register.contentType).send(await register.metrics())
  })
}
