/** The newest signed head and the key that verifies it, printed so that a court holds them apart from us. */
import type { Say } from '#kernel/say.ts'
import { logKeyOf } from '#ledger/log-key.ts'
import { newestCheckpoint } from '#ledger/proofs.ts'
import { growTree } from '#ledger/sequencer.ts'
import type { Cx } from '#platform/cx.ts'
import type { Certificate } from '#platform/documents/papers.ts'
import { newestHead } from './store/signers.ts'

export interface Head {
  readonly checkpoint: string | null
  readonly key: string
}

/** Null where this server does not hold the log's key. */
export async function headOf(cx: Cx): Promise<Head | null> {
  const key = await logKeyOf(cx.ground)
  if (!key) return null
  // Only the very first certificate of an installation can come before the first signed head.
  const checkpoint =
    (await newestHead(cx)) ??
    (await growTree(cx.ground, { checkpoint: true }).then(() => newestCheckpoint(cx.ground)))
  return { checkpoint: checkpoint ?? null, key: key.vkey }
}

export function ledgerNoteOf(head: Head | null, say: Say): Pick<Certificate, 'ledger'> {
  if (!head) return {}
  return {
    ledger: {
      lines: [say('reports.paper-ledger-1')],
      checkpoint: (head.checkpoint ?? say('reports.paper-no-head')).trimEnd(),
      keyLabel: say('reports.paper-key'),
      key: head.key,
    },
  }
}
