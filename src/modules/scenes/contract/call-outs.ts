/** Shapes of the call for somebody to come, of who is sent, and of who is on duty. */
import { z } from 'zod'
import {
  Code,
  DateText,
  Id,
  Instant,
  Line,
  Prose,
  actions,
  listInput,
  listWords,
  listOf,
} from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { OpenCase } from '#modules/cases/contract.ts'

export const Done = z.object({ id: z.string() })
/** Degrees, WGS 84, as decimal text. */
export const Position = z
  .strictObject({
    latitude: DecimalText.refine((s) => Math.abs(Number(s)) <= 90, 'latitude'),
    longitude: DecimalText.refine((s) => Math.abs(Number(s)) <= 180, 'longitude'),
  })
  .meta({ id: 'ScenePosition' })
export type Position = z.output<typeof Position>

/** Where and what kind of scene: the same words at the call and at the attendance. */
export const where = {
  sceneType: Code.describe('A code of the list “scene-type”'),
  place: Line,
  district: Code.nullish(),
  position: Position.nullish(),
  words: Prose.nullish(),
}
export const ReceiveCallOut = z
  .strictObject({
    id: Id.optional(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    unit: Id.describe('The office that is called'),
    ...where,
    caller: z
      .strictObject({ name: Line, where: Line.nullish(), phone: z.string().trim().max(40).nullish() })
      .nullish(),
  })
  .refine((c) => (c.case === undefined) !== (c.newCase === undefined), 'case-or-new-case')
export const CallOutReceived = z.object({
  id: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
})
export const Dispatch = z.strictObject({
  callOut: Id,
  people: z.array(Id).min(1).max(12),
  vehicle: Line.nullish(),
  words: Line.nullish(),
})
export const DeclineCallOut = z.strictObject({ callOut: Id, code: Code, words: Prose.nullish() })
export const PublishRoster = z
  .strictObject({
    id: Id.optional(),
    unit: Id,
    from: DateText,
    until: DateText,
    duties: z
      .array(
        z.strictObject({
          person: Id,
          duty: z.enum(['first', 'second', 'supervisor']).default('first'),
          from: Instant,
          until: Instant,
        }),
      )
      .min(1)
      .max(200),
  })
  .refine((r) => r.from <= r.until, 'from-until')

const personSeen = z.object({ id: z.string(), name: z.string() })
export const CallOutState = z.enum(['waiting', 'dispatched', 'declined', 'attended'])
export const CallOuts = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['open', 'all', ...CallOutState.options]).default('open'),
  unit: Id.optional(),
  case: Id.optional(),
})
export const CallOutLine = z.object({
  id: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  unit: personSeen,
  sceneType: z.string(),
  sceneTypeName: z.string(),
  place: z.string(),
  district: z.string().nullable(),
  position: Position.nullable(),
  words: z.string().nullable(),
  caller: z.string().nullable(),
  state: CallOutState,
  people: z.array(personSeen),
  attendance: z.object({ id: z.string(), number: z.string() }).nullable(),
  at: z.string(),
  since: z.string(),
  minutesWaiting: z.number(),
  why: z.string().nullable(),
  actions,
})
export type CallOutLine = z.output<typeof CallOutLine>
export const CallOutList = listOf(CallOutLine)
export const OnCall = z.strictObject({ unit: Id.optional(), at: Instant.optional() })
export const OnCallAnswer = z.object({
  at: z.string(),
  items: z.array(
    z.object({
      unit: personSeen,
      person: personSeen,
      phone: z.string().nullable(),
      duty: z.enum(['first', 'second', 'supervisor']),
      from: z.string(),
      until: z.string(),
      busy: z.boolean().describe('Sent to a scene that is not left yet'),
    }),
  ),
})
