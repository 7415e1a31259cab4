/** One step of a request: the row, the ledger, the standing, and what hangs on its end (holds, completeness). */
import { holdsOn, noteProgress } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import type { RequestState } from './contract.ts'
import { type RequestNow, type Step, moveRequest, stepRow } from './store.ts'
import { isOver } from './rules.ts'

export async function takeStep(
  cx: Cx,
  request: RequestNow,
  step: Step,
  also: NewEntry['rows'] = {},
): Promise<{ id: string; number: string; state: RequestState }> {
  const row = stepRow(cx, request, step)
  const state = row.state as RequestState
  const ends = isOver({ state }) && !isOver(request)
  await cx.record({
    subject: ref('work.request', request.id),
    root: request.root,
    facts: {
      number: request.number,
      step: step.kind,
      ...(step.assignee ? { assignee: step.assignee } : {}),
      ...(row.due_on ? { due: row.due_on as string } : {}),
      ...(step.code ? { code: step.code } : {}),
    },
    rows: { 'work.step': [row], ...also, ...(ends ? { 'cases.hold_lift': await lifts(cx, request) } : {}) },
  })
  await moveRequest(cx, row)
  if (ends)
    await noteProgress(cx, request.root, {
      subject: ref('work.request', request.id),
      kind: 'request',
      state: 'done',
      text: `work.progress-${state}`,
      values: { number: request.number },
    })
  return { id: request.id, number: request.number, state }
}

/** The work holds that this request hung on its items. */
async function lifts(cx: Cx, request: RequestNow): Promise<CoveredRow[]> {
  const holds = await holdsOn(
    cx,
    request.items.map((item) => ref('evidence.item', item)),
  )
  return [...holds.values()]
    .flat()
    .filter((h) => h.kind === 'work' && h.values?.request === request.id)
    .map((h) => ({ id: cx.newId(), hold: h.id, why: 'work.lift-request-over' }))
}
