/** Answers to a form of the laboratory: checked by the server against the version of the day, and said again with the version they were given to. */
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type * as Schemas from 'ajv/dist/2020.js'
import { type FieldFault, Refusal } from '#kernel/verdict.ts'
import type { Language } from '#kernel/say.ts'
import type { Cx } from '#platform/cx.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import type { AnswerSaid, Answers, AnyQuestion, FormBody, FormSeen } from './contract/form.ts'
import { codesAmong, isAsked, plainAnswer, rowsOf, schemaOf, useOf } from './rules/form.ts'
import { dayOf } from './rules.ts'
import { codesHeld, findCodeRow, listCodes, newestNames } from './store/codes.ts'
import {
  type DefinitionRow,
  definitionInForce,
  definitionsInForce,
  findDefinitions,
} from './store/definitions.ts'

export interface FormVersion extends FormSeen {
  readonly en: string
  readonly es: string
}

export function formSeen(row: DefinitionRow, language: Language): FormVersion {
  const body = row.body as unknown as FormBody
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    name: row[language],
    en: row.en,
    es: row.es,
    from: row.from_on,
    use: useOf(body),
    for: body.for ?? [],
    questions: body.questions,
  }
}

/** The form by which things of a kind are described on a day; none where words alone are asked. */
export async function formOfType(cx: Cx, type: string, on = dayOf(cx.now)): Promise<FormVersion | undefined> {
  const code = await findCodeRow(cx.tx, 'item-type', type, on)
  const key = (code?.data as { form?: unknown } | null)?.form
  if (typeof key !== 'string') return undefined
  const row = await definitionInForce(cx.tx, 'form', key, on)
  return row && formSeen(row, cx.language)
}

/** The forms that are filled in for a use on a day, those made for `of` before those for all; what is for something else stays away. */
export async function formsFor(
  cx: Cx,
  use: string,
  { of, on = dayOf(cx.now) }: { of?: string | undefined; on?: string | undefined } = {},
): Promise<FormVersion[]> {
  const forms = (await definitionsInForce(cx.tx, 'form', on)).map((row) => formSeen(row, cx.language))
  const fit = forms.filter(
    (f) => f.use === use && (of === undefined || f.for.length === 0 || f.for.includes(of)),
  )
  return fit.toSorted((a, b) => Number(b.for.length > 0) - Number(a.for.length > 0))
}

/** The codes that may be chosen today, for every list that a question names. */
export async function choicesFor(
  cx: Cx,
  questions: readonly AnyQuestion[],
): Promise<Record<string, { value: string; label: string }[]>> {
  const named = questions.flatMap((q) => [q, ...rowsOf(q)]).map((q) => q.list)
  const lists = [...new Set(named.filter((l) => typeof l === 'string'))]
  const out: Record<string, { value: string; label: string }[]> = {}
  for (const list of lists)
    out[list] = (await listCodes(cx.tx, list, dayOf(cx.now))).map((c) => ({
      value: c.code,
      label: c[cx.language],
    }))
  return out
}

const schemas = onFirstUse<typeof Schemas>('ajv/dist/2020.js')
let ajv: Ajv2020 | undefined
/** A version never changes, so what was made of it is kept; the oldest go when there are many. */
const compiled = new Map<string, ValidateFunction>()
function validatorOf(form: FormVersion): ValidateFunction {
  const known = compiled.get(form.id)
  if (known) return known
  ajv ??= new schemas.Ajv2020({ strict: false, allErrors: true })
  const made = ajv.compile(schemaOf(form.questions))
  if (compiled.size >= 200) compiled.delete(compiled.keys().next().value ?? '')
  compiled.set(form.id, made)
  return made
}

export interface Answered {
  /** The version that was answered; the record keeps it for ever. */
  readonly form: string
  readonly answers: Answers
}

/** Refuses what does not fit the form of this kind of item on the day, each fault with its question; `null` where there is no form. */
export async function checkAnswers(
  cx: Cx,
  type: string | null | undefined,
  given: Answers | null | undefined,
  options: { on?: string; path?: string } = {},
): Promise<Answered | null> {
  const form = type ? await formOfType(cx, type, options.on) : undefined
  if (!form) {
    if (given && Object.keys(given).length > 0)
      throw new Refusal('invalid', 'catalogue.no-form', {
        values: { type: type ?? '' },
        next: 'catalogue.next-words-alone',
      })
    return null
  }
  return checkForm(cx, form, given, options)
}

/** The same for a form that somebody named: a checklist of a scene, a protocol of an examination. */
export async function checkForm(
  cx: Cx,
  form: FormVersion,
  given: Answers | null | undefined,
  options: { path?: string } = {},
): Promise<Answered> {
  const answers = given ?? {}
  const faults = await faultsIn(cx, form, answers)
  if (faults.length > 0)
    throw new Refusal('invalid', 'catalogue.answers-do-not-fit', {
      values: { form: form.name, first: faults[0]?.message ?? '', more: faults.length - 1 },
      next: 'catalogue.next-answer',
      fields: faults.map((f) => ({ ...f, path: `${options.path ?? 'answers'}.${f.path}` })),
    })
  return { form: form.id, answers }
}

async function faultsIn(cx: Cx, form: FormVersion, answers: Answers): Promise<FieldFault[]> {
  const validate = validatorOf(form)
  if (!validate(answers)) {
    const found = new Map<string, FieldFault>()
    for (const error of validate.errors ?? []) {
      const fault = faultOf(cx, form, answers, error)
      if (fault && !found.has(fault.path)) found.set(fault.path, fault)
    }
    return [...found.values()]
  }
  const held = await codesHeld(cx.tx, codesAmong(form.questions, answers), dayOf(cx.now))
  return held.missing.map(({ path }) => ({
    path,
    message: cx.say('catalogue.answer-not-in-list', { question: labelOf(cx, form, path) }),
  }))
}

const labelOf = (cx: Cx, form: FormVersion, path: string): string =>
  questionAt(form.questions, path.split('.'))?.[cx.language] ?? path

function questionAt(questions: readonly AnyQuestion[], path: readonly string[]): AnyQuestion | undefined {
  const [key, ...rest] = path
  const question = questions.find((q) => q.key === key)
  const inner = rest.filter((part) => !/^\d+$/.test(part) && part !== 'value' && part !== 'unit')
  return question && inner.length > 0 ? (questionAt(rowsOf(question), inner) ?? question) : question
}

/** What somebody at a desk did wrong; errors of the conditions themselves say nothing that these do not. */
function faultOf(cx: Cx, form: FormVersion, answers: Answers, error: ErrorObject): FieldFault | undefined {
  if (error.keyword === 'if' || error.keyword === 'anyOf') return undefined
  const at = error.instancePath.split('/').slice(1)
  const named = error.params as { missingProperty?: string; additionalProperty?: string }
  const more = named.missingProperty ?? named.additionalProperty
  const path = [...at, ...(more && more !== 'value' && more !== 'unit' ? [more] : [])]
    .filter((part) => part !== 'value' && part !== 'unit')
    .join('.')
  const question = labelOf(cx, form, path)
  const key = at[0] ?? more ?? ''
  const top = form.questions.find((q) => q.key === key)
  const why =
    error.keyword === 'required'
      ? 'catalogue.answer-needed'
      : error.keyword === 'additionalProperties' && !top
        ? 'catalogue.answer-unknown'
        : top && !isAsked(top, form.questions, answers)
          ? 'catalogue.answer-not-asked'
          : 'catalogue.answer-wrong'
  return { path, message: cx.say(why, { question }) }
}

/** Answers as somebody reads them, in the order of their own version of the form; what was not answered is left out. */
export async function answersSaid(
  cx: Cx,
  given: readonly Answered[],
  language: Language = cx.language,
): Promise<readonly { form: FormVersion; answers: readonly AnswerSaid[] }[]> {
  const forms = new Map(
    (await findDefinitions(cx.tx, [...new Set(given.map((g) => g.form))])).map((f) => [
      f.id,
      formSeen(f, language),
    ]),
  )
  const out: { form: FormVersion; answers: AnswerSaid[] }[] = []
  for (const { form: id, answers } of given) {
    const form = forms.get(id)
    if (!form) continue
    const lines: AnswerSaid[] = []
    for (const q of form.questions) {
      const text = await said(cx, q, answers[q.key], language)
      if (text !== '') lines.push({ key: q.key, label: q[language], text })
    }
    out.push({ form, answers: lines })
  }
  return out
}

async function said(cx: Cx, q: AnyQuestion, answer: unknown, language: Language): Promise<string> {
  if (answer === undefined || answer === null) return ''
  const say = cx.ground.say(language)
  if (q.absent && typeof answer === 'object' && 'absent' in answer)
    return say(`catalogue.${String(answer.absent)}`)
  const plain = plainAnswer(q, answer)
  const name = (value: unknown): string =>
    q.options.find((o) => o.value === value)?.[language] ?? String(value)
  switch (q.kind) {
    case 'choice':
      return name(plain)
    case 'choices':
      return (plain as unknown[]).map(name).join(', ')
    case 'yes-no':
      return say(plain === true ? 'catalogue.yes' : 'catalogue.no')
    case 'quantity': {
      const { value, unit } = plain as { value: string; unit: string }
      return `${value} ${unit}`
    }
    case 'date':
      return String(plain).split('-').reverse().join('/')
    case 'code':
      return (await newestNames(cx.tx, q.list ?? '', String(plain)))?.[language] ?? String(plain)
    case 'codes': {
      const names: string[] = []
      for (const code of plain as string[])
        names.push((await newestNames(cx.tx, q.list ?? '', code))?.[language] ?? code)
      return names.join(', ')
    }
    case 'list': {
      const rows: string[] = []
      for (const row of plain as Record<string, unknown>[]) {
        const parts: string[] = []
        for (const inner of rowsOf(q)) {
          const text = await said(cx, inner, row[inner.key], language)
          if (text !== '') parts.push(`${inner[language]} ${text}`)
        }
        rows.push(parts.join(', '))
      }
      return rows.join('; ')
    }
    default:
      return String(plain)
  }
}
