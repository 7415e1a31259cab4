/** Views of a list that somebody keeps by name. */
import { z } from 'zod'
import { Code, Line } from '#kernel/shapes.ts'

const Text = z.string().max(300)
/** What makes a view: the state that stands in the address of the list. */
export const ViewState = z.strictObject({
  q: Text,
  sort: Text,
  filters: z
    .record(z.string().max(80), Text)
    .refine((filters) => Object.keys(filters).length <= 40, 'too-many'),
  columns: z.array(z.string().max(80)).max(60),
})
const Name = Line.max(40)
export const MyViews = z.strictObject({ list: Code })
const Shared = z.enum(['office', 'service'])
export const ViewList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      state: ViewState,
      shared: Shared.nullable(),
      /** Whose it is, where somebody shares it with the reader. */
      by: z.string().nullable(),
    }),
  ),
})
export const KeepView = z.strictObject({
  list: Code,
  name: Name,
  state: ViewState,
  /** Whoever else finds it: the office of the person who keeps it, or everybody of the service. */
  shared: Shared.optional(),
})
export const ForgetView = z.strictObject({ list: Code, name: Name })
export const ViewName = z.object({ name: z.string() })
