/** How long the server waits for whoever sends slowly: a head or a body that drips in must not hold a place for ever. */
import type { FastifyInstance } from 'fastify'

export interface Patience {
  /** For the whole head of a request. */
  readonly headMs: number
  /** For the whole body of an act; a file may take its time, as long as it moves. */
  readonly bodyMs: number
  /** Without a byte either way. */
  readonly silenceMs: number
}
export const ordinary: Patience = { headMs: 20_000, bodyMs: 60_000, silenceMs: 120_000 }

/** What Fastify and Node take; how often Node looks decides how exact the first is. */
export const listening = ({ headMs, silenceMs }: Patience) => ({
  connectionTimeout: silenceMs,
  http: { headersTimeout: headMs, connectionsCheckingInterval: Math.min(5_000, headMs) },
})

export function limitBodies(app: FastifyInstance, { bodyMs }: Patience): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    // Without a body nothing ends but the answer itself, and that may take its time.
    const comes = encoding !== undefined || Number(length ?? 0) > 0
    if (comes && !request.routeOptions.url?.startsWith('/api/files')) {
      const timer = setTimeout(() => request.raw.destroy(), bodyMs)
      request.raw.once('close', () => clearTimeout(timer))
      request.raw.once('end', () => clearTimeout(timer))
    }
    done()
  })
}
