/** The small shapes that cross every wire: ids, instants, partial dates, answers that may be absent, lists. */
import { z } from 'zod'

/** UUID in lower case; ids made by clients are UUIDv7 (RFC 9562, 5.7) so that they sort by time. */
export const Id = z
  .uuid()
  .transform((s) => s.toLowerCase())
  .meta({ id: 'Id', examples: ['01890a5d-ac96-774b-bcce-b302099a8057'] })

/** U+0000 cannot be stored by PostgreSQL and lone surrogates have no UTF-8 form: both are refused at the door. */
export const storable = (s: string): boolean => !s.includes('\u0000') && s.isWellFormed()

/** One line of text: trimmed, not empty. */
export const Line = z.string().trim().min(1).max(300).refine(storable, 'text')
/** Several lines of text: trimmed, not empty. */
export const Prose = z.string().trim().min(1).max(20_000).refine(storable, 'text')
/** A code of the laboratory's own lists. */
export const Code = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/i, 'code')

/** RFC 3339 with an offset; kept as UTC with milliseconds. */
export const Instant = z.iso.datetime({ offset: true }).transform((s, ctx) => {
  const ms = Date.parse(s)
  if (Number.isNaN(ms) || ms < -62_135_596_800_000) {
    ctx.addIssue({ code: 'custom', message: 'instant' })
    return z.NEVER
  }
  return instantOf(ms)
})
export function instantOf(ms: number): string {
  return new Date(ms).toISOString() // tidy: clock-free, the milliseconds are given
}

/** A date of which the day, or the month too, may be missing: 2026, 2026-11 or 2026-11-24. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'partial-date')
  .refine(
    (s) =>
      s.length < 10 ||
      (!Number.isNaN(Date.parse(`${s}T00:00:00Z`)) && instantOf(Date.parse(`${s}T00:00:00Z`)).startsWith(s)),
    'partial-date',
  )
export const DateText = z.iso.date()

/** Why a value is absent. The three are never mixed up: they mean different things in statistics and in court. */
export const Absent = z.enum(['unknown', 'not-applicable', 'not-yet-determined'])

/** What each list accepts, and answers: never unbounded. */
export const listInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
}
/** Of a list that is searched by words; one that is not refuses them, so that nobody believes in a search that never was. */
export const listWords = { q: z.string().max(200).optional() }
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().optional(),
    totalIsAtLeast: z.boolean().optional(),
  })
}

/** What a person could do with a record now, each with its reason when not (house.md, idea 4). */
export const Action = z.object({
  operation: z.string(),
  ok: z.boolean(),
  why: z.string().optional(),
  next: z.string().optional(),
})
export type Action = z.infer<typeof Action>
export const actions = z.array(Action)

/** The one form of naming a record: module.noun/id. */
export type Ref = `${string}.${string}/${string}`
export function ref(noun: `${string}.${string}`, id: string): Ref {
  return `${noun}/${id}`
}
export const RefText = z.string().regex(/^[a-z]+\.[a-z-]+\/[0-9a-f-]{36}$/, 'ref')
