/** Who may have the proof of which subject: a leaf names the actor and holds the reason in clear, so it is shown like the record itself. */
import { visibleTo } from '#identity/sight.ts'
import { type Proof, proofWhere } from '#ledger/proofs.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'

/**
 * A stranger gets of a certificate that is out the entry that issued it (`reports.issue-report`), which travels with the paper anyway,
 * and nothing else. Who sees the case gets the newest entry of whatever hangs on it. A session that owes its second factor, and a
 * token for certain acts only, count as strangers.
 */
export async function readableProof(ground: Ground, actor: Actor | null, subject: string): Promise<Proof> {
  const reads = actor !== null && (actor.scopes === null || actor.scopes.includes('*'))
  const ways: Sql[] = [
    ...(reads ? [sql`e.subject = ${subject} and ${visibleTo(actor, ground.now(), 'e.root')}`] : []),
    ...(subject.startsWith('reports.report/')
      ? [sql`e.subject = ${subject} and e.action = 'reports.issue-report'`]
      : []),
  ]
  for (const which of ways)
    if (await ground.db.direct.maybe(sql`select 1 from ledger.entry e where ${which} limit 1`))
      return proofWhere(ground, which)
  throw notFound()
}
