/** What crosses the wire about partners who are told of acts as they happen. */
import { z } from 'zod'
import { Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'

/** Acts of the log that a partner may be told of: what concerns who asked, brought or receives. The type of the event is made of the same word. */
export const tellable = [
  'evidence.receive-submission',
  'evidence.receive-item',
  'evidence.refuse-submission',
  'evidence.accept-hand-over',
  'evidence.return-item',
  'evidence.dispose-item',
  'work.request-examination',
  'work.accept-request',
  'work.decline-request',
  'work.withdraw-request',
  'work.stop-clock',
  'work.restart-clock',
  'reports.issue-report',
  'reports.amend-report',
  'reports.withdraw-report',
  'reports.deliver-report',
  'cases.open-case',
  'cases.close-case',
  'cases.reopen-case',
  'cases.record-court-outcome',
  'death.release-body',
] as const
export type Tellable = (typeof tellable)[number]

export const Subscribe = z.strictObject({
  id: Id.optional(),
  agency: Id,
  /** An agreement on the sharing of data with that agency, in force. */
  agreement: Id,
  /** A person of that agency: told is what this person may see. */
  receiver: Id,
  /** https; a machine of the laboratory's own networks also by http. */
  address: z.string().trim().min(8).max(500),
  events: z.array(z.enum(tellable)).min(1).max(tellable.length),
  purpose: Line,
  legalBasis: Line,
})
/** The secret is shown once. */
export const Subscribed = z.object({ id: z.string(), number: z.string(), secret: z.string() })
export const Done = z.object({ id: z.string() })
export const OfSubscription = z.strictObject({ subscription: Id })
export const EndSubscription = z.strictObject({ subscription: Id, words: Prose })
/** How many days both secrets sign; 0 where the one that is there is in wrong hands: it signs no more from this moment. */
export const ChangeSecret = z.strictObject({
  subscription: Id,
  days: z.coerce.number().int().min(0).max(90),
  words: Line.nullish(),
})
/** The new secret is shown once. */
export const SecretChanged = z.object({
  id: z.string(),
  secret: z.string(),
  until: z.string().nullable(),
})
export const EndFormerSecret = z.strictObject({ subscription: Id, words: Line.nullish() })
export const Subscriptions = z.strictObject({ ...listInput })
export const SubscriptionSeen = z.object({
  id: z.string(),
  number: z.string(),
  agency: z.string(),
  receiver: z.string(),
  agreement: z.string(),
  agreementState: z.string(),
  address: z.string(),
  events: z.array(z.string()),
  purpose: z.string(),
  legalBasis: z.string(),
  state: z.enum(['waiting', 'approved', 'ended']),
  openedBy: z.string(),
  openedAt: z.string(),
  sent: z.number(),
  pending: z.number(),
  dead: z.number(),
  /** Until when the former secret signs too; null where only one does. */
  formerUntil: z.string().nullable(),
  actions,
})
export type SubscriptionSeen = z.output<typeof SubscriptionSeen>
export const SubscriptionList = listOf(SubscriptionSeen)

export const EventsTold = z.strictObject({ ...listInput, subscription: Id })
export const EventSeen = z.object({
  id: z.string(),
  action: z.string(),
  /** The number of the case. */
  about: z.string().nullable(),
  madeAt: z.string(),
  state: z.enum(['waiting', 'sent', 'dead']),
  attempts: z.number(),
  nextAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  status: z.number().nullable(),
  fault: z.string().nullable(),
  actions,
})
export type EventSeen = z.output<typeof EventSeen>
export const EventList = listOf(EventSeen)
export const ReplayEvent = z.strictObject({ event: Id })

/** By id, number or barcode; the words of acts and gaps in a language. */
export const ExportCustody = z.strictObject({
  item: z.string().trim().min(1).max(80),
  language: z.enum(['en', 'es']).optional(),
})
