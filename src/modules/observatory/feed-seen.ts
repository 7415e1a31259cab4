/** A feed as it is told, and whose feeds a reader sees: people of another agency see those of their own. */
import { findAgreement } from '#identity/store/agreements.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { FeedSeen } from './contract/feed.ts'
import { mayApproveFeed, mayEndFeed, mayMakeBatch } from './rules.ts'
import type { FeedRow } from './store/feeds.ts'
import { isOfService } from './store/units.ts'

/** Null: every feed. */
export async function onlyAgency(cx: Cx): Promise<string | null> {
  if (cx.actor.kind !== 'person' || cx.actor.agency === null) return null
  return (await isOfService(cx, cx.actor.agency)) ? null : cx.actor.agency
}

export async function feedSeen(cx: Cx, row: FeedRow, outside: boolean): Promise<FeedSeen> {
  const agreement = await findAgreement(cx, row.agreement)
  return {
    id: row.id,
    number: row.number,
    agency: row.agency_name,
    agreement: agreement?.title ?? '–',
    agreementState: agreement?.state ?? 'over',
    dataset: row.dataset,
    since: row.since,
    day: row.day,
    purpose: row.purpose,
    legalBasis: row.legal_basis,
    state: row.state,
    openedBy: row.by_name,
    openedAt: row.recorded_at,
    batches: row.batches,
    newest: row.newest,
    actions: actionsOf(
      cx,
      { may_see: true },
      {
        ...(row.state === 'waiting'
          ? { 'observatory.approve-feed': mayApproveFeed(row, cx.actor.id, outside) }
          : {}),
        ...(row.state === 'ended'
          ? {}
          : {
              'observatory.make-feed-batch': mayMakeBatch(row, outside),
              'observatory.end-feed': mayEndFeed(row),
            }),
      },
    ),
  }
}
