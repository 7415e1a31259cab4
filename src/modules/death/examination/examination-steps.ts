/** One step of an examination, and what stands before every word that is written on one. */
import { refuseUnless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { mayWrite } from './rules.ts'
import { deathRef } from '../call/store/deaths.ts'
import { type ExaminationRow, examinationRef, seeExamination } from './store/examinations.ts'
import { refreshDeaths } from '../call/store/standing.ts'

/** Locked, seen, allowed, and open for writing. */
export async function writing(cx: Cx, id: string): Promise<ExaminationRow> {
  const e = await seeExamination(cx, id, { lock: true })
  cx.allow(e)
  refuseUnless(mayWrite(e))
  return e
}

export async function takeStep(
  cx: Cx,
  e: ExaminationRow,
  step: {
    kind: 'started' | 'finished' | 'reviewed' | 'returned' | 'withdrawn'
    state: ExaminationRow['state']
    words?: string | null | undefined
    statureCm?: string | null | undefined
    weightKg?: string | null | undefined
  },
): Promise<string> {
  const row: CoveredRow = {
    id: cx.newId(),
    root: e.root,
    examination: e.id,
    seq: e.seq + 1,
    kind: step.kind,
    state: step.state,
    by_person: cx.actor.id,
    words: step.words ?? null,
    at: cx.occurredAt,
    stature_cm: step.statureCm ?? null,
    weight_kg: step.weightKg ?? null,
  }
  await cx.record(
    {
      subject: examinationRef(e.id),
      root: e.root,
      facts: { step: step.kind, kind: e.kind, no: e.no },
      rows: { 'death.examination_step': [row] },
    },
    { subject: deathRef(e.root), root: e.root, facts: { examination: e.no, step: step.kind } },
  )
  await refreshDeaths(cx, [e.root])
  return e.id
}

/** What is written down on an examination, as one entry of it. */
export async function write(
  cx: Cx,
  e: ExaminationRow,
  table: string,
  row: CoveredRow,
  facts: Record<string, string | number | boolean | null>,
): Promise<string> {
  await cx.record({ subject: examinationRef(e.id), root: e.root, facts, rows: { [table]: [row] } })
  return row.id
}
