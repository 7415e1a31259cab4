/** What crosses the wire about devices that act without a network, and about the claims that they sign. */
import { z } from 'zod'
import { Id, Instant, Line, Prose } from '#kernel/shapes.ts'

/** SubjectPublicKeyInfo of an ECDSA key on P-256, base64. */
export const RegisterDeviceKey = z.strictObject({
  id: Id.optional(),
  name: Line,
  publicKey: z.string().min(80).max(400),
})
/** The code opens what the device keeps, when its PIN is forgotten: shown once to the device, which shuts its key with it. */
export const DeviceKeyRegistered = z.object({ id: z.string(), recovery: z.string() })
export const WithdrawDeviceKey = z.strictObject({ key: Id, words: Line.nullish() })
export const RecoverDevice = z.strictObject({ key: Id })
export const RecoveryCode = z.object({ recovery: z.string(), person: z.string(), device: z.string() })
export const ListDeviceKeys = z.strictObject({ person: Id.optional() })
export const DeviceKeyList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      person: z.object({ id: z.string(), name: z.string() }),
      name: z.string(),
      since: z.string(),
      endedAt: z.string().nullable(),
      lastSequence: z.number(),
      lastAt: z.string().nullable(),
    }),
  ),
})

/**
 * The bytes that are signed: canonical JSON (RFC 8785) of exactly this object, UTF-8; the signature is ECDSA P-256 with SHA-256, r and s as
 * 64 bytes (IEEE P1363), base64. `previous` is the SHA-256 of the payload before it on the same device, so that one left out is noticed;
 * `after` names payloads of other devices that this one stands on (an offer that is accepted).
 */
export const ClaimPayload = z.strictObject({
  schema: z.literal('custodia/claim/1'),
  key: Id,
  sequence: z.number().int().min(1),
  previous: z.string().nullable(),
  after: z.array(z.string().max(64)).max(20),
  act: Id,
  operation: z.string().max(120),
  input: z.record(z.string(), z.json()),
  occurredAt: Instant,
  reason: z.string().max(300).nullable(),
  /** The device asked for its PIN again for this act. */
  confirmed: z.boolean(),
})
export type ClaimPayload = z.output<typeof ClaimPayload>
export const PresentClaim = z.strictObject({
  payload: z.string().min(2).max(200_000),
  signature: z.string().min(80).max(120),
  /** What the clock of the device that presents says now: how far it is off is written beside each claim. */
  deviceNow: Instant,
})
export const ClaimState = z.enum(['waiting', 'done', 'refused', 'answered'])
export const ClaimPresented = z.object({
  id: z.string(),
  sequence: z.number(),
  state: ClaimState,
  sentence: z.string().nullable(),
})
export const MyClaims = z.strictObject({
  key: Id.optional(),
  state: z.enum(['all', 'open', 'refused']).default('all'),
  /** Of everybody whose units one looks after, not only one's own. */
  others: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const ClaimSeen = z.object({
  id: z.string(),
  key: z.string(),
  device: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  sequence: z.number(),
  operation: z.string(),
  title: z.string(),
  at: z.string(),
  deviceAt: z.string(),
  skewMinutes: z.number(),
  recordedAt: z.string(),
  state: ClaimState,
  code: z.string().nullable(),
  sentence: z.string().nullable(),
  flags: z.array(z.string()),
  words: z.string().nullable(),
  carriedBy: z.string().nullable(),
})
export const ClaimList = z.object({ items: z.array(ClaimSeen) })
export const AnswerClaim = z.strictObject({ claim: Id, words: Prose })
