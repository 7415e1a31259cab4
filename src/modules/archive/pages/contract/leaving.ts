/** Shapes of paper that leaves for good: by authority of the Archives, two people, before a witness. */
import { z } from 'zod'
import { Code, DateText, Id, Line, Prose, actions, listInput, listOf } from '#kernel/shapes.ts'
import { CoSigner } from '#modules/evidence/contract.ts'

const Sha = z.string().regex(/^[0-9a-f]{64}$/, 'sha256')
export const AuthoriseDestruction = z
  .strictObject({
    id: Id.optional(),
    disposal: Id.nullish().describe('The second yes to one that is there'),
    refuse: z.boolean().default(false),
    action: z.enum(['destroy', 'transfer']).default('destroy'),
    files: z.array(Id).max(500).default([]),
    authority: Line.nullish().describe('Who gave it'),
    number: Line.nullish(),
    on: DateText.nullish(),
    document: Sha.nullish().describe('The authority itself, sent first'),
    receiver: Line.nullish(),
    words: Prose.nullish(),
  })
  .refine((a) => Boolean(a.disposal) !== a.files.length > 0, 'disposal-or-files')
  .refine((a) => Boolean(a.disposal) || Boolean(a.authority && a.number && a.on && a.document), 'authority')
export const Authorised = z.object({ id: z.string(), number: z.string(), state: z.string() })
export const RecordDestruction = z.strictObject({
  disposal: Id,
  method: Code,
  witness: CoSigner,
  words: Prose.nullish(),
  language: z.enum(['en', 'es']).optional(),
})
export const TransferRecords = z.strictObject({
  disposal: Id,
  witness: CoSigner,
  receivedBy: Line,
  words: Prose.nullish(),
  language: z.enum(['en', 'es']).optional(),
})
export const FindDisposals = z.strictObject({
  ...listInput,
  state: z.enum(['open', 'ended', 'all']).default('open'),
})
export const DisposalLine = z.object({
  id: z.string(),
  number: z.string(),
  action: z.enum(['destroy', 'transfer']),
  state: z.enum(['authorised', 'agreed', 'refused', 'carried-out']),
  authority: z.string(),
  receiver: z.string().nullable(),
  files: z.array(z.object({ id: z.string(), number: z.string(), title: z.string().nullable() })),
  unseen: z.number().describe('Files of it that the reader may not see'),
  by: z.string(),
  at: z.string(),
  steps: z.array(
    z.object({ kind: z.string(), by: z.string(), at: z.string(), words: z.string().nullable() }),
  ),
  paper: z.string().nullable(),
  actions,
})
export type DisposalLine = z.output<typeof DisposalLine>
export const DisposalList = listOf(DisposalLine)
