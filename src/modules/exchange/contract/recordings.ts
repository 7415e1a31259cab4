/** What crosses the wire about recordings that a digital evidence platform holds: as a person says it, as the platform sends it, and as it is shown. */
import { z } from 'zod'
import {
  Code,
  Id,
  Instant,
  Line,
  PartialDate,
  Prose,
  actions,
  listInput,
  listOf,
  storable,
} from '#kernel/shapes.ts'
import { PlatformCode } from './platforms.ts'

export const RecordingNumber = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine(storable, 'text')
  .refine((number) => !/^\.{1,2}$/.test(number), 'recording-number')
const Sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'sha256')

/** What is said of a recording; what is not known is left out. */
const told = {
  title: Line.nullish(),
  /** A code of the list `recording-kind`. */
  kind: Code,
  /** When it was recorded: the moment, or as much of the day as is known. */
  takenAt: Instant.nullish(),
  takenOn: PartialDate.nullish(),
  device: Line.nullish(),
  /** Who recorded it, or wore the camera. */
  by: Line.nullish(),
  seconds: z.coerce.number().int().min(0).max(100_000_000).nullish(),
  /** Bytes. */
  size: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullish(),
  /** SHA-256 as the platform states it. */
  sha256: Sha256.nullish(),
  /** Until when the platform says that it keeps it. */
  keptUntil: PartialDate.nullish(),
  /** Who said so, where that is not who writes it down. */
  saidBy: Line.nullish(),
}
const once = (v: { takenAt?: unknown; takenOn?: unknown }): boolean => !v.takenAt || !v.takenOn
const place = {
  /** What stands in the platform’s address in place of its number, where that differs. */
  page: RecordingNumber.nullish(),
  /** The address as it was copied from the platform; refused where it is not of the form that was approved. */
  address: z.string().trim().max(1_000).nullish(),
}

export const LinkRecording = z
  .strictObject({ id: Id.optional(), case: Id, platform: Id, number: RecordingNumber, ...place, ...told })
  .refine(once, 'taken-once')
export const CorrectRecording = z
  .strictObject({ recording: Id, ...place, ...told, words: Prose })
  .refine(once, 'taken-once')
export const WithdrawRecording = z.strictObject({ recording: Id, words: Prose, saidBy: Line.nullish() })
export type Told = z.output<typeof LinkRecording>

/** As the platform’s own system sends it. */
export const SentRecording = z
  .strictObject({
    /** The platform’s number of it. Sent again with the number of the case it is the same one, whatever else is said. */
    number: RecordingNumber,
    /** Any number by which the case is known here. */
    case: z.string().trim().min(1).max(80).refine(storable, 'text'),
    page: RecordingNumber.nullish(),
    ...told,
    /** Why the platform holds it no longer. */
    withdrawn: Prose.nullish(),
  })
  .refine(once, 'taken-once')
  .meta({ id: 'SentRecording' })
export type SentRecording = z.output<typeof SentRecording>
export const ReceiveRecording = z.strictObject({
  /** The code of the platform; needed where the agency has several. */
  platform: PlatformCode.optional(),
  recording: SentRecording,
})
export const RecordingReceipt = z.object({
  id: z.string(),
  platform: z.string(),
  number: z.string(),
  /** One more whenever something else was said under the same number. */
  version: z.number(),
  state: z.enum(['taken', 'waits', 'rejected']),
  why: z.string().nullable(),
  /** The laboratory’s number of the case, where the sender may know it. */
  case: z.string().nullable(),
  /** SHA-256 of what was sent, in canonical form (RFC 8785). */
  digest: z.string(),
  receivedAt: z.string(),
  again: z.boolean(),
})
export type RecordingReceipt = z.output<typeof RecordingReceipt>

export const Recordings = z.strictObject({ ...listInput, case: Id })
export const OfRecording = z.strictObject({ recording: Id })
/** How a copy compares with what the platform states now. */
export const comparisons = ['equal', 'differs', 'not-stated'] as const
export const CopySeen = z.object({
  id: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** The exhibit on which it came. */
  item: z.object({ id: z.string(), number: z.string() }).nullable(),
  compares: z.enum(comparisons),
  /** In words, with both hashes where they differ. */
  says: z.string(),
  by: z.string().nullable(),
  at: z.string(),
})
const Word = {
  title: z.string().nullable(),
  kind: z.object({ code: z.string(), name: z.string() }),
  state: z.enum(['held', 'withdrawn']),
  takenAt: z.string().nullable(),
  takenOn: z.string().nullable(),
  device: z.string().nullable(),
  by: z.string().nullable(),
  seconds: z.number().nullable(),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  keptUntil: z.string().nullable(),
  page: z.string().nullable(),
  /** Why it was corrected or withdrawn. */
  words: z.string().nullable(),
  /** Words that name somebody protected were left out. */
  hidden: z.boolean(),
  came: z.enum(['person', 'wire']),
  saidBy: z.string().nullable(),
  writtenBy: z.string().nullable(),
  at: z.string(),
  version: z.number(),
}
export const RecordingWord = z.object(Word)
export type RecordingWord = z.output<typeof RecordingWord>
export const RecordingSeen = z.object({
  ...Word,
  id: z.string(),
  number: z.string(),
  platform: z.object({ id: z.string(), name: z.string(), agency: z.string() }),
  /** Whether its page may be opened. */
  opens: z.boolean(),
  copies: z.array(CopySeen),
  actions,
})
export type RecordingSeen = z.output<typeof RecordingSeen>
export const RecordingList = z.object({ ...listOf(RecordingSeen).shape, actions })
export const RecordingWords = z.object({
  recording: RecordingSeen,
  case: z.object({ id: z.string(), number: z.string() }),
  /** Every word that was said of it, the newest first. */
  words: z.array(RecordingWord),
})
export const RecordingAddress = z.object({ address: z.string(), machine: z.string() })

export const BringCopy = z
  .strictObject({
    id: Id.optional(),
    recording: Id,
    /** A file that was sent first. */
    file: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'sha256')
      .nullish(),
    /** Or a paper that the case has already. */
    document: Id.nullish(),
    /** The exhibit on which it came. */
    item: Id.nullish(),
  })
  .refine((c) => Boolean(c.file) !== Boolean(c.document), 'copy-of-one')
export const CopyBrought = z.object({ id: z.string(), compares: z.enum(comparisons), says: z.string() })
export const CopyFile = z.strictObject({ copy: Id })
