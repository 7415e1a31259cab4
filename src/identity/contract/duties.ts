/** What crosses the wire about duties: recovery, leave, roles handed on, agreements, broken glass, reviews of what people hold. */
import { z } from 'zod'
import { DateText, Id, Instant, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'

export const lostThings = ['password', 'second-factor', 'pin'] as const
export const StartRecovery = z.strictObject({
  person: Id,
  /** What the person can no longer use; it is taken away when the way back is gone. */
  lost: z.array(z.enum(lostThings)).min(1).max(3),
})
export const RecoveryStarted = z.object({
  id: z.string(),
  /** First half (or the whole, for an account that nobody has used yet): shown once, to the one who starts it. */
  code: z.string(),
  link: z.string(),
  until: z.string(),
  /** True where a second person must confirm and gives the other half. */
  needsSecond: z.boolean(),
})
export const ConfirmRecovery = z.strictObject({ recovery: Id })
export const RecoveryConfirmed = z.object({ code: z.string(), until: z.string() })
export const RecoverAccount = z.strictObject({
  code: z.string().trim().max(60),
  second: z.string().trim().max(60).optional(),
  newPassword: z.string().max(200),
})
export const AccountRecovered = z.object({ username: z.string() })
export const OpenRecovery = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string(), unitName: z.string().nullable() }),
  lost: z.array(z.string()),
  firstDay: z.boolean(),
  startedBy: z.string().nullable(),
  startedAt: z.string(),
  until: z.string(),
  confirmedBy: z.string().nullable(),
  actions,
})
export type OpenRecovery = z.infer<typeof OpenRecovery>

export const leaveKinds = ['leave', 'sick', 'training', 'secondment'] as const
export const RecordLeave = z.strictObject({
  id: Id.optional(),
  person: Id,
  kind: z.enum(leaveKinds),
  from: Instant,
  until: Instant,
  /** The account is closed while it lasts. */
  closes: z.boolean().default(false),
  standIn: Id.nullish(),
  words: Line.nullish(),
})
export const RecordDeparture = z.strictObject({ person: Id, at: Instant })
export const EndLeave = z.strictObject({ absence: Id, at: Instant.optional() })
export const Absence = z.object({
  id: z.string(),
  kind: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  endedAt: z.string().nullable(),
  closes: z.boolean(),
  standIn: z.object({ id: z.string(), name: z.string() }).nullable(),
  words: z.string().nullable(),
  by: z.string().nullable(),
})
export type Absence = z.infer<typeof Absence>

export const Delegate = z.strictObject({
  id: Id.optional(),
  /** A grant of one's own. */
  grant: Id,
  to: Id,
  /** Narrower than one's own, where wanted. */
  unit: Id.nullish(),
  from: Instant.optional(),
  until: Instant,
})
export const EndDelegation = z.strictObject({ grant: Id })
export const Held = z.object({
  id: z.string(),
  role: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  from: z.string(),
  until: z.string().nullable(),
  grantedBy: z.string().nullable(),
  /** Whose duty it is, where it was handed on. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  reviewedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  /** To whom it was handed on. */
  to: z.array(
    z.object({ grant: z.string(), id: z.string(), name: z.string(), until: z.string().nullable() }),
  ),
  actions,
})
export type Held = z.infer<typeof Held>

export const agreementKinds = ['service', 'confidentiality', 'data-sharing', 'other'] as const
export const SignAgreement = z.strictObject({
  id: Id.optional(),
  agency: Id,
  kind: z.enum(agreementKinds),
  title: Line,
  signedOn: DateText,
  validFrom: DateText,
  validUntil: DateText.nullish(),
  /** Who signed: name and office. */
  forService: Line,
  forAgency: Line,
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'sha256')
    .nullish(),
})
export const EndAgreement = z.strictObject({ agreement: Id, endsOn: DateText, words: Line.nullish() })
export const Agreement = z.object({
  id: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  kind: z.string(),
  title: z.string(),
  signedOn: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  endedOn: z.string().nullable(),
  state: z.enum(['to-come', 'in-force', 'ends-soon', 'over']),
  forService: z.string(),
  forAgency: z.string(),
  fileName: z.string().nullable(),
  actions,
})
export type Agreement = z.infer<typeof Agreement>
export const ListAgreements = z.strictObject({ ...listInput, ...listWords, agency: Id.optional() })

export const BreakGlass = z.strictObject({
  /** The number by which the matter is called, or its id. */
  of: Line,
})
export const GlassBroken = z.object({ id: z.string(), root: z.string(), name: z.string(), until: z.string() })
export const ReviewGlass = z.strictObject({
  glass: Id,
  finding: z.enum(['justified', 'not-justified']),
  words: Prose,
})
export const Glass = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string(), unitName: z.string().nullable() }),
  root: z.string(),
  /** Null where the reader may not see what it is. */
  name: z.string().nullable(),
  at: z.string(),
  until: z.string(),
  reason: z.string().nullable(),
  looks: z.number(),
  state: z.enum(['waits', 'late', 'justified', 'not-justified']),
  dueAt: z.string(),
  review: z.object({ by: z.string().nullable(), at: z.string(), words: z.string() }).nullable(),
  actions,
})
export type Glass = z.infer<typeof Glass>
export const GlassList = listOf(Glass)

export const ReviewAccess = z.strictObject({
  decisions: z
    .array(z.strictObject({ grant: Id, keep: z.boolean(), words: Line.nullish() }))
    .min(1)
    .max(200),
})
export const AccessDue = z.object({
  grant: z.string(),
  person: z.object({ id: z.string(), name: z.string(), unitName: z.string().nullable() }),
  role: z.string(),
  unitName: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  grantedBy: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  lastReview: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
  dueAt: z.string(),
  state: z.enum(['new', 'due', 'held']),
  actions,
})
export type AccessDue = z.infer<typeof AccessDue>
