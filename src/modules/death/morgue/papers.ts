/** A paper about a body: asked for, given, refused. The newest row of a kind holds. */
import { codeOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import type { RecordPaper } from './contract.ts'
import { type PaperRow, papersOf } from './store/bodies.ts'
import { type DeathRow, deathRef } from '../call/store/deaths.ts'

/** Of the list `death-paper`: the one that only a pathologist approves. */
export const cremationPaper = 'cremation-clearance'

/** The clearance that holds today: approved, and the manner has not become one that keeps the body since. */
export async function clearanceOf(cx: Cx, death: DeathRow): Promise<PaperRow | undefined> {
  if (death.manner === 'homicide') return undefined
  const newest = (await papersOf(cx, death.root)).find((p) => p.kind === cremationPaper)
  // What let a body go does not let it go again, once it was taken up.
  const spent = newest?.used === true && death.released_at === null
  return newest?.state === 'approved' && !spent ? newest : undefined
}

export async function keepPaper(
  cx: Cx,
  death: DeathRow,
  p: Omit<z.output<typeof RecordPaper>, 'death'>,
): Promise<string> {
  await codeOf(cx, 'death-paper', p.kind)
  const before = (await papersOf(cx, death.root)).find((one) => one.kind === p.kind)
  const id = cx.newId()
  await cx.record({
    subject: deathRef(death.id),
    root: death.root,
    facts: { paper: p.kind, state: p.state, number: p.number ?? null },
    rows: {
      'death.paper': [
        {
          id,
          root: death.root,
          kind: p.kind,
          seq: (before?.seq ?? 0) + 1,
          state: p.state,
          number: p.number ?? null,
          by_name: p.by ?? null,
          signed: p.signed,
          words: p.words ?? null,
          at: cx.occurredAt,
        },
      ],
    },
  })
  return id
}
