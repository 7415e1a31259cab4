/** Asking to see a case that one does not see: who asks learns nothing from the asking. */
import { z } from 'zod'
import { Id, Line, Prose, listInput, listOf } from '#kernel/shapes.ts'

export const RequestAccess = z.strictObject({
  id: Id.optional(),
  /** Any number the case may bear, as it is known to who asks. */
  number: Line,
  why: Prose,
})
export const DeclineAccess = z.strictObject({ asked: Id })

export const AccessAsked = z.strictObject(listInput)
export const AskedLine = z.object({
  id: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  person: z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() }),
  number: z.string(),
  why: z.string().nullable(),
  at: z.string(),
})
export type AskedLine = z.output<typeof AskedLine>
export const AskedList = listOf(AskedLine)

export const MyAccessAsks = z.strictObject({})
export const MyAskList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      at: z.string(),
      /** The case, once it is shown to who asked; a decline and a number that nobody bears are told alike: not at all. */
      case: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
    }),
  ),
})
export type MyAskList = z.output<typeof MyAskList>
