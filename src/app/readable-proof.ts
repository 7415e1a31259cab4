/** Who may have the proof of which subject: a leaf names the actor, and an older one holds the reason in clear, so it is shown like the record itself. */
import { visibleTo } from '#identity/sight.ts'
import { type Proof, proofWhere } from '#ledger/proofs.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
import { logReads } from '#platform/read-log.ts'
import { sql } from '#platform/sql.ts'

/**
 * A stranger gets of a certificate that is out the entry that issued it (`reports.issue-report`), which travels with the paper anyway,
 * and nothing else. Who sees the case gets the newest entry of whatever hangs on it. A session that owes its second factor, and a
 * token for certain acts only, count as strangers.
 * Each look of somebody signed in at more than a stranger gets leaves its line in the read log before the answer leaves.
 */
export async function readableProof(ground: Ground, actor: Actor | null, subject: string): Promise<Proof> {
  const reads = actor !== null && (actor.scopes === null || actor.scopes.includes('*'))
  if (reads) {
    const mine = sql`e.subject = ${subject} and ${visibleTo(actor, ground.now(), 'e.root')}`
    const found = await ground.db.direct.maybe<{ root: string | null }>(
      sql`select e.root from ledger.entry e where ${mine} limit 1`,
    )
    if (found) {
      if (actor.kind === 'person') await logReads(ground, actor, 'ledger.read-proof', [found.root], null)
      return proofWhere(ground, mine)
    }
  }
  const issued = sql`e.subject = ${subject} and e.action = 'reports.issue-report'`
  if (
    subject.startsWith('reports.report/') &&
    (await ground.db.direct.maybe(sql`select 1 from ledger.entry e where ${issued} limit 1`))
  )
    return proofWhere(ground, issued)
  throw notFound()
}
