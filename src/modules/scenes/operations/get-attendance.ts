/** One attendance whole: every part of its record, what contradicts what, and what may be done next. */
import { formsFor, nameOfCode } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { notFound, type Verdict } from '#kernel/verdict.ts'
import { AttendanceSeen, type Conflict, GetAttendance } from '../contract.ts'
import { mendedOf } from '../mending.ts'
import { readers } from '../roles.ts'
import { insideOf, mayAdd, mayAmend, mayAnnounce, mayArrive, mayLeave, maySign } from '../rules.ts'
import {
  checklistsSeen,
  collectedSeen,
  conflictsIn,
  identitiesSeen,
  lineSeen,
  logSeen,
  marksSeen,
  measurementsSeen,
  sketchesSeen,
  statementsSeen,
  vehicleSeen,
} from '../seen.ts'
import {
  type AttendanceRow,
  attendanceListed,
  bornOf,
  recordsOf,
  seeAttendance,
  stepsOf,
} from '../store/attendances.ts'
import { correctionsOf } from '../store/written.ts'
import { position } from '../writing.ts'

export const getAttendance = query({
  name: 'scenes.get-attendance',
  summary: 'One attendance whole: every part of its record, what contradicts what, what may be done next.',
  who: readers,
  reads: 'sensitive',
  input: GetAttendance,
  output: AttendanceSeen,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance)
    cx.allow(a)
    const listed = await attendanceListed(cx, a.id)
    if (!listed) throw notFound()
    const born = await bornOf(cx, a.id)
    const log = await logSeen(cx, a)
    const conflicts = await conflictsIn(cx, a)
    const vehicle = await vehicleSeen(cx, a)
    const mended = mendedOf(await correctionsOf(cx, a.id), a.id)
    const collected = await collectedSeen(cx, a)
    const line = await lineSeen(cx, listed)
    const seen = {
      ...line,
      district: born.district && (await nameOfCode(cx, 'district', born.district, cx.language)),
      position: position(born),
      words: born.words,
      ...Object.assign({}, ...mended.map((m) => m.becomes)),
    }
    return {
      ...seen,
      callOut: born.call_out ? { id: born.call_out, at: born.call_at ?? a.opened_at } : null,
      steps: (await stepsOf(cx, a.id)).map((s) => ({
        kind: s.kind,
        at: s.at,
        recordedAt: s.recorded_at,
        by: s.by_name,
        words: s.words,
      })),
      log,
      inside: a.state === 'at-scene' ? insideOf(log) : [],
      marks: await marksSeen(cx, a),
      collected,
      measurements: await measurementsSeen(cx, a),
      sketches: await sketchesSeen(cx, a),
      statements: await statementsSeen(cx, a),
      identities: await identitiesSeen(cx, a),
      vehicle,
      checklists: await checklistsSeen(cx, a),
      hasChecklist: (await formsFor(cx, 'scene-checklist', { of: a.scene_type })).length > 0,
      conflicts,
      records: (await recordsOf(cx, a.id)).map((r) => ({
        version: r.version,
        sha256: r.file,
        at: r.at,
        by: r.by_name,
        why: r.why,
        changes: r.changes,
      })),
      mended,
      actions: actionsOf(cx, a, {
        ...verdictsOf(a, conflicts, vehicle),
        'scenes.announce-collected': mayAnnounce(collected),
      }),
    }
  },
})

/** What may be done here next: adding while it is not signed, and what closes it. */
function verdictsOf(
  a: AttendanceRow,
  conflicts: readonly Conflict[],
  vehicle: Awaited<ReturnType<typeof vehicleSeen>>,
): Readonly<Record<string, Verdict>> {
  const add = mayAdd(a)
  return {
    'scenes.arrive': mayArrive(a),
    'scenes.leave-scene': mayLeave(a),
    'scenes.log-entry': add,
    'scenes.add-photograph': add,
    'scenes.annotate-photograph': add,
    'scenes.mark-evidence': add,
    'scenes.collect-item': add,
    'scenes.lift-print': add,
    'scenes.add-sketch': add,
    'scenes.add-measurement': add,
    'scenes.record-statement': add,
    'scenes.record-identity': add,
    ...(vehicle && !vehicle.released ? { 'scenes.release-vehicle': vehicle.mayRelease } : {}),
    'scenes.complete-checklist': add,
    'scenes.correct-entry': add,
    'scenes.settle-conflict': add,
    'scenes.sign-scene-record': maySign(a, {
      conflicts: conflicts.filter((c) => c.settled === null).length,
    }),
    'scenes.amend-scene-record': mayAmend(a),
  }
}
