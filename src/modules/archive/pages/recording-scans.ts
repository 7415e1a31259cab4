/** What becomes of a scan: its pages recorded and waiting to be read, or the whole scan set aside with a sentence; the rest goes on. */
import type { Cx } from '#platform/cx.ts'
import type { Laid } from '#formats/pages/laying.ts'
import { readPagesTask } from './reading-pages.ts'
import { type BatchFileRow, type BatchRow, batchNow, batchRef, batchStep } from './store/batches.ts'
import { fileRef } from '../shelves/store/files.ts'
import { insertWaiting } from './store/reading.ts'
import { type FoundPage, type ScanRow, forgetFound, scanRecorded, scanRef } from './store/scans.ts'

interface Opened {
  readonly scan: string
  readonly pages: number
  readonly blank: number
  readonly quarantined: boolean
  readonly why: string | null
}
const stepOf = (cx: Cx, s: ScanRow, more: Record<string, string | number | null>) => ({
  id: cx.newId(),
  scan: s.id,
  seq: s.seq + 1,
  code: null,
  words: null,
  pages: 0,
  by_name: cx.actor.name,
  ...more,
})

export async function setAside(
  cx: Cx,
  s: ScanRow,
  batch: string | null,
  why: { code: string; words: string },
): Promise<Opened> {
  await cx.record({
    subject: scanRef(s.id),
    facts: { name: s.name, code: why.code },
    rows: { 'archive.scan_step': [stepOf(cx, s, { kind: 'quarantined', batch, ...why })] },
  })
  await scanRecorded(cx, s.id)
  await forgetFound(cx, s.id)
  return { scan: s.id, pages: 0, blank: 0, quarantined: true, why: why.words }
}

export async function recordPages(
  cx: Cx,
  s: ScanRow,
  b: BatchRow,
  {
    found,
    laid,
    files,
  }: { found: readonly FoundPage[]; laid: readonly Laid[]; files: readonly BatchFileRow[] },
): Promise<Opened> {
  const roots = new Map(files.map((f) => [f.file, f]))
  const pages = pageRows(cx, s, b, { found, laid, files })
  const touched = [...new Set(pages.map((p) => p.file))]
  await cx.lock(touched.map(fileRef))
  const step = b.state !== 'received' ? batchStep(cx, b, 'received') : null
  await cx.record(
    {
      subject: scanRef(s.id),
      facts: { name: s.name, batch: b.number, pages: pages.length },
      rows: { 'archive.scan_step': [stepOf(cx, s, { kind: 'opened', batch: b.id, pages: pages.length })] },
    },
    ...(step
      ? [{ subject: batchRef(b.id), facts: { number: b.number }, rows: { 'archive.batch_step': [step] } }]
      : []),
    ...touched.map((file) => ({
      subject: fileRef(file),
      root: roots.get(file)?.root ?? null,
      facts: { batch: b.number, pages: pages.filter((p) => p.file === file).length },
      rows: { 'archive.page': pages.filter((p) => p.file === file) },
    })),
  )
  if (step) await batchNow(cx, step)
  await scanRecorded(cx, s.id)
  await forgetFound(cx, s.id)
  const written = pages.filter((p) => !p.blank)
  await insertWaiting(cx, written)
  if (written.length > 0) await cx.ground.queue(cx.tx, readPagesTask, {}, { key: readPagesTask })
  return {
    scan: s.id,
    pages: pages.length,
    blank: pages.length - written.length,
    quarantined: false,
    why: null,
  }
}

function pageRows(
  cx: Cx,
  s: ScanRow,
  b: BatchRow,
  {
    found,
    laid,
    files,
  }: { found: readonly FoundPage[]; laid: readonly Laid[]; files: readonly BatchFileRow[] },
) {
  // `found` comes in the order in which it is read; `place` stays where the side stands in the scan.
  const byPlace = new Map(found.map((p, i) => [p.place, { ...p, seq: i + 1 }]))
  const roots = new Map(files.map((f) => [f.file, f]))
  return laid.flatMap((l) => {
    const p = byPlace.get(l.place)
    const of = l.file ? roots.get(l.file) : undefined
    if (!p || !of) return []
    return [
      {
        id: cx.newId(),
        root: of.root,
        file: of.file,
        batch: b.id,
        scan: s.id,
        seq: p.seq,
        place: p.place,
        document: l.document,
        sheet: l.sheet,
        sha256: p.sha256,
        media_type: p.media_type,
        width: p.width,
        height: p.height,
        dpi: p.dpi,
        turned: p.turned,
        skew: p.lean,
        blank: p.blank,
      },
    ]
  })
}
