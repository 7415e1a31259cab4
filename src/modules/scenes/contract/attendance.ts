/** Shapes of one attendance: opened, arrived, logged, left, signed, amended; the checklist of its kind of scene. */
import { z } from 'zod'
import { Id, Line, Prose } from '#kernel/shapes.ts'
import { DecimalText } from '#kernel/quantity.ts'
import { OpenCase } from '#modules/cases/contract.ts'
import { Answers } from '#modules/catalogue/contract.ts'
import { Position, where } from './call-outs.ts'

export const AttendanceState = z.enum(['open', 'at-scene', 'left', 'signed'])
export type AttendanceState = z.output<typeof AttendanceState>
export const OpenAttendance = z
  .strictObject({
    id: Id.optional(),
    callOut: Id.nullish(),
    case: Id.optional(),
    newCase: OpenCase.optional(),
    ...where,
  })
  .refine(
    (a) => [a.callOut, a.case, a.newCase].filter((v) => v !== undefined && v !== null).length === 1,
    'call-or-case',
  )
export const AttendanceOpened = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string() }),
})
export const at = { attendance: Id }
export const Arrive = z.strictObject({ ...at, words: Prose.nullish() })
export const LeaveScene = z.strictObject({
  ...at,
  to: Line.nullish().describe('To whom the place was given'),
  words: Prose.nullish(),
})
export const LogEntry = z
  .strictObject({
    id: Id.optional(),
    ...at,
    kind: z.enum(['entered', 'left', 'note']),
    person: Id.nullish(),
    name: Line.nullish(),
    organisation: Line.nullish(),
    why: Line.nullish(),
  })
  .refine((l) => (l.kind === 'note' ? Boolean(l.why) : Boolean(l.person ?? l.name)), 'person-or-name')
export const CompleteChecklist = z.strictObject({
  id: Id.optional(),
  ...at,
  /** The version that was answered; without it the one that holds today. */
  form: Id.nullish(),
  answers: Answers,
})
/** Which rows may be corrected, and what in them: what was seen and said, never who wrote it and when it was recorded. */
export const corrected = {
  log: z.strictObject({
    organisation: Line.optional(),
    why: Line.optional(),
    kind: z.enum(['entered', 'left', 'note']).optional(),
  }),
  mark: z.strictObject({
    label: z.string().trim().min(1).max(12).optional(),
    words: Line.optional(),
    spot: Line.optional(),
  }),
  measurement: z.strictObject({
    from: Line.optional(),
    to: Line.optional(),
    value: DecimalText.optional(),
    unit: z.string().trim().min(1).max(20).optional(),
    words: Line.optional(),
  }),
  photograph: z.strictObject({ caption: Line.optional(), spot: Line.optional() }),
  attendance: z.strictObject({
    place: Line.optional(),
    words: Prose.optional(),
    position: Position.optional(),
  }),
}
export type CorrectedKind = keyof typeof corrected
const correction = <K extends CorrectedKind, S extends z.ZodType>(kind: K, becomes: S) =>
  z.strictObject({ id: Id.optional(), ...at, kind: z.literal(kind), entry: Id, becomes })
export const CorrectEntry = z
  .discriminatedUnion('kind', [
    correction('log', corrected.log),
    correction('mark', corrected.mark),
    correction('measurement', corrected.measurement),
    correction('photograph', corrected.photograph),
    correction('attendance', corrected.attendance),
  ])
  .refine((c) => Object.keys(c.becomes).length > 0, 'nothing-changes')
export const SettleConflict = z.strictObject({
  id: Id.optional(),
  ...at,
  conflict: z.string().min(1).max(200).describe('As the record names it'),
  keeps: Id.describe('The row that holds'),
  words: Line,
})
export const SignSceneRecord = z.strictObject({ ...at, language: z.enum(['en', 'es']).optional() })
export const RecordSigned = z.object({ id: z.string(), version: z.number(), sha256: z.string() })
export const AmendSceneRecord = z.strictObject({ ...at })
export const SceneRecordQuery = z.strictObject({
  ...at,
  version: z.coerce.number().int().min(1).optional(),
})
export const AllocateLabels = z.strictObject({
  id: Id.optional(),
  count: z.number().int().min(1).max(500),
  unit: Id.nullish(),
})
export const LabelsAllocated = z.object({ id: z.string(), codes: z.array(z.string()) })
export const LabelSheetQuery = z.strictObject({
  roll: Id,
  format: z.enum(['pdf', 'zpl']).default('pdf'),
  sheet: z.enum(['a4-70x37', 'a4-63x34', 'roll-50x25']).default('roll-50x25'),
})
