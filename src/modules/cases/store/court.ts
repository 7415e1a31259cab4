/** Charges, hearings, outcomes and appeals: one row each; a charge and an appeal hold the case's exhibits. */
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import type { CourtOutcome } from '../contract.ts'
import { seeCase } from './case-file.ts'
import { caseRef, holdRow } from './holds.ts'
import { outcomeRows } from './outcome.ts'

const holdOf = { charge: 'court', appeal: 'appeal', hearing: null, outcome: null } as const

/** A charge opens the court hold and an appeal its own; a person lifts them, or the outcome that prosecution or registry tell: forgetting fails safe. */
export async function recordCourtEvent(
  cx: Cx,
  kind: keyof typeof holdOf,
  input: z.output<typeof CourtOutcome>,
): Promise<{ id: string }> {
  const file = await seeCase(cx, input.case, { lock: true })
  cx.allow(file)
  const id = input.id ?? cx.newId()
  const hold = holdOf[kind]
  const { outcome: code, ends, appealUntil } = input
  const outcome = code
    ? await outcomeRows(cx, { event: id, root: file.root, on: input.on, outcome: code, ends, appealUntil })
    : null
  await cx.record({
    subject: caseRef(file.id),
    root: file.root,
    facts: { event: id, kind, on: input.on, time: input.time ?? null, ...outcome?.facts },
    rows: {
      'cases.court_event': [
        {
          id,
          root: file.root,
          kind,
          on_day: input.on,
          at_time: input.time ?? null,
          court: input.court ?? null,
          text: input.text,
        },
      ],
      ...outcome?.rows,
      ...(hold
        ? {
            'cases.hold': [
              holdRow(cx, {
                subject: caseRef(file.id),
                root: file.root,
                kind: hold,
                why: `cases.hold-${hold}`,
                values: { authority: input.text, event: id },
              }),
            ],
          }
        : {}),
    },
  })
  return { id }
}
