/**
 * Telling partners, each minute: what happened since becomes events for each subscription that stands, and what is due is sent, signed, in the order
 * of each subject. An event is kept before it is sent and crossed off after it was taken: killed between, it goes again under the same id.
 */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { type CloudEvent, cloudEventType, writeCloudEvent } from '#formats/cloudevents.ts'
import { webhookHeaders } from '#formats/standard-webhooks.ts'
import { systemActor } from '#identity/authority.ts'
import { dataAgreement } from '#identity/store/agreements.ts'
import { visibleTo } from '#identity/sight.ts'
import { type Happened, endOfLog, happenedBetween } from '#ledger/followed.ts'
import type { Cx, Ground } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { faultOfAddress, networksOf, postTo } from '#platform/outside.ts'
import { unseal } from '#platform/sealing.ts'
import { z } from 'zod'
import { endFormerSecret as endFormer } from './operations/end-former-secret.ts'
import { nextTry, wasTaken } from './rules/partners.ts'
import {
  type Due,
  type NewOutgoing,
  type SubscriptionRow,
  claimDue,
  isAlone,
  keepOutgoing,
  moveToldUpTo,
  noteFailed,
  noteTaken,
  overlapsOver,
  receiverOf,
  secretsOf,
  standingSubscriptions,
  toldUpTo,
} from './store/partners.ts'

export const tellPartnersTask = 'exchange.tell-partners'
export const secretNamed = (subscription: string): string => `exchange.subscription/${subscription}`
/** The networks of the house's own, as the server's setting names them. */
export const ownNetworks = (ground: Pick<Ground, 'house'>) => networksOf(ground.house.partnerNetworks ?? [])

const AT_ONCE = 20

export async function tellPartners(ground: Ground): Promise<void> {
  const now = ground.now()
  await endOverlaps(ground, now)
  for (const one of await standingSubscriptions({ tx: ground.db.direct })) {
    const agreement = await dataAgreement({ tx: ground.db.direct, now }, one.agreement, one.agency)
    const receiver = await receiverOf({ tx: ground.db.direct }, one, now)
    // What waits stays: it goes when the agreement, or the receiver, stands again.
    if (!agreement.holds || !receiver) continue
    await makeEvents(ground, one)
    await sendDue(ground, one)
  }
}

/** One process at a time: events of one subscription are made in the order of the log, each once. */
async function makeEvents(ground: Ground, of: SubscriptionRow): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const mine = await isAlone({ tx }, of.id)
    const now = ground.now()
    const receiver = await receiverOf({ tx }, of, now)
    if (!mine || !receiver) return
    const until = await endOfLog({ tx })
    const after = await toldUpTo({ tx }, of.id)
    const since = of.state_at ?? now
    const sees = visibleTo(receiver, now, 'e.root')
    const happened = await happenedBetween({ tx }, of.events, { after, until, since }, sees)
    const numbers = await ground.roots.names(tx, [...new Set(happened.map((h) => h.root))])
    await keepOutgoing(
      { tx },
      happened.map((h) => outgoingOf(ground, of, h, numbers.get(h.root) ?? null)),
    )
    await moveToldUpTo({ tx }, of.id, until)
  })
}

/** Ids and numbers, and when: whoever may know more asks for it by them. */
function outgoingOf(ground: Ground, of: SubscriptionRow, h: Happened, number: string | null): NewOutgoing {
  const { facts } = JSON.parse(h.leaf.toString('utf8')) as { facts: Record<string, Json> }
  const id = ground.newId()
  const event: CloudEvent = {
    id,
    source: `${ground.house.url}/`,
    type: `custodia.${h.action}.v1`,
    subject: h.subject,
    time: h.occurred_at,
    sequence: String(h.position).padStart(12, '0'),
    data: {
      case: { id: h.root, number },
      ...(typeof facts.number === 'string' ? { number: facts.number } : {}),
    },
  }
  const { action, subject, root, position } = h
  const body = writeCloudEvent(event)
  return {
    id,
    subscription: of.id,
    entry_told: h.id,
    position,
    subject,
    action,
    root,
    body,
    at: ground.now(),
  }
}

async function sendDue(ground: Ground, of: SubscriptionRow): Promise<void> {
  const tx = ground.db.direct
  const secrets = await signingSecrets(ground, of)
  if (secrets.length === 0) return
  const tried = new Set<string>()
  for (;;) {
    // What failed a moment ago has its own hour; a clock that stands still must not send it round and round.
    const due = (await claimDue({ tx }, of.id, ground.now(), AT_ONCE)).filter((d) => !tried.has(d.id))
    if (due.length === 0) return
    const taken: string[] = []
    for (const one of due) {
      tried.add(one.id)
      if (await sendOne(ground, of, secrets, one)) taken.push(one.id)
    }
    if (taken.length > 0) await recordTold(ground, of, taken)
    if (taken.length < due.length) return
  }
}

async function sendOne(
  ground: Ground,
  of: SubscriptionRow,
  secrets: readonly string[],
  due: Due,
): Promise<boolean> {
  const cx = { tx: ground.db.direct }
  const { id, body } = due
  const headers = {
    ...webhookHeaders(secrets, { id, at: ground.now(), body }),
    'content-type': `${cloudEventType}; charset=utf-8`,
    'user-agent': 'custodia',
  }
  const answer = await postTo(of.address, Buffer.from(body, 'utf8'), headers, ownNetworks(ground)).catch(
    (error: NodeJS.ErrnoException) => ({ status: null, fault: error.code ?? 'no-answer' }),
  )
  const { status } = answer
  if (status !== null && wasTaken(status)) {
    await noteTaken(cx, id, status, ground.now())
    return true
  }
  const fault = 'fault' in answer ? answer.fault : 'refused'
  const next = nextTry(due.attempts + 1, status, ground.now())
  await noteFailed(cx, id, { status, fault, next, now: ground.now() })
  if (next === null)
    ground.log.warn({ subscription: of.number, event: id, status, fault }, 'an event was given up')
  return false
}

/** The secret that holds, and in an overlap the one before it; read anew each time, so that what was ended signs nothing more. */
async function signingSecrets(ground: Ground, of: SubscriptionRow): Promise<string[]> {
  const kept = await secretsOf({ tx: ground.db.direct }, of.id)
  if (!kept) return []
  const both = kept.former_until !== null && kept.former_until > ground.now() ? [kept.former_sealed] : []
  const signing = [kept.sealed, ...both].filter((sealed) => sealed !== null)
  return Promise.all(signing.map((sealed) => unseal(ground, secretNamed(of.id), sealed)))
}

/** A former secret whose time is over is destroyed, as an act of the log; of a partner who is told no more as well. */
async function endOverlaps(ground: Ground, now: string): Promise<void> {
  // Somebody may have ended it in this very moment: then there is nothing to do.
  for (const input of await overlapsOver({ tx: ground.db.direct }, now))
    await perform(ground, plain(endFormer), { actor: systemActor, input }).catch((error: unknown) =>
      ground.log.warn({ err: error, ...input }, 'the former secret was not ended by its time'),
    )
}

/** That something left, and to whom, is itself an entry. */
async function recordTold(ground: Ground, of: SubscriptionRow, events: readonly string[]): Promise<void> {
  const telling = command({
    name: 'exchange.tell-partner',
    summary: 'A partner took events.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx: Cx) => {
      cx.allow(null)
      await cx.record({
        subject: ref('exchange.subscription', of.id),
        facts: { events: events.length },
        rows: { 'exchange.told': [{ id: cx.newId(), subscription: of.id, events: [...events] }] },
      })
    },
  })
  await perform(ground, plain(telling), { actor: systemActor, input: {} })
}

/** Why an address is not kept, in the words of the refusal; what a name leads to is looked at when it is called. */
export const addressFault = (ground: Pick<Ground, 'house'>, address: string) =>
  faultOfAddress(address, ownNetworks(ground))
