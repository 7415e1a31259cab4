/** Takes what came from the scanner, byte for byte under its hash; a worker opens it. */
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { ReceiveScans, ScansReceived } from '../contract.ts'
import { openScansTask } from '../opening-scans.ts'
import { bringers } from '../../roles.ts'
import { mayReceive } from '../rules.ts'
import { seeBatch } from '../store/batches.ts'
import { insertScanWork, knownScans, scanRef } from '../store/scans.ts'

export const receiveScans = command({
  name: 'archive.receive-scans',
  summary:
    'Takes files from the scanner byte for byte; a worker opens them, splits them at their sheets and reads them.',
  who: bringers,
  input: ReceiveScans,
  output: ScansReceived,
  async run(cx, input) {
    cx.allow(null)
    const b = input.batch ? await seeBatch(cx, input.batch, { lock: true }) : null
    if (b) refuseUnless(mayReceive(b))
    const generation = b?.generation ?? 1
    const known = await knownScans(
      cx,
      input.scans.map((s) => s.file),
      b?.id ?? null,
      generation,
    )
    const fresh = [...new Map(input.scans.map((s) => [s.file, s])).values()].filter(
      (s) => !known.get(s.file)?.counts,
    )
    const scans = []
    for (const s of fresh) {
      const sent = await uploadedFile(cx, s.file)
      if (sent.size === 0) throw notFound()
      scans.push({
        id: cx.newId(),
        batch: b?.id ?? null,
        generation,
        again: known.get(s.file)?.times ?? null,
        source: input.source,
        file: s.file,
        feeding: input.feeding === 'as-scanned' ? null : input.feeding,
        name: s.name ?? sent.name,
        size: String(sent.size),
        media_type: sent.media_type,
        by_name: cx.actor.name,
      })
    }
    await cx.lock(scans.map((s) => scanRef(s.id)))
    await cx.record(
      ...(scans.length > 0
        ? scans.map((scan) => ({
            subject: scanRef(scan.id),
            facts: { name: scan.name, sha256: scan.file, batch: b?.number ?? null, source: input.source },
            rows: { 'archive.scan': [scan] },
          }))
        : // The same again, byte for byte, is no new scan; that it was sent again is told.
          [{ subject: scanRef(cx.newId()), facts: { again: input.scans.length } }]),
    )
    if (scans.length > 0) {
      await insertScanWork(
        cx,
        scans.map((s) => s.id),
      )
      await cx.ground.queue(cx.tx, openScansTask, {}, { key: openScansTask })
    }
    return { received: scans.length, known: input.scans.length - scans.length, scans: scans.map((s) => s.id) }
  },
})
