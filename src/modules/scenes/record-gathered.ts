/** Everything that the scene record says, gathered once, in the language of the paper. */
import { caseCard } from '#modules/cases/public.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { mended } from './mending.ts'
import { photographSeen } from './pictures-seen.ts'
import {
  checklistsSeen,
  collectedSeen,
  conflictsIn,
  identitiesSeen,
  logSeen,
  marksSeen,
  measurementsSeen,
  sketchesSeen,
  statementsSeen,
  vehicleSeen,
} from './seen.ts'
import { type AttendanceRow, bornOf, stepsOf } from './store/attendances.ts'
import { annotationsOf, listPhotographs } from './store/pictures.ts'
import { correctionsOf } from './store/written.ts'
import { position } from './writing.ts'

const MOST_PHOTOGRAPHS = 5_000

export async function gather(cx: Cx, a: AttendanceRow) {
  const rows = await listPhotographs(cx, { attendance: a.id }, { limit: MOST_PHOTOGRAPHS })
  const pointed = await annotationsOf(
    cx,
    rows.map((r) => r.id),
  )
  const corrections = await correctionsOf(cx, a.id)
  const born = await bornOf(cx, a.id)
  return {
    card: await caseCard(cx, a.root),
    born,
    /** Where it was, corrections laid over. */
    where: mended({ id: a.id, place: a.place, words: born.words, position: position(born) }, corrections),
    sceneType: await nameOfCode(cx, 'scene-type', a.scene_type, cx.language),
    steps: await stepsOf(cx, a.id),
    log: await logSeen(cx, a),
    marks: await marksSeen(cx, a),
    collected: await collectedSeen(cx, a),
    measurements: await measurementsSeen(cx, a),
    sketches: await sketchesSeen(cx, a),
    statements: await statementsSeen(cx, a),
    identities: await identitiesSeen(cx, a),
    vehicle: await vehicleSeen(cx, a),
    checklists: await checklistsSeen(cx, a),
    conflicts: await conflictsIn(cx, a),
    photographs: rows.map((r) => photographSeen(cx, r, pointed, corrections)),
    rows,
    corrections,
  }
}
export type Gathered = Awaited<ReturnType<typeof gather>>
