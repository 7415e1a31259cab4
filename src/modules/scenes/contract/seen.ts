/** Shapes of what is shown: lists of attendances and one attendance whole. */
import { z } from 'zod'
import { Id, actions, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { AttendanceState, at } from './attendance.ts'
import { Position } from './call-outs.ts'
import { Drawing, Shape, Shows } from './media.ts'

const named = z.object({ id: z.string(), name: z.string() })
export const FindAttendances = z.strictObject({
  ...listInput,
  ...listWords,
  state: z.enum(['all', 'unsigned', ...AttendanceState.options]).default('all'),
  unit: Id.optional(),
  case: Id.optional(),
  mine: z.stringbool().optional(),
})
export const AttendanceLine = z.object({
  id: z.string(),
  number: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  sceneType: z.string(),
  sceneTypeName: z.string(),
  place: z.string(),
  state: AttendanceState,
  version: z.number(),
  unit: named.nullable(),
  lead: named,
  openedAt: z.string(),
  photographs: z.number(),
  items: z.number(),
})
export type AttendanceLine = z.output<typeof AttendanceLine>
export const AttendanceList = listOf(AttendanceLine)

/** What was put right in a row, newest last; the row itself is shown as it should have been. */
const Mended = z.array(
  z.object({
    id: z.string(),
    was: z.record(z.string(), z.json()),
    becomes: z.record(z.string(), z.json()),
    why: z.string(),
    by: z.string(),
    at: z.string(),
  }),
)
/** When the person says it happened, when the house heard of it, and who wrote it. */
const written = { id: z.string(), at: z.string(), recordedAt: z.string(), by: z.string() }
export const LogSeen = z.object({
  ...written,
  kind: z.enum(['entered', 'left', 'note']),
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  why: z.string().nullable(),
  mended: Mended,
})
export const MarkSeen = z.object({
  ...written,
  label: z.string(),
  words: z.string(),
  spot: z.string().nullable(),
  position: Position.nullable(),
  photographs: z.number(),
  mended: Mended,
})
export const CollectedSeen = z.object({
  ...written,
  thing: z.string(),
  number: z.string(),
  description: z.string(),
  mark: z.string().nullable(),
  how: z.string().nullable(),
  surface: z.string().nullable(),
  method: z.string().nullable(),
  packaging: z.string().nullable(),
  seals: z.array(z.string()),
  holder: z.string().nullable(),
  /** The announcement as which it waits for a counter. */
  announced: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** In a hand, and not announced yet. */
  ready: z.boolean(),
})
export const MeasurementSeen = z.object({
  ...written,
  from: z.string(),
  to: z.string(),
  value: z.string(),
  unit: z.string(),
  method: z.string().nullable(),
  mark: z.string().nullable(),
  words: z.string().nullable(),
  mended: Mended,
})
export const PhotographSeen = z.object({
  ...written,
  seq: z.number(),
  attendance: z.string(),
  attendanceNumber: z.string(),
  sha256: z.string(),
  name: z.string(),
  folder: z.string().nullable(),
  mediaType: z.string(),
  size: z.number(),
  shows: Shows,
  caption: z.string().nullable(),
  spot: z.string().nullable(),
  mark: z.string().nullable(),
  camera: z.string().nullable(),
  takenAt: z.string().nullable(),
  takenText: z.string().nullable(),
  position: Position.nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  provedAtCapture: z.boolean(),
  source: z.string().nullable(),
  steps: z.string().nullable(),
  /** A picture that can be shown; else the sentence says why not. */
  shown: z.boolean(),
  note: z.string().nullable(),
  annotations: z.array(
    z.object({ id: z.string(), shapes: z.array(Shape), words: z.string().nullable(), by: z.string() }),
  ),
  mended: Mended,
})
export type PhotographSeen = z.output<typeof PhotographSeen>
export const PhotographList = listOf(PhotographSeen).extend({
  /** Numbers that the camera gave and that are not here: from, to, how many. */
  gaps: z.array(
    z.object({
      before: z.string(),
      after: z.string(),
      missing: z.number(),
      text: z.string(),
    }),
  ),
  duplicates: z.array(z.object({ sha256: z.string(), photographs: z.array(z.string()) })),
})
export const SketchSeen = z.object({
  ...written,
  sketch: z.string(),
  seq: z.number(),
  title: z.string(),
  drawing: Drawing,
  svg: z.string(),
})
export const StatementSeen = z.object({
  ...written,
  name: z.string().nullable(),
  language: z.string().nullable(),
  words: z.string().nullable(),
  file: z.string().nullable(),
})
/** Who showed a document; the text of its code is told where the name is. */
export const IdentitySeen = z.object({
  ...written,
  party: z.string(),
  name: z.string().nullable(),
  role: z.string(),
  format: z.string().nullable(),
  formatName: z.string(),
  raw: z.string().nullable(),
  failed: z.array(z.string()),
  differs: z.array(z.string()),
})
export const ChecklistSeen = z.object({
  ...written,
  form: z.string(),
  version: z.number(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
})
/** Two people wrote differently about one thing. */
export const Conflict = z.object({
  key: z.string(),
  kind: z.enum(['mark', 'checklist', 'left', 'collected']),
  text: z.string(),
  rows: z.array(z.object({ id: z.string(), text: z.string(), by: z.string(), at: z.string() })),
  settled: z.object({ keeps: z.string(), words: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type Conflict = z.output<typeof Conflict>
export const GetAttendance = z.strictObject(at)
export const AttendanceSeen = AttendanceLine.extend({
  district: z.string().nullable(),
  position: Position.nullable(),
  words: z.string().nullable(),
  callOut: z.object({ id: z.string(), at: z.string() }).nullable(),
  steps: z.array(
    z.object({
      kind: z.enum(['opened', 'arrived', 'left', 'signed', 'amended']),
      at: z.string(),
      recordedAt: z.string(),
      by: z.string(),
      words: z.string().nullable(),
    }),
  ),
  log: z.array(LogSeen),
  inside: z.array(z.string()).describe('Who entered and has not left'),
  marks: z.array(MarkSeen),
  collected: z.array(CollectedSeen),
  measurements: z.array(MeasurementSeen),
  sketches: z.array(SketchSeen),
  statements: z.array(StatementSeen),
  identities: z.array(IdentitySeen),
  /** The vehicle that is examined here, in the bay that was kept for it. */
  vehicle: z
    .object({
      id: z.string(),
      number: z.string(),
      description: z.string(),
      holder: z.string().nullable(),
      until: z.string(),
      released: z.boolean(),
    })
    .nullable(),
  checklists: z.array(ChecklistSeen),
  hasChecklist: z.boolean(),
  conflicts: z.array(Conflict),
  records: z.array(
    z.object({
      version: z.number(),
      sha256: z.string(),
      at: z.string(),
      by: z.string(),
      why: z.string().nullable(),
      changes: z.array(z.string()),
    }),
  ),
  mended: Mended,
  actions,
})
export type AttendanceSeen = z.output<typeof AttendanceSeen>
