/** A lot ends: accepted, or rejected and all of it done again, however good the rest of it may be. */
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { batchNow, batchRef, batchStep, seeBatch } from './store/batches.ts'
import { fileRef, fileStep, filesNow, seeFiles, type FileRow } from '../shelves/store/files.ts'
import {
  type LotRow,
  acceptedKinds,
  batchesOfFiles,
  filesOfBatches,
  filesOfLot,
  lotRef,
  scansThatCount,
} from './store/lots.ts'
import { dropTexts } from './store/reading.ts'
import { scanRef } from './store/scans.ts'

const stepOf = (cx: Cx, l: LotRow, kind: 'accepted' | 'rejected', words: string | null): CoveredRow => ({
  id: cx.newId(),
  lot: l.id,
  seq: l.seq + 1,
  kind,
  faults: l.faults,
  words,
  by_name: cx.actor.name,
})

export async function acceptAll(cx: Cx, l: LotRow, words: string | null): Promise<number> {
  const files = await seeFiles(
    cx,
    (await filesOfLot(cx, l.id)).map((f) => f.file),
    { lock: true },
  )
  const had = await acceptedKinds(
    cx,
    files.map((f) => f.id),
  )
  const other = l.kind === 'pages' ? 'index' : 'pages'
  // Pages and index both: only then is the copy as good as the paper.
  const whole = files.filter(
    (f) => f.stage === 'indexed' && had.some((h) => h.file === f.id && h.kind === other),
  )
  const steps = whole.map((f) => fileStep(cx, f, 'accepted', { stage: 'accepted' }))
  await cx.record(
    {
      subject: lotRef(l.id),
      facts: { number: l.number, faults: l.faults, files: files.length },
      rows: { 'archive.lot_step': [stepOf(cx, l, 'accepted', words)] },
    },
    ...entriesOf(whole, steps, l),
  )
  await filesNow(cx, steps)
  return files.length
}
const entriesOf = (files: readonly FileRow[], steps: readonly CoveredRow[], l: LotRow) =>
  files.map((f, i) => ({
    subject: fileRef(f.id),
    root: f.root,
    facts: { number: f.number, lot: l.number },
    rows: { 'archive.file_step': [steps[i] as CoveredRow] },
  }))

async function withdrawnOf(cx: Cx, l: LotRow, batches: readonly string[]) {
  const scans = await scansThatCount(cx, batches)
  await cx.lock(scans.map((s) => scanRef(s.id)))
  const words = cx.ground.say('en')('archive.lot-lost', { number: l.number })
  return scans.map((s) => ({
    id: s.id,
    name: s.name,
    row: {
      id: cx.newId(),
      scan: s.id,
      seq: s.seq + 1,
      kind: 'withdrawn',
      batch: s.batch,
      pages: 0,
      code: null,
      words,
      by_name: cx.actor.name,
    },
  }))
}

/** Of pages: their batches are scanned anew, all scans of them withdrawn. Of an index: every file is keyed anew by two. */
export async function rejectAll(cx: Cx, l: LotRow, words: string | null): Promise<number> {
  const wanted = (await filesOfLot(cx, l.id)).map((f) => f.file)
  const batches = l.kind === 'pages' ? (await batchesOfFiles(cx, wanted)).map((b) => b.batch) : []
  // A scan is withdrawn whole: whatever else lies on it loses its pages too, and is captured anew with it.
  const beside = l.kind === 'pages' ? await filesOfBatches(cx, batches) : []
  const files = await seeFiles(cx, [...wanted, ...beside], { lock: true })
  const steps = files.map((f) =>
    fileStep(cx, f, 'rejected', {
      stage: l.kind === 'pages' ? 'prepared' : 'captured',
      generation: f.generation + 1,
      screened: l.kind === 'pages' ? false : f.screened,
    }),
  )
  const batchSteps: CoveredRow[] = []
  for (const id of batches)
    batchSteps.push(batchStep(cx, await seeBatch(cx, id, { lock: true }), 'rejected', words))
  const withdrawn = await withdrawnOf(cx, l, batches)
  await cx.record(
    {
      subject: lotRef(l.id),
      facts: { number: l.number, faults: l.faults, files: files.length },
      rows: { 'archive.lot_step': [stepOf(cx, l, 'rejected', words)] },
    },
    ...batchSteps.map((step) => ({
      subject: batchRef(String(step['batch'])),
      facts: { lot: l.number },
      rows: { 'archive.batch_step': [step] },
    })),
    ...withdrawn.map((w) => ({
      subject: scanRef(w.id),
      facts: { name: w.name, lot: l.number },
      rows: { 'archive.scan_step': [w.row] },
    })),
    ...entriesOf(files, steps, l),
  )
  for (const step of batchSteps) await batchNow(cx, step)
  for (const w of withdrawn) await dropTexts(cx, w.id)
  await filesNow(cx, steps)
  return files.length
}
