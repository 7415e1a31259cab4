/** What crosses the wire of sign-on with the account of another house. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { placesOfUse } from './places.ts'

export const SignOnProvider = z.object({
  /** Null where no provider is set. */
  name: z.string().nullable(),
})
export type SignOnProvider = z.output<typeof SignOnProvider>
export const SignOnBegun = z.object({
  /** Where the browser goes. */
  url: z.string(),
  /** What it keeps to itself and brings back. */
  flow: z.string(),
})
export type SignOnBegun = z.output<typeof SignOnBegun>
export const SignOn = z.strictObject({
  /** What stands behind the question mark of the address with which the browser came back. */
  answer: z.string().max(8000),
  flow: z.string().max(4000),
  device: z.string().max(100).optional(),
  place: z.enum(placesOfUse).optional(),
})
export const LinkSignOn = z.strictObject({
  person: Id,
  /** Shown to the person when they came from the provider and nobody knew them. */
  code: z.string().trim().min(1).max(40),
})
export const SignOnLinked = z.object({
  /** As the provider calls them. */
  name: z.string().nullable(),
})
export type SignOnLinked = z.output<typeof SignOnLinked>
