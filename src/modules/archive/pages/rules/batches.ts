/** Counted is scanned, or the batch stops: the one rule by which a pile of paper becomes a record. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { BatchState } from '../contract/batches.ts'

export interface BatchFile {
  readonly number: string
  readonly counted: number
  readonly scanned: number
}
export interface BatchStands {
  readonly number: string
  readonly state: BatchState
  readonly waiting: number
  readonly quarantined: number
}
export const mayReceive = (b: { number: string; state: BatchState }): Verdict =>
  unless(
    b.state !== 'reconciled',
    no('archive.batch-reconciled', { number: b.number }, 'archive.next-new-batch'),
  )
export const mayRecount = mayReceive

/** Blank sides are not counted by hand and do not count here; a scan that could not be read stops the batch until it is withdrawn. */
export function mayReconcile(batch: BatchStands, files: readonly BatchFile[]): Verdict {
  const differs = files.filter((f) => f.counted !== f.scanned)
  const [first] = differs
  return allOf(
    mayReceive(batch),
    unless(
      batch.waiting === 0,
      no('archive.scans-wait', { number: batch.number, n: batch.waiting }, 'archive.next-wait'),
    ),
    unless(
      batch.quarantined === 0,
      no('archive.scans-damaged', { number: batch.number, n: batch.quarantined }, 'archive.next-scan-again'),
    ),
    first
      ? no(
          'archive.counts-differ',
          { file: first.number, counted: first.counted, scanned: first.scanned, more: differs.length - 1 },
          'archive.next-recount',
        )
      : yes,
  )
}
export const sameFileOnce = (files: readonly string[]): Verdict =>
  unless(new Set(files).size === files.length, no('archive.file-twice'))

export const mayWithdraw = (s: { name: string; state: string; work: string }): Verdict =>
  allOf(
    unless(s.state !== 'withdrawn', no('archive.scan-withdrawn', { name: s.name })),
    unless(s.work === 'recorded', no('archive.scan-not-open', { name: s.name }, 'archive.next-wait')),
  )
