/** What is said about an examination: ordered, begun, found, weighed, taken, asked, read by a second pathologist. */
import { z } from 'zod'
import { DecimalText } from '#kernel/quantity.ts'
import { Absent, Code, DateText, Id, Line, Prose, actions } from '#kernel/shapes.ts'
import { Answers } from '#modules/catalogue/contract.ts'
import { onDeath } from '../../call/contract/call.ts'
import { PictureSeen } from './pictures.ts'

const Positive = DecimalText.refine((s) => !s.startsWith('-') && Number(s) > 0, 'above-zero')
export const examinationKinds = [
  'external',
  'full',
  'limited',
  'second',
  'exhumation',
  'imaging',
  'records',
] as const
export type ExaminationKind = (typeof examinationKinds)[number]
export const OrderExamination = z.strictObject({
  id: Id.optional(),
  ...onDeath,
  kind: z.enum(examinationKinds),
  pathologist: Id.nullish(),
  authority: Line.nullish(),
  /** A second examination is asked for by somebody: the defence, the family. */
  forWhom: Line.nullish(),
  dueOn: DateText.nullish(),
})
export const ExaminationMade = z.object({ id: z.string(), number: z.string(), request: z.string() })
const onExamination = { examination: Id }
export const OfExamination = z.strictObject(onExamination)
export const StartExamination = z.strictObject({
  ...onExamination,
  statureCm: Positive.nullish(),
  weightKg: Positive.nullish(),
})
export const RecordFinding = z.strictObject({
  ...onExamination,
  /** The key of a form of use `examination-protocol`; or a section of the author’s own, in words. */
  section: z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/, 'code'),
  answers: Answers.nullish(),
  words: Prose.nullish(),
})
export const diagrams = [
  'adult-front',
  'adult-back',
  'adult-left',
  'adult-right',
  'child-front',
  'child-back',
  'head-front',
  'head-back',
  'head-left',
  'head-right',
  'hand-left-palm',
  'hand-left-back',
  'hand-right-palm',
  'hand-right-back',
] as const
export type Diagram = (typeof diagrams)[number]
const Place = DecimalText.refine((s) => !s.startsWith('-') && Number(s) <= 2000, 'on-the-diagram')
export const MarkDiagram = z.strictObject({
  ...onExamination,
  /** A wound that stands already; without it the next number is given. */
  no: z.number().int().min(1).max(999).nullish(),
  diagram: z.enum(diagrams),
  x: Place,
  y: Place,
  /** Of the list `injury-kind`. */
  kind: Code,
  sizeMm: Positive.nullish(),
  depthMm: Positive.nullish(),
  words: Line.nullish(),
  removed: z.boolean().default(false),
})
export const WoundMarked = z.object({ id: z.string(), no: z.number() })
export const RecordOrgan = z.strictObject({
  ...onExamination,
  /** Of the list `organ`. */
  organ: Code,
  weightG: Positive.nullish(),
  absent: Absent.nullish(),
  words: Line.nullish(),
  retained: z.boolean().default(false),
})
export const ReturnOrgan = z.strictObject({ ...onExamination, organ: Code, words: Line })
export const TakeSpecimen = z.strictObject({
  id: Id.optional(),
  ...onExamination,
  /** Of the list `specimen-kind`. */
  kind: Code,
  site: Line.nullish(),
  container: Line.nullish(),
  additive: Line.nullish(),
  condition: Line.nullish(),
  seal: z.string().trim().min(1).max(60).nullish(),
})
export const RecoverItem = z.strictObject({
  id: Id.optional(),
  ...onExamination,
  type: Code,
  description: Line,
  site: Line,
  /** The wound in whose track it lay. */
  wound: z.number().int().min(1).nullish(),
  seal: z.string().trim().min(1).max(60).nullish(),
})
export const SpecimenKept = z.object({ id: z.string(), number: z.string(), barcode: z.string() })
export const OrderToxicology = z.strictObject({
  id: Id.optional(),
  ...onExamination,
  things: z.array(Id).min(1).max(60),
  unit: Id,
  discipline: Code,
  question: Code,
  words: Prose.nullish(),
  priority: z.enum(['routine', 'urgent', 'court']).default('routine'),
  dueOn: DateText.nullish(),
  /** Whether the cause of death waits for the answer. */
  holdsCause: z.boolean().default(true),
})
export const OrderMade = z.object({ id: z.string(), number: z.string(), request: z.string() })
export const FinishExamination = z.strictObject({ ...onExamination, words: Prose.nullish() })
export const ReviewExamination = z.strictObject({
  ...onExamination,
  outcome: z.enum(['agreed', 'returned']),
  words: Prose.nullish(),
})

export const WoundSeen = z.object({
  no: z.number(),
  diagram: z.enum(diagrams),
  x: z.string(),
  y: z.string(),
  kind: z.object({ code: z.string(), name: z.string() }),
  sizeMm: z.string().nullable(),
  depthMm: z.string().nullable(),
  words: z.string().nullable(),
})
export type WoundSeen = z.output<typeof WoundSeen>
const named = z.object({ code: z.string(), name: z.string() })
export const OrganSeen = z.object({
  organ: named,
  weightG: z.string().nullable(),
  absent: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  judged: z.enum(['within', 'above', 'below', 'no-range', 'not-weighed']),
  source: z.string().nullable(),
  words: z.string().nullable(),
  retained: z.boolean(),
  returned: z.boolean(),
})
export type OrganSeen = z.output<typeof OrganSeen>
export const ExaminationLine = z.object({
  id: z.string(),
  no: z.number(),
  kind: z.enum(examinationKinds),
  state: z.enum(['ordered', 'started', 'finished', 'reviewed', 'withdrawn']),
  pathologist: z.string().nullable(),
  request: z.string().nullable(),
  at: z.string(),
  dueOn: z.string().nullable(),
})
export const ExaminationSeen = ExaminationLine.extend({
  death: z.string(),
  number: z.string(),
  person: z.string(),
  sex: z.string().nullable(),
  child: z.boolean(),
  authority: z.string().nullable(),
  forWhom: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  statureCm: z.string().nullable(),
  weightKg: z.string().nullable(),
  sections: z.array(
    z.object({
      section: z.string(),
      title: z.string(),
      form: z.string().nullable(),
      answers: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
      given: z.record(z.string(), z.json()).nullable(),
      words: z.string().nullable(),
      at: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  wounds: z.array(WoundSeen),
  organs: z.array(OrganSeen),
  pictures: z.array(PictureSeen),
  specimens: z.array(
    z.object({
      thing: z.string(),
      number: z.string(),
      kind: named,
      site: z.string().nullable(),
      container: z.string().nullable(),
      additive: z.string().nullable(),
      condition: z.string().nullable(),
      recovered: z.boolean(),
      holder: z.string().nullable(),
    }),
  ),
  orders: z.array(
    z.object({
      id: z.string(),
      request: z.string(),
      number: z.string(),
      discipline: named,
      question: named,
      state: z.string(),
      dueOn: z.string().nullable(),
      daysLate: z.number(),
      holdsCause: z.boolean(),
    }),
  ),
  actions,
})
export type ExaminationSeen = z.output<typeof ExaminationSeen>

export const PendingBecause = z.strictObject({ overdue: z.stringbool().optional() })
export const PendingSeen = z.object({
  items: z.array(
    z.object({
      death: z.string(),
      number: z.string(),
      name: z.string().nullable(),
      days: z.number(),
      pathologist: z.string().nullable(),
      reasons: z.array(z.string()),
      overdue: z.boolean(),
      orders: z.array(
        z.object({
          request: z.string(),
          number: z.string(),
          discipline: named,
          state: z.string(),
          dueOn: z.string().nullable(),
          daysLate: z.number(),
        }),
      ),
    }),
  ),
  overdue: z.number(),
})
export type PendingSeen = z.output<typeof PendingSeen>
export const Ageing = z.strictObject({ from: DateText.optional(), until: DateText.optional() })
export const AgeingSeen = z.object({
  definition: z.string(),
  items: z.array(
    z.object({
      pathologist: z.string().nullable(),
      name: z.string(),
      open: z.number(),
      within90: z.number(),
      over90: z.number(),
      finished: z.number(),
      medianDays: z.string().nullable(),
    }),
  ),
})
