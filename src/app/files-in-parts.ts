/**
 * Files sent in parts, by tus 1.0 (docs/decisions/files-in-parts.md): what was cut goes on where it stopped, also after the page, the browser
 * or the device stopped meanwhile, because a file in the making is named by who sends it and by its SHA-256. What is whole goes through the
 * same door as a file sent at once, and is refused when it is not what it was said to be.
 */
import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type * as TusStore from '@tus/file-store'
import type * as Tus from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { UPLOAD_LIMIT, mustHaveRoom, receiveUpload, sentBefore } from '#platform/uploads.ts'
import type { Problem } from './problem.ts'

const tus = onFirstUse<typeof Tus>('@tus/server')
const stores = onFirstUse<typeof TusStore>('@tus/file-store')

const PATH = '/api/files/parts'
/** What nobody went on with is let go: a device may be three days without a network. */
const UNFINISHED_MS = 4 * 86_400_000
const LOOK_MS = 3_600_000

export interface Door {
  /** Whoever may send files, or a refusal. */
  who(request: FastifyRequest): Promise<Actor>
  problem(refusal: Refusal, request: FastifyRequest): Problem
}
interface Incoming {
  readonly store: TusStore.FileStore
  readonly locker: Tus.MemoryLocker
}

export function filesInParts(app: FastifyInstance, ground: Ground, door: Door): void {
  let opened: Promise<Incoming> | undefined
  let looked = 0
  /** On this machine's own disk, nobody else's to read; opened when the first file comes. */
  const incoming = async (): Promise<Incoming> => {
    opened ??= openIncoming(join(ground.files.incoming, 'parts'))
    const { store } = await opened
    const now = Date.parse(ground.now())
    if (now - looked > LOOK_MS) {
      looked = now
      await letGoUnfinished(store, now)
    }
    return opened
  }
  const handle = async (request: FastifyRequest, reply: FastifyReply, said?: string): Promise<void> => {
    const actor = await door.who(request)
    const at = await incoming()
    reply.hijack()
    await serverFor({ ground, door, actor, request, said, ...at }).handle(request.raw, reply.raw)
  }
  app.post(PATH, (request, reply) => handle(request, reply))
  app.patch(`${PATH}/:sha256`, (request, reply) => handle(request, reply, hashIn(request)))
  app.head(`${PATH}/:sha256`, async (request, reply) => {
    const actor = await door.who(request)
    const sha256 = hashIn(request)
    // An answer that was lost: the file is there, whole, and nothing of it is sent again.
    const there = await sentBefore(ground, actor.id, sha256)
    if (there)
      return reply
        .headers({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store' })
        .headers({ 'upload-offset': there.size, 'upload-length': there.size })
        .send()
    const { store } = await incoming()
    // All of it came and the server stopped before it was taken in: it begins anew.
    const begun = await store.getUpload(nameOf(actor.id, sha256)).catch(() => null)
    if (begun && begun.offset === begun.size) await store.remove(begun.id)
    return handle(request, reply, sha256)
  })
}

async function openIncoming(directory: string): Promise<Incoming> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return { store: new stores.FileStore({ directory }), locker: new tus.MemoryLocker() }
}

const nameOf = (person: string, sha256: string): string => `${person}.${sha256}`
const isHash = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
function hashIn(request: FastifyRequest): string {
  const { sha256 } = request.params as { sha256?: string }
  if (!isHash(sha256)) throw new Refusal('not-found', 'no-such-operation')
  return sha256
}

/** One for each request: it knows who asks, and nothing of that has to be told apart inside. */
function serverFor(of: {
  ground: Ground
  door: Door
  actor: Actor
  request: FastifyRequest
  /** The hash in the address; a file that begins says it with its name. */
  said: string | undefined
  store: TusStore.FileStore
  locker: Tus.MemoryLocker
}): Tus.Server {
  const { ground, door, actor, request, store } = of
  const hashOf = (metadata: Readonly<Record<string, string | null>> | undefined): string => {
    const hash = of.said ?? metadata?.['sha256']
    if (!isHash(hash)) throw new Refusal('invalid', 'file-hash-missing')
    return hash
  }
  return new tus.Server({
    path: PATH,
    datastore: store,
    locker: of.locker,
    maxSize: UPLOAD_LIMIT,
    allowedOrigins: [],
    namingFunction: (_request, metadata) => nameOf(actor.id, hashOf(metadata)),
    getFileIdFromRequest: () => nameOf(actor.id, hashOf(undefined)),
    generateUrl: (_request, { id }) => `${PATH}/${id.slice(id.indexOf('.') + 1)}`,
    onUploadCreate: async (_request, upload) => {
      if (upload.size === undefined) throw new Refusal('invalid', 'file-length-missing')
      await mustHaveRoom(ground, actor.id, upload.size + (await begunBy(store, actor.id, upload.id)))
      return {}
    },
    onUploadFinish: async (req, upload) => {
      const sha256 = upload.id.slice(upload.id.indexOf('.') + 1)
      try {
        const name = upload.metadata?.['name'] ?? 'file'
        const kept = await receiveUpload(ground, actor.id, name, createReadStream(upload.storage?.path ?? ''))
        if (kept.sha256 !== sha256)
          throw new Refusal('conflict', 'file-not-as-said', { next: 'file-not-as-said-next' })
        return {
          status_code: req.method === 'PATCH' ? 200 : 201,
          headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
          body: JSON.stringify(kept),
        }
      } finally {
        await store.remove(upload.id)
      }
    },
    onResponseError: (_request, error) => {
      const refusal =
        error instanceof Refusal
          ? error
          : 'status_code' in error && error.status_code === 413
            ? new Refusal('too-large', 'file-too-large', { values: { limit: UPLOAD_LIMIT / 1_048_576 } })
            : undefined
      if (refusal) {
        const problem = door.problem(refusal, request)
        return { status_code: problem.status, body: JSON.stringify(problem) }
      }
      if (!('status_code' in error)) ground.log.error({ err: error, request: request.id }, 'a file in parts')
      return undefined
    },
  })
}

/** What this person has begun and not finished, by what each said it would be. */
async function begunBy(store: TusStore.FileStore, person: string, but: string): Promise<number> {
  const names = (await store.configstore.list?.()) ?? []
  let sum = 0
  for (const name of names)
    if (name !== but && name.startsWith(`${person}.`)) sum += (await store.configstore.get(name))?.size ?? 0
  return sum
}
async function letGoUnfinished(store: TusStore.FileStore, now: number): Promise<void> {
  for (const name of (await store.configstore.list?.()) ?? []) {
    const { creation_date: begun } = (await store.configstore.get(name)) ?? {}
    if (begun && now - Date.parse(begun) > UNFINISHED_MS) await store.remove(name).catch(() => undefined)
  }
}
