/** What happened to a case: its timeline, its history, the instant as of which one asks. */
import { z } from 'zod'
import { Id, Instant } from '#kernel/shapes.ts'

export const TimelineQuery = z.strictObject({ case: Id, asOf: Instant.optional() })
export const lanes = ['offence', 'scene', 'exhibits', 'requests', 'results', 'reports', 'court'] as const
export const TimelineEvent = z.object({
  id: z.string(),
  lane: z.enum(lanes),
  at: z.string(),
  until: z.string().nullable(),
  kind: z.enum(['point', 'bar', 'planned', 'trouble']),
  tone: z.string(),
  text: z.string(),
  action: z.string(),
  subject: z.string(),
  recordedAt: z.string(),
  count: z.number(),
})
export const Timeline = z.object({
  events: z.array(TimelineEvent),
  entries: z.number(),
  later: z.number(),
  asOf: z.string().nullable(),
  now: z.string(),
})

export const HistoryQuery = z.strictObject({
  case: Id,
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  asOf: Instant.optional(),
})
export const History = z.object({
  items: z.array(
    z.object({
      no: z.number(),
      id: z.string(),
      action: z.string(),
      subject: z.string(),
      text: z.string(),
      who: z.string(),
      occurredAt: z.string(),
      recordedAt: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  nextBefore: z.number().nullable(),
  total: z.number(),
})
export const AsKnownQuery = z.strictObject({ case: Id, asOf: Instant })
export type Timeline = z.output<typeof Timeline>
export type TimelineEvent = z.output<typeof TimelineEvent>
export type History = z.output<typeof History>
