/** Shapes of a request for a scan: asked, located or searched for in vain, scanned, screened, copied, given back. */
import { z } from 'zod'
import { Code, Id, Line, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'

export const RequestState = z.enum([
  'asked',
  'located',
  'not-found',
  'scanned',
  'screened',
  'copied',
  'returned',
  'withdrawn',
])
export type RequestState = z.output<typeof RequestState>
export const RequestScan = z
  .strictObject({
    id: Id.optional(),
    case: Id.nullish(),
    file: Id.nullish(),
    said: Line.nullish().describe('What is known of it, where it is not listed: number, name, year'),
    purpose: Code,
    words: Prose.nullish(),
  })
  .refine((r) => Boolean(r.file ?? r.case), 'case-or-file')
export const ScanRequested = z.object({ id: z.string(), number: z.string(), due: z.string() })
export const ScanRequests = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'late', 'ended', 'all']).default('open'),
  mine: z.stringbool().optional(),
  file: Id.optional(),
})
export const RequestLine = z.object({
  id: z.string(),
  number: z.string(),
  state: RequestState,
  ended: z.boolean(),
  file: z.object({ id: z.string(), number: z.string() }).nullable(),
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
  said: z.string().nullable(),
  purpose: z.string(),
  words: z.string().nullable(),
  by: z.string(),
  askedAt: z.string(),
  due: z.string(),
  late: z.boolean(),
  steps: z.array(
    z.object({ kind: RequestState, by: z.string(), at: z.string(), words: z.string().nullable() }),
  ),
  papers: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string() })),
  actions,
})
export type RequestLine = z.output<typeof RequestLine>
export const RequestList = listOf(RequestLine)
export const CertifySearch = z.strictObject({
  request: Id,
  where: z.array(Line).min(1).max(40).describe('Each place that was looked through'),
  words: Prose.nullish(),
  language: z.enum(['en', 'es']).optional(),
})
export const WithdrawRequest = z.strictObject({
  request: Id,
  words: Line.describe('Why nobody needs it any more'),
})
export const RequestWithdrawn = z.object({ id: z.string(), number: z.string() })
export const PaperMade = z.object({ id: z.string(), number: z.string(), sha256: z.string() })
export const MarkSensitive = z.strictObject({
  file: Id,
  why: z.array(Code).max(10).describe('None: somebody looked through it and found nothing to guard'),
  words: Line.nullish(),
})
export const Marked = z.object({ file: z.string(), sensitive: z.array(z.string()) })
export const CertifyCopy = z.strictObject({
  file: Id,
  request: Id.nullish(),
  pages: z.array(Id).max(500).optional().describe('Without it, every page of the file'),
  from: z.number().int().min(1).optional().describe('The first page of a part'),
  to: z.number().int().min(1).optional().describe('The last page of a part'),
  words: Prose.nullish(),
  language: z.enum(['en', 'es']).optional(),
})
export const PaperFile = z.strictObject({ paper: Id })
