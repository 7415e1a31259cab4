/** HTTP: asks who is there, hands the act to perform(), and sends back its answer. Every screen uses only this. */
import type { OutgoingHttpHeaders } from 'node:http'
import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { type StepUp, stepUpHolds, stepUpShown } from '#identity/step-up.ts'
import { ledgerRoutes } from '#ledger/routes.ts'
import { Instant } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { gone } from '#platform/checked-bytes.ts'
import type { Actor, AnyOperation, Download, Ground } from '#platform/cx.ts'
import { type Request, perform } from '#platform/operation.ts'
import { mustHaveScope } from '#platform/rights.ts'
import { filesScope, receiveUpload } from '#platform/uploads.ts'
import { askers, whoAsks } from './asking.ts'
import { filesInParts } from './files-in-parts.ts'
import { type Patience, limitBodies, listening, ordinary } from './patience.ts'
import { problemOf, unreadableAnswer } from './problem.ts'
import { clearSession, giveSession } from './session-cookies.ts'
import { readableProof } from './readable-proof.ts'
import { sql } from '#platform/sql.ts'

export interface ServerOptions {
  readonly ground: Ground
  readonly logger: Logger
  readonly secure: boolean
  readonly trustProxy: boolean
  readonly https?: { cert: string; key: string }
  readonly patience?: Patience
}

const BODY_LIMIT = 4 * 1_048_576
const STRANGER_PER_MINUTE = 60

/** Everything from our own address, nothing from anybody else's; scripts are files, never text in a page. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'media-src': ['blob:'],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'frame-src': ["'self'", 'blob:'],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { ground, patience = ordinary } = options
  const { http, ...waiting } = listening(patience)
  const app = Fastify({
    // Its own greeting is said by whoever started the server.
    loggerInstance: options.logger.child(
      {},
      { level: options.logger.level === 'info' ? 'warn' : options.logger.level },
    ),
    // We write one line per answer ourselves (serve.ts): theirs would hold addresses with what people searched for.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy,
    genReqId: () => ground.newId(),
    clientErrorHandler: (error, socket) => {
      if (error.code !== 'ECONNRESET' && socket.writable)
        socket.write(unreadableAnswer(error.code, ground.say('en')))
      socket.destroy(error)
    },
    ...waiting,
    ...(options.https ? { https: { ...http, ...options.https } } : { http }),
  }) as unknown as FastifyInstance
  limitBodies(app, patience)
  await app.register(cookie)
  await app.register(compress, { threshold: 2_048 })
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy,
    hsts: options.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  })
  guardAnswers(app)
  // Only what a stranger may do is limited by address: a laboratory behind one address must not be held up by itself.
  await app.register(rateLimit, {
    max: STRANGER_PER_MINUTE,
    timeWindow: 60_000,
    allowList: (request) => !isForAnyone(ground, request),
    errorResponseBuilder: (_request, context) =>
      new Refusal('too-many', 'too-many-requests', { values: { seconds: Math.ceil(context.ttl / 1000) } }),
  })
  app.setErrorHandler((error, request, reply) => sendError(ground, error, request, reply))
  app.get('/api/health', async () => {
    await ground.db.direct.one(sql`select 1 as ok`)
    return { status: 'ok', demo: ground.house.demo }
  })
  await app.register(async (files) => fileRoutes(files, ground))
  ledgerRoutes(app, ground, async (request, subject) =>
    readableProof(ground, await whoAsks(ground, request), subject),
  )
  operationRoutes(app, options)
  return app
}

/** The same headers on every answer: told once, where the library would put them together anew for each. */
function guardAnswers(app: FastifyInstance): void {
  let headers: OutgoingHttpHeaders | undefined
  app.addHook('onRequest', (_request, reply, done) => {
    if (headers === undefined) {
      reply.helmet()
      headers = { ...reply.raw.getHeaders() }
    } else reply.headers(headers)
    done()
  })
}

/** Uploads are raw bytes of any declared type; JSON stays JSON everywhere else. */
function fileRoutes(files: FastifyInstance, ground: Ground): void {
  files.removeAllContentTypeParsers()
  files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  const who = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await whoAsks(ground, request)
    if (!actor) throw new Refusal('not-signed-in', 'not-signed-in')
    mustBeFromOurPage(request, actor)
    mustHaveScope(actor, filesScope)
    return actor
  }
  filesInParts(files, ground, {
    who,
    problem: (refusal, request) => problemOf(refusal, ground.say(languageOf(request, null))),
  })
  files.post('/api/files', async (request, reply) => {
    const actor = await who(request)
    const name = (request.query as { name?: unknown }).name
    return reply
      .code(201)
      .send(
        await receiveUpload(
          ground,
          actor.id,
          typeof name === 'string' ? name : 'file',
          request.body as AsyncIterable<Uint8Array>,
        ),
      )
  })
}

function isForAnyone(ground: Ground, request: FastifyRequest): boolean {
  if (request.routeOptions.url?.startsWith('/api/ledger/')) return true
  const { module, operation } = (request.params ?? {}) as { module?: string; operation?: string }
  return ground.operations.get(`${module}.${operation}`)?.who === 'anyone'
}

/** What is read is asked for by GET, what is done by POST. */
function operationRoutes(app: FastifyInstance, options: ServerOptions): void {
  const { ground } = options
  const asked = askers(ground)
  app.get('/api/:module/:operation', async (request, reply) => {
    const op = operationIn(ground, request, ['query', 'stream'])
    const result = await asked.answering(request, async (actor, confirmed) =>
      perform(ground, op, requestOf(op, request, actor, { confirmed })),
    )
    return op.kind === 'stream' ? sendFile(ground, reply, result as Download) : send(options, reply, result)
  })
  // A question too long for an address is asked by POST with the same answer: read-only like every other.
  app.post('/api/:module/:operation', async (request, reply) => {
    const op = operationIn(ground, request, ['command', 'query'])
    const proof = headerOf(request, 'custodia-step-up')
    const [actor, shown] = await Promise.all([
      whoAsks(ground, request),
      proof === undefined ? undefined : stepUpShown(ground, proof),
    ])
    if (actor && op.who !== 'anyone') mustBeFromOurPage(request, actor)
    return send(options, reply, await perform(ground, op, requestOf(op, request, actor, { shown })))
  })
}

function operationIn(
  ground: Ground,
  request: FastifyRequest,
  kinds: readonly AnyOperation['kind'][],
): AnyOperation {
  const { module, operation } = request.params as { module: string; operation: string }
  const op = ground.operations.get(`${module}.${operation}`)
  if (!op || !kinds.includes(op.kind)) throw new Refusal('not-found', 'no-such-operation')
  return op
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function requestOf(
  op: AnyOperation,
  request: FastifyRequest,
  actor: Actor | null,
  beside: { confirmed?: Promise<void> | undefined; shown?: StepUp | undefined },
): Request {
  const occurred = headerOf(request, 'custodia-occurred-at')
  const occurredAt = occurred === undefined ? undefined : Instant.safeParse(occurred)
  if (occurredAt && !occurredAt.success)
    throw new Refusal('invalid', 'input-does-not-fit', {
      fields: [{ path: 'Custodia-Occurred-At', code: 'fault.instant', message: 'fault.instant' }],
    })
  return {
    actor,
    confirmed: beside.confirmed,
    input: request.method === 'POST' ? request.body : request.query,
    language: languageOf(request, actor),
    idempotencyKey: headerOf(request, 'idempotency-key')?.slice(0, 200),
    occurredAt: occurredAt?.data,
    reason: decodeReason(headerOf(request, 'custodia-reason')),
    steppedUp: stepUpHolds(beside.shown, actor, op.name),
    caller: { address: request.ip, agent: headerOf(request, 'user-agent')?.slice(0, 300) ?? null },
  }
}

/** Headers carry Latin letters only; a reason with others arrives percent-encoded. */
function decodeReason(text: string | undefined): string | undefined {
  if (text === undefined || !text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A cookie is sent by the browser whoever asked; the header shows that our own page did. Tokens need none. */
function mustBeFromOurPage(request: FastifyRequest, actor: Actor): void {
  if (actor.csrf !== null && request.headers['x-custodia-csrf'] !== actor.csrf)
    throw new Refusal('forbidden', 'csrf-missing')
}

function languageOf(request: FastifyRequest, actor: Actor | null): 'en' | 'es' {
  const asked = request.headers['accept-language']
  if (asked) return /^\s*es\b/i.test(asked) ? 'es' : 'en'
  return actor?.language ?? 'en'
}

function send(options: ServerOptions, reply: FastifyReply, result: unknown): FastifyReply {
  const { setSession, ...rest } = (result ?? {}) as {
    setSession?: { token: string; csrf: string; until: string } | null
  }
  if (setSession === null) clearSession(options.ground, reply)
  if (setSession) giveSession(options.ground, reply, setSession)
  return reply.header('cache-control', 'no-store').send(setSession === undefined ? (result ?? {}) : rest)
}

/** Always an attachment with nosniff and a fixed type: what people send is never rendered from our origin. */
async function sendFile(ground: Ground, reply: FastifyReply, file: Download): Promise<FastifyReply> {
  const name = encodeURIComponent(file.name).replaceAll("'", '%27')
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type(file.mediaType)
  if (file.bytes) return reply.send(Buffer.from(file.bytes))
  if (!file.file) throw gone()
  return reply.send(await ground.files.stream(file.file))
}

async function sendError(
  ground: Ground,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const say = ground.say(languageOf(request, null))
  const refusal = error instanceof Refusal ? error : frameworkRefusal(error)
  if (!refusal) {
    ground.log.error({ err: error, request: request.id, url: request.routeOptions.url }, 'defect')
    return reply
      .code(500)
      .type('application/problem+json')
      .send({
        type: 'urn:custodia:problem:internal-error',
        title: say('internal-error', { number: request.id }),
        status: 500,
        code: 'internal-error',
        detail: say('internal-error', { number: request.id }),
      })
  }
  const problem = problemOf(refusal, say)
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(problem)
}

function frameworkRefusal(error: unknown): Refusal | undefined {
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('too-large', 'file-too-large', { values: { limit: BODY_LIMIT / 1_048_576 } })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('wrong-type', 'body-not-json')
  if (statusCode === 429) return new Refusal('too-many', 'too-many-requests', { values: { seconds: 60 } })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('invalid', 'body-not-json')
  return undefined
}
