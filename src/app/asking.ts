/**
 * Who asks: the session or the token behind a request. For a reading act the answer is made while the database is still asked who it is for,
 * on the guess that it is who it was the last time; it leaves only when that very question has been answered the same, word for word. So a
 * session that ended, a role withdrawn or a person suspended counts at once, by whichever server it was done, and nobody waits twice.
 */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { actorOfSession, actorOfToken } from '#identity/authority.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { cookiesOf } from './session-cookies.ts'

type Proof = { readonly kind: 'token' | 'session'; readonly secret: string }

function proofIn(ground: Ground, request: FastifyRequest): Proof | undefined {
  const bearer = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return { kind: 'token', secret: bearer }
  const session = request.cookies[cookiesOf(ground).session]
  return session ? { kind: 'session', secret: session } : undefined
}

export async function whoAsks(ground: Ground, request: FastifyRequest): Promise<Actor | null> {
  const proof = proofIn(ground, request)
  if (!proof) return null
  const { direct } = ground.db
  if (proof.kind === 'token') return (await actorOfToken(direct, proof.secret, ground.now())) ?? null
  // A page that refreshes itself says so: it must not keep a session alive before an empty chair.
  const attended = request.headers['custodia-unattended'] === undefined
  return (await actorOfSession(direct, proof.secret, ground.now(), attended)) ?? null
}

/** Whoever was guessed is another, holds other rights, or nobody any more. */
class Otherwise extends Error {
  readonly actor: Actor | null
  constructor(actor: Actor | null) {
    super('the guess was wrong')
    this.actor = actor
  }
}

const REMEMBERED = 1_000

/** Does what is asked for whoever asks; `read` is given the promise that must be kept before its answer may leave. */
export function askers(ground: Ground): {
  answering<T>(
    request: FastifyRequest,
    read: (actor: Actor | null, confirmed?: Promise<void>) => Promise<T>,
  ): Promise<T>
} {
  /** By a digest of the secret; the oldest go when there are many. */
  const last = new Map<string, { readonly actor: Actor; readonly text: string }>()
  const keep = (key: string | undefined, actor: Actor | null): void => {
    if (key === undefined) return
    last.delete(key)
    if (!actor) return
    if (last.size >= REMEMBERED) last.delete(last.keys().next().value ?? '')
    last.set(key, { actor, text: JSON.stringify(actor) })
  }
  return {
    async answering(request, read) {
      const proof = proofIn(ground, request)
      const key = proof && createHash('sha256').update(`${proof.kind}/${proof.secret}`).digest('base64')
      const guess = key === undefined ? undefined : last.get(key)
      if (!guess) {
        const actor = await whoAsks(ground, request)
        keep(key, actor)
        return read(actor)
      }
      const confirmed = whoAsks(ground, request).then((actor) => {
        if (actor !== null && JSON.stringify(actor) === guess.text) return
        keep(key, actor)
        throw new Otherwise(actor)
      })
      try {
        // A refusal is an answer too.
        const [done] = await Promise.allSettled([read(guess.actor, confirmed), confirmed])
        await confirmed
        if (done.status === 'rejected') throw done.reason
        return done.value
      } catch (error) {
        if (error instanceof Otherwise) return read(error.actor)
        throw error
      }
    },
  }
}
