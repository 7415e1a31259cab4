/** What a court decided, as a code: who told it, until when an appeal may come, which hold it ends. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { appealUntilOf, toldByOf, type ToldBy } from '../rules/court.ts'

export interface StandingCourtHold {
  readonly hold: string
  /** The charge or the appeal that placed it. */
  readonly event: string
}

/** Holds of charges and appeals that nothing has ended. */
export function standingCourtHolds(cx: Pick<Cx, 'tx'>, root: string): Promise<StandingCourtHold[]> {
  return cx.tx.many<StandingCourtHold>(sql`
    select h.id as hold, h.values ->> 'event' as event from cases.hold h
     where h.root = ${root} and h.kind in ('court','appeal') and h.values ? 'event' and not exists (select 1 from cases.hold_lift l where l.hold = h.id) order by h.recorded_at, h.id`)
}

export interface Outcome {
  readonly event: string
  readonly root: string
  readonly on: string
  readonly outcome: string
  readonly ends?: string | null | undefined
  readonly appealUntil?: string | null | undefined
}

/** The rows of an outcome for the entry of its event; a hold is lifted only by a final outcome that prosecution or registry tell. */
export async function outcomeRows(
  cx: Cx,
  o: Outcome,
): Promise<{
  rows: Readonly<Record<string, readonly CoveredRow[]>>
  facts: { outcome: string; toldBy: ToldBy }
}> {
  const code = await codeOf(cx, 'court-outcome', o.outcome)
  const data = (code.data ?? {}) as { final?: unknown; appealDays?: unknown }
  const final = data.final === true
  const toldBy = toldByOf(cx.actor.grants.map((g) => g.role))
  const holds = await standingCourtHolds(cx, o.root)
  const ended = o.ends ? holds.find((h) => h.event === o.ends) : holds.length === 1 ? holds[0] : undefined
  if (o.ends && !ended) throw notFound()
  refuseUnless(
    unless(
      !final || Boolean(o.ends) || holds.length < 2,
      no('cases.which-charge', { n: holds.length }, 'cases.next-which-charge'),
    ),
  )
  const lifts = final && toldBy !== 'others' && ended
  return {
    facts: { outcome: o.outcome, toldBy },
    rows: {
      'cases.court_outcome': [
        {
          id: cx.newId(),
          root: o.root,
          event: o.event,
          outcome: o.outcome,
          final,
          told_by: toldBy,
          on_day: o.on,
          appeal_until: appealUntilOf(o.on, o.appealUntil ?? null, data.appealDays, final),
          ends: ended?.event ?? null,
        },
      ],
      ...(lifts ? { 'cases.hold_lift': [{ id: cx.newId(), hold: ended.hold, why: o.outcome }] } : {}),
    },
  }
}
