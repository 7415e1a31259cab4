/** What crosses the wire about certificates of death that a registrar sends: one comes in, waits or not, and a person decides. */
import { z } from 'zod'
import { Id, Line } from '#kernel/shapes.ts'

export const ReceiveCertificate = z.strictObject({
  id: Id.optional(),
  file: z.string().regex(/^[0-9a-f]{64}$/, 'sha256'),
})
export const certificateStates = ['called', 'laid', 'waits'] as const
export const CertificateReceived = z.object({
  id: z.string(),
  state: z.enum(certificateStates),
  death: z.string().nullable(),
  /** Of the call that it became, or of the death that it is about. */
  about: z.string().nullable(),
  /** Why a person must look at it, as a sentence. */
  why: z.string().nullable(),
  /** The very same file came before: nothing was made anew. */
  again: z.boolean(),
})

export const decisions = ['laid', 'called', 'dismissed'] as const
export const SettleCertificate = z.strictObject({
  certificate: Id,
  decision: z.enum(decisions),
  /** Of which death it is, where it is laid to one. */
  death: Id.nullish(),
  words: Line,
})

export const Certificates = z.strictObject({
  show: z.enum(['waiting', 'all']).default('all'),
  death: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
const cause = z.object({ text: z.string(), interval: z.string() })
export const CertificateSeen = z.object({
  id: z.string(),
  state: z.enum([...certificateStates, 'dismissed']),
  /** Waits for a person. */
  open: z.boolean(),
  number: z.string().nullable(),
  fileName: z.string(),
  documentState: z.string().nullable(),
  at: z.string(),
  by: z.string().nullable(),
  death: z.string().nullable(),
  about: z.string().nullable(),
  name: z.string().nullable(),
  certifier: z.string().nullable(),
  causes: z.array(cause),
  other: z.string().nullable(),
  manner: z.string().nullable(),
  died: z.string().nullable(),
  place: z.string().nullable(),
  why: z.string().nullable(),
  decidedWords: z.string().nullable(),
  decidedBy: z.string().nullable(),
  notUnderstood: z.array(z.string()),
  /** Where it says something else than this house, as sentences. */
  differs: z.array(z.string()),
})
export type CertificateSeen = z.output<typeof CertificateSeen>
export const CertificateList = z.object({ items: z.array(CertificateSeen), waiting: z.number() })
export const OfCertificate = z.strictObject({ certificate: Id })
