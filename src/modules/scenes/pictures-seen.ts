/** A photograph as a reader sees it: what the camera said, who pointed out what, whether it is shown or only kept. */
import type { Cx } from '#platform/cx.ts'
import type { PhotographSeen } from './contract/seen.ts'
import { mended } from './mending.ts'
import type { AnnotationRow, PhotographRow } from './store/pictures.ts'
import type { CorrectionRow } from './store/written.ts'
import { position } from './writing.ts'

export function photographSeen(
  cx: Pick<Cx, 'say'>,
  row: PhotographRow,
  annotations: readonly AnnotationRow[],
  corrections: readonly CorrectionRow[],
): PhotographSeen {
  const facts = row.facts as {
    showable?: boolean
    told?: { code: string; values?: Record<string, string> }
    notes?: readonly { code: string; values?: Record<string, string> }[]
  } | null
  const shown = facts?.showable === true || row.small !== null
  const notes = [
    ...(!shown && facts?.told ? [cx.say(facts.told.code, { file: row.name, ...facts.told.values })] : []),
    ...(facts?.notes ?? []).map((n) => cx.say(n.code, n.values)),
  ]
  return mended(
    {
      id: row.id,
      at: row.at,
      recordedAt: row.recorded_at,
      by: row.by_name,
      seq: row.seq,
      attendance: row.attendance,
      attendanceNumber: row.attendance_number,
      sha256: row.file,
      name: row.name,
      folder: row.folder,
      mediaType: row.media_type,
      size: Number(row.size),
      shows: row.shows,
      caption: row.caption,
      spot: row.spot,
      mark: row.mark,
      camera: row.camera,
      takenAt: row.taken_at,
      takenText: row.taken_text,
      position: position(row),
      width: row.width,
      height: row.height,
      provedAtCapture: row.captured_sha256 === row.file,
      source: row.source,
      steps: row.steps,
      shown,
      note: notes.length > 0 ? notes.join(' ') : null,
      annotations: annotations
        .filter((n) => n.photograph === row.id)
        .map((n) => ({ id: n.id, shapes: n.shapes, words: n.words, by: n.by_name })),
    },
    corrections,
  ) as PhotographSeen
}
