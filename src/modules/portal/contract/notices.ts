/** Of what somebody is told by mail: the kinds of notices, and the choice. */
import { z } from 'zod'

/** Every kind that the product tells; a test holds this list against the texts. */
export const noticeKinds = [
  'evidence.notice-offered',
  'evidence.notice-late',
  'portal.notice-kit-late',
  'evidence.notice-left',
  'work.notice-transferred',
  'evidence.notice-missing',
  'evidence.notice-found',
  'evidence.notice-disposal-asked',
  'evidence.notice-disposal-agreed',
  'evidence.notice-disposal-kept',
  'evidence.notice-disposal-approved',
  'evidence.notice-disposal-refused',
  'evidence.notice-disposal-withdrawn',
  'reports.notice-copy',
  'reports.notice-replacement',
  'reports.notice-withdrawal',
  'reports.notice-returned',
  'results.notice-returned',
  'portal.notice-question',
  'portal.notice-answer',
  'portal.notice-help',
  'portal.notice-helped',
  'portal.notice-complaint',
  'portal.notice-booked',
  'portal.notice-given-back',
  'portal.notice-follows',
  'portal.notice-moved',
  'portal.notice-lead',
  'portal.notice-records',
  'portal.notice-records-asked',
  'cases.notice-access-asked',
  'cases.notice-access-given',
  'identity.notice-claim-refused',
  'identity.notice-agreement',
  'work.notice-consumed',
  'work.notice-method',
  'catalogue.notice-suggestion',
  'exchange.notice-arrival',
] as const
/** What only people of the service are told. */
export const toldInside: ReadonlySet<string> = new Set([
  'exchange.notice-arrival',
  'evidence.notice-disposal-agreed',
  'evidence.notice-disposal-kept',
  'evidence.notice-disposal-approved',
  'evidence.notice-disposal-refused',
  'evidence.notice-disposal-withdrawn',
  'reports.notice-returned',
  'results.notice-returned',
  'portal.notice-records-asked',
  'portal.notice-help',
  'portal.notice-complaint',
  'portal.notice-booked',
  'cases.notice-access-asked',
  'identity.notice-claim-refused',
])
const Kind = z.enum(noticeKinds)

export const ChooseNotices = z.strictObject({
  choices: z
    .array(z.strictObject({ kind: Kind, mail: z.boolean() }))
    .min(1)
    .max(noticeKinds.length),
})
export const Chosen = z.object({ chosen: z.number().int() })
export const NoticeChoices = z.strictObject({})
export const NoticeChoicesSeen = z.object({
  /** Whether an address is known to which mail could go. */
  reachable: z.boolean(),
  items: z.array(z.object({ kind: Kind, text: z.string(), mail: z.boolean() })),
})
export type NoticeChoicesSeen = z.output<typeof NoticeChoicesSeen>
