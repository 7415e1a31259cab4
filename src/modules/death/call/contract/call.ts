/** What is said when a death is told, and when the office takes it on or not. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Absent, Code, DateText, Id, Instant, Line, PartialDate, Prose } from '#kernel/shapes.ts'
import { Answers } from '#modules/catalogue/contract.ts'

export const Created = z.object({ id: z.string(), number: z.string().optional() })
export const Done = z.object({ id: z.string() })
export const onDeath = { death: Id }
export const OfDeath = z.strictObject(onDeath)

export const placeKinds = ['last-alive', 'injury', 'death', 'found'] as const
export type PlaceKind = (typeof placeKinds)[number]
export const ageUnits = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const

/** A number with its unit, or why there is none: never blank for unknown. */
export const Age = z
  .union([
    z.strictObject({ value: z.number().int().min(0).max(1000), unit: z.enum(ageUnits) }),
    z.strictObject({ absent: Absent }),
  ])
  .meta({ id: 'DeathAge' })
export type Age = z.output<typeof Age>

/** One of the four places: where and when, each as far as it is known. */
export const placeFields = {
  on: PartialDate.nullish(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .nullish(),
  approximate: z.boolean().default(false),
  /** Why no time is known. */
  timeAbsent: Absent.nullish(),
  /** Why no place is known. */
  absent: Absent.nullish(),
  district: Code.nullish(),
  settlement: Code.nullish(),
  text: Line.nullish(),
  latitude: DecimalText.nullish(),
  longitude: DecimalText.nullish(),
  byWhom: Line.nullish(),
  how: Line.nullish(),
  condition: Line.nullish(),
}
export const PlaceOfDeath = z.strictObject(placeFields).meta({ id: 'DeathPlace' })
export type PlaceOfDeath = z.output<typeof PlaceOfDeath>

export const ways = ['telephone', 'radio', 'in-person', 'message', 'letter', 'record'] as const
export const TakeCall = z.strictObject({
  id: Id.optional(),
  way: z.enum(ways).exclude(['record']).default('telephone'),
  began: Instant.nullish(),
  caller: z.strictObject({
    kind: Code.nullish(),
    name: Line,
    phone: z.string().trim().max(40).nullish(),
    where: Line.nullish(),
  }),
  setting: Code,
  circumstances: z.array(Code).max(10).default([]),
  /** The name that was told; left out where nobody knows it. */
  name: Line.nullish(),
  sex: Code.nullish(),
  age: Age.nullish(),
  found: PlaceOfDeath,
  words: Prose.nullish(),
  /** To the laboratory’s own script (a form of use `call-script` for `death`) as it holds today. */
  answers: Answers.nullish(),
  /** The code on the sheet of paper on which it was written while there was no power. */
  sheet: z
    .string()
    .trim()
    .max(40)
    .transform((text) => text.toUpperCase())
    .nullish(),
})

export const notified = ['reached', 'no-answer', 'word-left', 'comes', 'declined'] as const
export const RecordNotification = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  whom: Code,
  name: Line,
  way: z.enum(['telephone', 'radio', 'in-person', 'message', 'email']).default('telephone'),
  at: Instant.nullish(),
  outcome: z.enum(notified),
  words: Line.nullish(),
})
export const RecordPlace = z.strictObject({ ...onDeath, kind: z.enum(placeKinds), ...placeFields })

const authority = z
  .strictObject({
    kind: z.enum(['order', 'emergency', 'own']),
    number: Line.nullish(),
    by: Line.nullish(),
    at: Instant.nullish(),
  })
  .meta({ id: 'DeathAuthority' })
export const AcceptJurisdiction = z.strictObject({
  ...onDeath,
  /** The law under which it is examined (list `death-authority`). */
  profile: Code,
  authority: authority.nullish(),
  /** A case that is there already; without it a new one is opened. */
  case: Id.nullish(),
  words: Line.nullish(),
})
export const DeclineJurisdiction = z.strictObject({
  ...onDeath,
  reason: Code,
  words: Line.nullish(),
  /** Who certifies the death instead. */
  signs: Line.nullish(),
})
/** The law changed, or an order came or was withdrawn: the same death and case go on. */
export const ChangeAuthority = z.strictObject({
  ...onDeath,
  profile: Code,
  authority: authority.nullish(),
  /** The order that stood was taken back by who gave it, and none stands now; said, so that a field left empty takes none away. */
  withdrawn: z.boolean().default(false),
  words: Line.nullish(),
})

const asking = { id: Id.optional(), ...onDeath, whom: Line, what: Line, dueOn: DateText.nullish() }
export const RequestMedicalRecords = z.strictObject({
  ...asking,
  kind: z.enum(['medical-records', 'ambulance-sheet']).default('medical-records'),
})
export const RequestHospitalSpecimen = z.strictObject(asking)
export const RecordHospitalAnswer = z.strictObject({
  ...onDeath,
  asked: Id,
  outcome: z.enum(['received', 'none', 'refused']),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'sha256')
    .nullish(),
  words: Line.nullish(),
})
