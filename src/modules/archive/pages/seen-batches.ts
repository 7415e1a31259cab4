/** Batches as they are shown. */
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { BatchLine, BatchStatus } from './contract/batches.ts'
import { isAway, mayBringBack, mayCool, mayReceive, mayReconcile } from './rules.ts'
import { seeCold } from './store/cold.ts'
import { type BatchRow, type SheetRow, batchFiles, sheetsOf } from './store/batches.ts'
import { papersOf } from './store/papers.ts'
import { scansOf } from './store/scans.ts'
import { namesIn } from './words.ts'

export const batchLine = (b: BatchRow): BatchLine => ({
  id: b.id,
  number: b.number,
  state: b.state,
  files: b.files,
  counted: b.counted,
  scanned: b.scanned,
  waiting: b.waiting,
  quarantined: b.quarantined,
  by: b.by_name,
  since: b.since,
})
export function sheetSays(
  s: SheetRow,
  names: { documents: ReadonlyMap<string, string>; removed: ReadonlyMap<string, string> },
): string {
  if (s.kind === 'separator') return names.documents.get(s.document ?? '') ?? s.document ?? ''
  if (s.kind === 'removed')
    return [names.removed.get(s.removed ?? '') ?? s.removed ?? '', s.kept_at, s.words]
      .filter(Boolean)
      .join(' · ')
  return ''
}
export async function batchSeen(cx: Cx, b: BatchRow): Promise<BatchStatus> {
  const names = { documents: await namesIn(cx, 'document-kind'), removed: await namesIn(cx, 'removed-kind') }
  const files = await batchFiles(cx, b.id)
  const scans = await scansOf(cx, b.id)
  const cold = await seeCold(cx, { kind: 'batch', id: b.id })
  const capture = (await papersOf(cx, { subject: b.id })).find((p) => p.kind === 'capture')
  return {
    ...batchLine(b),
    scanner: b.scanner,
    dpi: b.dpi,
    colour: b.colour,
    words: b.words,
    perFile: files.map(({ root: _root, seq: _seq, ...f }) => f),
    scans,
    sheets: (await sheetsOf(cx, b.id)).map((s) => ({
      id: s.id,
      kind: s.kind,
      code: s.code,
      file: s.number,
      says: sheetSays(s, names),
    })),
    capture: capture?.id ?? null,
    cold: cold.cold,
    coldAt: cold.label && isAway(cold.cold) ? [cold.label, cold.whereabouts].join(', ') : null,
    actions: actionsOf(cx, b, {
      'archive.move-to-cold': mayCool(cold, ''),
      'archive.bring-back': mayBringBack({ number: b.number, cold: cold.cold }),
      'archive.receive-scans': mayReceive(b),
      'archive.recount-file': mayReceive(b),
      'archive.withdraw-scan': mayReceive(b),
      'archive.reconcile-batch': mayReconcile(b, files),
    }),
  }
}
