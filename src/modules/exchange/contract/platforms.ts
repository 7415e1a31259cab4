/** What crosses the wire about digital evidence platforms: who keeps recordings where, and the form of an address there. */
import { z } from 'zod'
import { Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'
import { formFault } from '#kernel/address-form.ts'

export const PlatformCode = z.string().regex(/^[a-z0-9][a-z0-9-]{1,29}$/, 'platform-code')
export const RegisterPlatform = z.strictObject({
  id: Id.optional(),
  /** A platform that is there: this is its new name, agreement or form, and holds once another person approves it. */
  platform: Id.optional(),
  /** By which its own system names it; it stays. */
  code: PlatformCode,
  agency: Id,
  /** An agreement on the sharing of data with that agency, in force. */
  agreement: Id,
  name: Line,
  /** https; `{number}` stands once, behind the name of the machine, where the platform writes its own number. */
  form: z
    .string()
    .trim()
    .max(500)
    .refine((form) => formFault(form) === undefined, 'platform-form'),
})
export const OfPlatform = z.strictObject({ platform: Id })
export const EndPlatform = z.strictObject({ platform: Id, words: Prose })
export const Platforms = z.strictObject({
  ...listInput,
  /** Only those at which something may be added today. */
  standing: z.stringbool().default(false),
})
export const PlatformSeen = z.object({
  id: z.string(),
  code: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  agreement: z.string(),
  /** Whether its system may send today. */
  holds: z.boolean(),
  name: z.string(),
  state: z.enum(['waiting', 'approved', 'ended']),
  /** The form that holds; null where none was approved, or the platform ended. */
  form: z.string().nullable(),
  /** What waits for a second person, with who asked. */
  asked: z
    .object({ name: z.string(), form: z.string(), by: z.string().nullable(), at: z.string() })
    .nullable(),
  /** How it ended. */
  words: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  actions,
})
export type PlatformSeen = z.output<typeof PlatformSeen>
export const PlatformList = listOf(PlatformSeen)
