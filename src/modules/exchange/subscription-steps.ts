/** A subscription as it is told, and its steps: locked, judged, recorded. */
import type { dataAgreements } from '#identity/store/agreements.ts'
import { ref } from '#kernel/shapes.ts'
import { type Verdict, refuseUnless } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { SubscriptionSeen } from './contract/partners.ts'
import {
  mayApproveSubscription,
  mayChangeSecret,
  mayEndFormerSecret,
  mayEndSubscription,
} from './rules/partners.ts'
import { type SubscriptionRow, dropFormerSecret, secretChanges, subscriptionById } from './store/partners.ts'

export async function subscriptionStep(
  cx: Cx,
  subscription: string,
  kind: 'approved' | 'ended',
  judge: (row: SubscriptionRow) => Verdict,
  words: string | null = null,
): Promise<{ id: string }> {
  const subject = ref('exchange.subscription', subscription)
  await cx.lock([subject])
  const row = await subscriptionById(cx, subscription)
  refuseUnless(judge(row))
  const id = cx.newId()
  await cx.record({
    subject,
    facts: { kind },
    rows: { 'exchange.subscription_step': [{ id, subscription, seq: row.seq + 1, kind, words }] },
  })
  return { id }
}

/** The former secret signs no more: by somebody's word, or because its time is over. */
export async function endFormerSecret(
  cx: Cx,
  subscription: string,
  words: string | null,
): Promise<{ id: string }> {
  const subject = ref('exchange.subscription', subscription)
  await cx.lock([subject])
  refuseUnless(mayEndFormerSecret(await subscriptionById(cx, subscription)))
  const id = cx.newId()
  const seq = (await secretChanges(cx, subscription)) + 1
  await cx.record({
    subject,
    facts: { secret: 'former-ended' },
    rows: { 'exchange.secret_change': [{ id, subscription, seq, kind: 'ended', until_at: null, words }] },
  })
  await dropFormerSecret(cx, subscription)
  return { id }
}

export function subscriptionSeen(
  cx: Cx,
  row: SubscriptionRow,
  agreementOf: Awaited<ReturnType<typeof dataAgreements>>,
): SubscriptionSeen {
  const agreement = agreementOf(row.agreement, row.agency)
  return {
    id: row.id,
    number: row.number,
    agency: row.agency_name,
    receiver: row.receiver_name,
    agreement: agreement.title,
    agreementState: agreement.state,
    address: row.address,
    events: row.events,
    purpose: row.purpose,
    legalBasis: row.legal_basis,
    state: row.state,
    openedBy: row.by_name,
    openedAt: row.recorded_at,
    sent: row.sent,
    pending: row.pending,
    dead: row.dead,
    formerUntil: row.former_until,
    actions: actionsOf(
      cx,
      { may_see: true },
      {
        ...(row.state === 'waiting'
          ? { 'exchange.approve-subscription': mayApproveSubscription(row, cx.actor.id) }
          : {}),
        ...(row.state === 'ended'
          ? {}
          : {
              'exchange.end-subscription': mayEndSubscription(row),
              ...(row.former_until === null
                ? { 'exchange.change-secret': mayChangeSecret(row) }
                : { 'exchange.end-former-secret': mayEndFormerSecret(row) }),
            }),
      },
    ),
  }
}
