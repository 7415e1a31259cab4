/** Shapes of forms: questions as somebody at a desk draws them; the JSON Schema that follows from them is made by `rules/form.ts`. */
import { z } from 'zod'
import { Code, DateText, Id, Line } from '#kernel/shapes.ts'
import { questionKinds } from './question-kinds.ts'

export const QuestionKind = z.enum(questionKinds)
export type QuestionKind = z.infer<typeof QuestionKind>

/** The name under which an answer is kept; it never comes to mean another kind of answer. */
export const QuestionKey = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/, 'question-key')
const Option = z.strictObject({ value: Code, en: Line, es: Line })

const asked = {
  key: QuestionKey,
  en: Line,
  es: Line,
  helpEn: Line.nullish(),
  helpEs: Line.nullish(),
  required: z.boolean().default(false),
  /** Unknown, not applicable and not yet known are answers too. */
  absent: z.boolean().default(false),
  /** Of `choice` and `choices`. */
  options: z.array(Option).max(60).default([]),
  /** Of `code` and `codes`: the list of the laboratory it is chosen from. */
  list: Code.nullish(),
  /** Of `quantity`: the first is offered first. */
  units: z.array(z.string().trim().min(1).max(20)).max(12).default([]),
  /** Of `number` and `quantity`: least and most, both included. */
  least: z.number().nullish(),
  most: z.number().nullish(),
  /** Of `text` and `prose`: how many characters at most. */
  length: z.number().int().min(1).max(4000).nullish(),
  /** Of `text`: a regular expression for the whole answer. */
  pattern: z.string().min(1).max(200).nullish(),
  /** Of `text`: a thing is found by this answer (a serial number, a plate). */
  searched: z.boolean().default(false),
  /** Asked only when another question, above it, was answered so. */
  when: z.strictObject({ key: QuestionKey, is: z.array(z.string().max(80)).min(1).max(30) }).nullish(),
}
const Row = z.strictObject({ ...asked, kind: QuestionKind.exclude(['list']) })
export const Question = z
  .strictObject({
    ...asked,
    kind: QuestionKind,
    /** Of `list`: what each row asks. */ rows: z.array(Row).max(20).default([]),
  })
  .meta({ id: 'CatalogueQuestion' })
export type Question = z.output<typeof Question>
/** A question, or what a row of a list asks. */
export type AnyQuestion = Question | z.output<typeof Row>

export const FormBody = z.strictObject({
  /** What it is filled in for: a code of the list `form-use`. Absent: it describes things of an item type, which names it. */
  use: Code.optional(),
  /** Of that use, for which: kinds of scenes, of examinations, of worksheets. None: for all. */
  for: z.array(Code).max(60).optional(),
  questions: z.array(Question).max(80),
  /** JSON Schema 2020-12 of the answers, made from the questions: for whoever reads records without us. */
  schema: z.record(z.string(), z.json()).optional(),
})
export type FormBody = z.output<typeof FormBody>

/** Answers by the key of their question; `{value}` or `{absent}` where the question takes both. */
export const Answers = z
  .record(QuestionKey, z.json())
  .refine((v) => JSON.stringify(v).length <= 20_000, 'too-long')
  .meta({ id: 'CatalogueAnswers' })
export type Answers = z.output<typeof Answers>

export const GetForm = z
  .strictObject({
    /** The kind of item whose form is wanted, as it holds on a day (today where none is given). */
    type: Code.optional(),
    on: DateText.optional(),
    /** Or one version by its id, as a record keeps it. */
    form: Id.optional(),
    /** Or what is filled in for a use on a day: a checklist of scenes, a protocol of examinations; of which kind. */
    use: Code.optional(),
    of: Code.optional(),
  })
  .refine((g) => [g.type, g.form, g.use].filter((w) => w !== undefined).length === 1, 'one-of')
export const FormSeen = z.object({
  id: z.string(),
  key: z.string(),
  version: z.number(),
  name: z.string(),
  from: z.string().nullable(),
  use: z.string(),
  for: z.array(z.string()),
  questions: z.array(Question),
})
export type FormSeen = z.output<typeof FormSeen>
/** Null where things of this kind are described in words alone, or nothing is filled in for this use. */
export const FormOfType = z.object({
  form: FormSeen.nullable(),
  /** What may be chosen today from each list that a question names. */
  lists: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
})
export type FormOfType = z.output<typeof FormOfType>
export const AnswerSaid = z.object({ key: z.string(), label: z.string(), text: z.string() })
export type AnswerSaid = z.output<typeof AnswerSaid>
