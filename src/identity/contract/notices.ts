/** What crosses the wire about notices: that something waits, since when, and the page where it does. */
import { z } from 'zod'
import { Id, listInput, listOf } from '#kernel/shapes.ts'

export const MyNotices = z.strictObject({ ...listInput, show: z.enum(['waiting', 'all']).default('waiting') })
export const NoticeLine = z.object({
  id: z.string(),
  kind: z.string(),
  /** The sentence, in the language of whoever asks. */
  text: z.string(),
  /** A page of ours. */
  path: z.string(),
  subject: z.string(),
  /** Of what waits, where it has one. */
  number: z.string().nullable(),
  at: z.string(),
  putAwayAt: z.string().nullable(),
})
export const NoticeList = listOf(NoticeLine).extend({ waiting: z.number().int() })
export const PutAwayNotices = z.strictObject({ notices: z.array(Id).min(1).max(200) })
export const NoticesPutAway = z.object({ putAway: z.number().int() })
