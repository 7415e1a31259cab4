/** The newest signed head and the key that verifies it, printed so that a court holds them apart from us. */
import type { Say } from '#kernel/say.ts'
import { logKeyOf } from '#ledger/log-key.ts'
import { newestCheckpoint } from '#ledger/proofs.ts'
import { growTree } from '#ledger/sequencer.ts'
import type { Cx } from '#platform/cx.ts'
import type { Certificate } from '#platform/documents/papers.ts'
import { newestHead } from './store/signers.ts'

export async function ledgerNoteOf(cx: Cx, say: Say): Promise<Pick<Certificate, 'ledger'>> {
  const key = await logKeyOf(cx.ground)
  if (!key) return {}
  // Only the very first certificate of an installation can come before the first signed head.
  const checkpoint =
    (await newestHead(cx)) ??
    (await growTree(cx.ground, { checkpoint: true }).then(() => newestCheckpoint(cx.ground)))
  return {
    ledger: {
      title: say('reports.paper-ledger-title'),
      lines: [say('reports.paper-ledger-1'), say('reports.paper-ledger-2')],
      checkpoint: (checkpoint ?? say('reports.paper-no-head')).trimEnd(),
      keyLabel: say('reports.paper-key'),
      key: key.vkey,
    },
  }
}
