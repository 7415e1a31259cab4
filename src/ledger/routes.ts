/**
 * What anybody may fetch to check us: the newest signed tree head, the key, consistency. A proof carries a whole leaf, with actor and
 * reason in clear (format.md, 1): who may have which one is answered by `read`, given by the app.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RefText } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { logKeyOf } from './log-key.ts'
import { type Proof, newestCheckpoint } from './proofs.ts'
import { proveConsistency } from './tree.ts'

export function ledgerRoutes(
  app: FastifyInstance,
  ground: Ground,
  read: (request: FastifyRequest, subject: string) => Promise<Proof>,
): void {
  app.get('/api/ledger/checkpoint', async (_request, reply) => {
    const note = await newestCheckpoint(ground)
    if (!note) throw new Refusal('not-found', 'ledger.no-checkpoint-yet')
    return reply.type('text/plain; charset=utf-8').send(note)
  })
  app.get('/api/ledger/key', async (_request, reply) => {
    const key = await logKeyOf(ground)
    const kept =
      key?.vkey ??
      (
        await ground.db.direct.maybe<{ value: string }>(
          sql`select value from platform.setting where key = 'log-vkey'`,
        )
      )?.value
    if (!kept) throw new Refusal('not-found', 'ledger.no-checkpoint-yet')
    return reply.type('text/plain; charset=utf-8').send(`${kept}\n`)
  })
  app.get('/api/ledger/proof', async (request, reply) => {
    const subject = RefText.safeParse((request.query as { subject?: unknown }).subject)
    if (!subject.success)
      throw new Refusal('invalid', 'input-does-not-fit', { fields: [{ path: 'subject', message: 'ref' }] })
    return reply.type('text/plain; charset=utf-8').send((await read(request, subject.data)).text)
  })
  app.get('/api/ledger/consistency', async (request) => {
    const { from, to } = request.query as { from?: string; to?: string }
    const [older, newer] = [Number(from), Number(to)]
    const { size } = await ground.db.direct.one<{ size: number }>(
      sql`select coalesce(max(position) + 1, 0) as size from ledger.leaf`,
    )
    if (
      !(
        Number.isSafeInteger(older) &&
        Number.isSafeInteger(newer) &&
        older > 0 &&
        older <= newer &&
        newer <= size
      )
    )
      throw new Refusal('invalid', 'input-does-not-fit', { fields: [{ path: 'from', message: 'size' }] })
    const hashes = await proveConsistency(ground.db.direct, older, newer)
    return { from: older, to: newer, hashes: hashes.map((h) => h.toString('base64')) }
  })
}
