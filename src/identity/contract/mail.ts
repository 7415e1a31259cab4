/** What crosses the wire about messages by mail: what waits, what went out, and who is sent the signed heads of the ledger. */
import { z } from 'zod'
import { Id, listInput, listOf } from '#kernel/shapes.ts'

export const MailState = z.enum(['waiting', 'sent', 'failed'])
export const ListMail = z.strictObject({ ...listInput, state: MailState.optional() })
export const MailLine = z.object({
  id: z.string(),
  /** The subject as it is sent; no mail holds the content of a case. */
  subject: z.string(),
  to: z.string(),
  state: MailState,
  tries: z.number().int(),
  /** A code of the mail server’s, or ours: `no-address`. */
  fault: z.string().nullable(),
  madeAt: z.string(),
  changedAt: z.string(),
})
export const MailList = listOf(MailLine).extend({
  /** False where no mail server is named: messages stay here. */
  goesOut: z.boolean(),
  waiting: z.number().int(),
  failed: z.number().int(),
  /** Who is sent the newest signed head of the ledger each day. */
  headRecipients: z.array(z.string()),
})
export const SendMailAgain = z.strictObject({ mail: z.array(Id).min(1).max(500) })
export const MailSent = z.object({ queued: z.number().int() })
export const SetHeadRecipients = z.strictObject({ addresses: z.array(z.email().max(200)).max(20) })
