/** What crosses the wire about messages: a laboratory's toxicology that comes in, and a death that goes out. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { deathPapers, forms } from './forms.ts'

export const ReceiveMessage = z.strictObject({
  id: Id.optional(),
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
  /** Left out, the numbers in the message say which death it is about. */
  death: Id.nullish(),
})
export const MessageReceived = z.object({
  id: z.string(),
  death: z.string(),
  about: z.string(),
  results: z.number().int(),
  notUnderstood: z.number().int(),
})

/** Where nobody says another. */
export const base = 'https://custodia.invalid/fhir'
/** The address under which this installation is known to its partners; its numbers are given under it. */
const Base = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .default(base)
export const SendMessage = z.strictObject({ id: Id.optional(), death: Id, base: Base })
/** `request`: the order whose reviewed results are told. `to`: a partner, who gets it in the form it asked for; left out, FHIR. */
export const SendToxicology = z.strictObject({
  id: Id.optional(),
  death: Id,
  request: Id,
  base: Base,
  to: Id.nullish(),
})
export const MessageSent = z.object({
  id: z.string(),
  about: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(['draft', 'final', 'amended', 'withdrawn']),
})

export const Messages = z.strictObject({
  death: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const head = {
  id: z.string(),
  death: z.string(),
  about: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(['toxicology', 'death-document', ...deathPapers]),
  form: z.enum(forms),
  /** To whom it went, where a partner was named. */
  recipient: z.string().nullable(),
  fileName: z.string(),
  number: z.string().nullable(),
  state: z.string().nullable(),
  sender: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  notUnderstood: z.array(z.string()),
}
export const MessageList = z.object({ items: z.array(z.object(head)) })
export const OfMessage = z.strictObject({ message: Id })

export const MessageSeen = z.object({
  ...head,
  foundBy: z.enum(['number', 'person']),
  panel: z.string().nullable(),
  collectedAt: z.string().nullable(),
  issuedAt: z.string().nullable(),
  conclusion: z.string().nullable(),
  specimens: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      accession: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  results: z.array(
    z.object({
      analyte: z.string(),
      specimen: z.string().nullable(),
      /** As the laboratory wrote it. */
      written: z.string().nullable(),
      /** As it was understood, in the reader's language. */
      understood: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** What a person should look at, as sentences. */
  remarks: z.array(z.string()),
})
