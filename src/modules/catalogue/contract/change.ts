/** Shapes of a change to the laboratory's rules: what is proposed, what it differs in, what it touches, and who decided. */
import { z } from 'zod'
import { DateText, Id, Prose, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { Laboratory } from './laboratory.ts'

/** The same shapes as a laboratory's files: a change is a small part of one. */
export const Content = z
  .strictObject({
    lists: Laboratory.shape.lists,
    limits: Laboratory.shape.limits,
    definitions: Laboratory.shape.definitions,
    stores: Laboratory.shape.stores,
  })
  .refine(
    (c) => c.lists.length + c.limits.length + c.definitions.length + c.stores.length > 0,
    'nothing-proposed',
  )
  .meta({ id: 'CatalogueChange' })
export type Content = z.output<typeof Content>

export const ProposeChange = z.strictObject({
  id: Id.optional(),
  why: Prose,
  /** The day from which it is to hold; today where it is approved later. */
  from: DateText,
  content: Content,
})
export const OfChange = z.strictObject({ change: Id })
export const ApproveChange = OfChange
export const DeclineChange = z.strictObject({ change: Id, words: Prose })

export const ChangeState = z.enum(['proposed', 'approved', 'declined', 'withdrawn'])
const Touched = z.object({
  what: z.string(),
  key: z.string(),
  change: z.enum(['added', 'changed']),
  fields: z.array(z.string()),
  name: z.string(),
  before: z.json(),
  after: z.json(),
  /** What stands on it now, in words. */
  uses: z.array(z.string()),
})
const said = {
  id: z.string(),
  why: z.string(),
  from: z.string(),
  by: z.string(),
  at: z.string(),
  state: ChangeState,
}
export const ChangeSeen = z.object({
  ...said,
  decided: z.object({ by: z.string(), at: z.string(), words: z.string().nullable() }).nullable(),
  touches: z.array(Touched),
  /** How many things it touches beside those that are told. */
  more: z.number(),
  actions,
})
export type ChangeSeen = z.output<typeof ChangeSeen>
export const CompareChange = z.strictObject({
  /** JSON text of the content: what it would touch, before anybody proposes it. */
  content: z.string().max(500_000),
})
export const ChangeCompared = z.object({ touches: z.array(Touched), more: z.number() })
export const FindChanges = z.strictObject({ ...listInput, ...listWords, state: ChangeState.optional() })
export const ChangeLine = z.object({ ...said, names: z.array(z.string()) })
export const FoundChanges = listOf(ChangeLine)
