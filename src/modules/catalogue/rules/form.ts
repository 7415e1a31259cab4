/** Pure rules of forms: which questions make a form, the JSON Schema of its answers, what is asked given the other answers. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import type { AnyQuestion, Question } from '../contract/form.ts'

type Schema = { readonly [key: string]: unknown }

const DECIMAL = '^-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,12})?$'
const PARTIAL_DATE = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'
const INSTANT =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$'
const CODE = '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'
/** What each row of a list asks; no other question has rows. */
export const rowsOf = (q: AnyQuestion): readonly AnyQuestion[] => ('rows' in q ? q.rows : [])

const absents = ['unknown', 'not-applicable', 'not-yet-determined']

/** Of which kinds another question may be made to depend: those with a small set of answers. */
const decisive = new Set(['choice', 'yes-no', 'code'])

function shapeOf(q: AnyQuestion): Schema {
  switch (q.kind) {
    case 'number':
      return { type: 'integer', ...bounds(q) }
    case 'quantity':
      return {
        type: 'object',
        properties: { value: { type: 'string', pattern: DECIMAL }, unit: { enum: [...q.units] } },
        required: ['value', 'unit'],
        additionalProperties: false,
      }
    case 'date':
      return { type: 'string', pattern: PARTIAL_DATE }
    case 'instant':
      return { type: 'string', pattern: INSTANT }
    case 'choice':
      return { enum: q.options.map((o) => o.value) }
    case 'choices':
      return { type: 'array', items: { enum: q.options.map((o) => o.value) }, uniqueItems: true, minItems: 1 }
    case 'yes-no':
      return { type: 'boolean' }
    case 'code':
      return { type: 'string', pattern: CODE, 'x-list': q.list ?? '' }
    case 'codes':
      return {
        type: 'array',
        items: { type: 'string', pattern: CODE, 'x-list': q.list ?? '' },
        uniqueItems: true,
        minItems: 1,
      }
    case 'list':
      return { type: 'array', items: objectOf(rowsOf(q)), minItems: 1, maxItems: 200 }
    default:
      return {
        type: 'string',
        minLength: 1,
        maxLength: q.length ?? (q.kind === 'prose' ? 4000 : 300),
        ...(q.pattern ? { pattern: `^(?:${q.pattern})$` } : {}),
      }
  }
}
const bounds = (q: AnyQuestion): Schema => ({
  ...(q.least == null ? {} : { minimum: q.least }),
  ...(q.most == null ? {} : { maximum: q.most }),
})

const orAbsent = (shape: Schema): Schema => ({
  anyOf: [
    { type: 'object', properties: { value: shape }, required: ['value'], additionalProperties: false },
    {
      type: 'object',
      properties: { absent: { enum: absents } },
      required: ['absent'],
      additionalProperties: false,
    },
  ],
})

/** A condition in JSON Schema: the other answer is there and is one of these, plain or inside `{value}`. */
function holds(q: AnyQuestion, all: readonly AnyQuestion[]): Schema {
  const other = all.find((o) => o.key === q.when?.key)
  const values = (q.when?.is ?? []).map((v) => (other?.kind === 'yes-no' ? v === 'yes' : v))
  const plain = { enum: values }
  const shape = other?.absent ? { type: 'object', properties: { value: plain }, required: ['value'] } : plain
  return { properties: { [q.when?.key ?? '']: shape }, required: [q.when?.key ?? ''] }
}

function objectOf(questions: readonly AnyQuestion[]): Schema {
  const conditions = questions
    .filter((q) => q.when)
    .map((q) => ({
      if: holds(q, questions),
      // What is not asked is not answered: an answer to a hidden question would be read by nobody.
      ...(q.required ? { then: { required: [q.key] } } : {}),
      else: { properties: { [q.key]: false } },
    }))
  return {
    type: 'object',
    properties: Object.fromEntries(
      questions.map((q) => [
        q.key,
        {
          ...(q.absent ? orAbsent(shapeOf(q)) : shapeOf(q)),
          'x-label': { en: q.en, es: q.es },
        },
      ]),
    ),
    required: questions.filter((q) => q.required && !q.when).map((q) => q.key),
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  }
}

/** JSON Schema 2020-12 of the answers to these questions. */
export const schemaOf = (questions: readonly Question[]): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...objectOf(questions),
})

/** What a form is filled in for; before forms said so, all of them described things. */
export const useOf = (body: { readonly use?: string | undefined }): string => body.use ?? 'item-type'

/** Questions that make a form somebody can answer. */
export function mayAskSo(questions: readonly Question[]): Verdict {
  return allOf(...asks(questions))
}
function asks(questions: readonly AnyQuestion[]): Verdict[] {
  const keys = questions.map((q) => q.key)
  const double = keys.find((k, i) => keys.indexOf(k) !== i)
  return [
    unless(double === undefined, no('catalogue.question-twice', { key: double ?? '' })),
    ...questions.flatMap((q, i): Verdict[] => [
      unless(
        !(q.kind === 'choice' || q.kind === 'choices') || q.options.length > 0,
        no('catalogue.question-without-options', { question: q.en }),
      ),
      unless(
        !(q.kind === 'code' || q.kind === 'codes') || Boolean(q.list),
        no('catalogue.question-without-list', { question: q.en }),
      ),
      unless(
        q.kind !== 'quantity' || q.units.length > 0,
        no('catalogue.question-without-unit', { question: q.en }),
      ),
      unless(
        q.kind !== 'list' || rowsOf(q).length > 0,
        no('catalogue.question-without-rows', { question: q.en }),
      ),
      unless(!q.pattern || isPattern(q.pattern), no('catalogue.question-pattern', { question: q.en })),
      unless(
        q.least == null || q.most == null || q.least <= q.most,
        no('catalogue.question-bounds', { question: q.en }),
      ),
      whenStands(q, questions.slice(0, i)),
      ...asks(rowsOf(q)),
    ]),
  ]
}
function whenStands(q: AnyQuestion, above: readonly AnyQuestion[]): Verdict {
  const other = above.find((o) => o.key === q.when?.key)
  return unless(
    !q.when || (other !== undefined && decisive.has(other.kind)),
    no('catalogue.question-when', { question: q.en, key: q.when?.key ?? '' }, 'catalogue.next-question-when'),
  )
}
/** A repeated group that repeats within may take for ever to say no: it is not taken. */
const RUNAWAY = /\([^()]*[+*{][^()]*\)[+*{]/
function isPattern(text: string): boolean {
  if (RUNAWAY.test(text)) return false
  try {
    return new RegExp(`^(?:${text})$`, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** The answer itself, without the wrapping of questions that also take “unknown”. */
export function plainAnswer(q: Pick<Question, 'absent'>, answer: unknown): unknown {
  return q.absent && answer !== null && typeof answer === 'object' && 'value' in answer
    ? answer.value
    : answer
}

/** Whether a question is asked, given the answers above it; what depends on a hidden question is hidden too. */
export function isAsked(
  q: Pick<Question, 'when'>,
  all: readonly Pick<Question, 'key' | 'absent' | 'when'>[],
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (!q.when) return true
  const other = all.find((o) => o.key === q.when?.key)
  if (!other || !isAsked(other, all, answers)) return false
  const said = plainAnswer(other, answers[other.key])
  const word = typeof said === 'boolean' ? (said ? 'yes' : 'no') : typeof said === 'string' ? said : ''
  return q.when.is.includes(word)
}

/** Keys are never reused for another kind of answer: old records are shown with the version they were made under (decided.md 20). */
export function mayKeepQuestions(before: readonly Question[], after: readonly Question[]): Verdict {
  const kinds = new Map(before.map((q) => [q.key, q.kind]))
  const changed = after.find((q) => kinds.has(q.key) && kinds.get(q.key) !== q.kind)
  return unless(
    changed === undefined,
    no('catalogue.field-reused', { field: changed?.key ?? '' }, 'catalogue.next-new-field'),
  )
}

/** A checklist stays a checklist: what was filled in under its key is read as that for ever. */
export const mayBeFor = (before: string | undefined, now: string): Verdict =>
  unless(
    before === undefined || before === now,
    no('catalogue.form-of-another-use', { before: before ?? '', now }, 'catalogue.next-new-form'),
  )

/** Codes among the answers, for the server to look up: list, code, and where it stands. */
export function codesAmong(
  questions: readonly AnyQuestion[],
  answers: Readonly<Record<string, unknown>>,
  path = '',
): { list: string; code: string; path: string }[] {
  return questions.flatMap((q) => {
    const said = plainAnswer(q, answers[q.key])
    const at = path + q.key
    if (q.kind === 'list' && Array.isArray(said))
      return said.flatMap((row, i) => codesAmong(rowsOf(q), row as Record<string, unknown>, `${at}.${i}.`))
    const list = q.list ?? ''
    if (q.kind === 'codes' && Array.isArray(said))
      return said.map((code) => ({ list, code: String(code), path: at }))
    return q.kind === 'code' && list && typeof said === 'string' ? [{ list, code: said, path: at }] : []
  })
}
