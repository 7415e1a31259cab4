/** What crosses the wire about the form in which a partner gets results and papers. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'

/** FHIR; HL7 version 2.5.1; the signed paper alone. */
export const forms = ['fhir', 'hl7-v2', 'pdf'] as const
export type Form = (typeof forms)[number]
export const mediaTypes: Readonly<Record<Form, string>> = {
  fhir: 'application/fhir+json',
  'hl7-v2': 'x-application/hl7-v2+er7',
  pdf: 'application/pdf',
}
export const AgreeForm = z.strictObject({
  agency: Id,
  /** An agreement on the sharing of data with that agency, in force. */
  agreement: Id,
  form: z.enum(forms),
})
export const FormAgreed = z.object({ id: z.string() })
export const Recipients = z.strictObject({})
export const RecipientSeen = z.object({
  agency: z.string(),
  name: z.string(),
  form: z.enum(forms),
  agreement: z.string(),
  /** Whether anything may be sent today. */
  holds: z.boolean(),
  by: z.string().nullable(),
  at: z.string(),
})
export type RecipientSeen = z.output<typeof RecipientSeen>
export const RecipientList = z.object({ items: z.array(RecipientSeen) })

export const deathPapers = ['death-certificate', 'cremation-clearance'] as const
export const SendPaper = z.strictObject({
  id: Id.optional(),
  death: Id,
  paper: z.enum(deathPapers),
  to: Id,
})
