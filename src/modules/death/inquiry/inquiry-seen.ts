/** What a death asks beside the body and what was answered, as its file shows it. */
import { answersSaid, formsFor } from '#modules/catalogue/public.ts'
import { scenesOfCase } from '#modules/scenes/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { InquiryPart, InquirySeen } from './contract.ts'
import { becauseOf, marksOf } from './rules.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { type InquiryRow, type NumberRow, inquiriesOf, numbersOf } from './store/inquiries.ts'
import { type Names, type Wanted, namesOf } from '../call/store/names.ts'

const listOf = (mark: string): readonly [list: string, code: string] | null => {
  if (mark.startsWith('manner-')) return ['manner', mark.slice(7)]
  return mark.startsWith('age-') || mark === 'unidentified' ? null : ['death-circumstance', mark]
}

export async function inquirySeenOf(cx: Cx, d: DeathRow): Promise<InquiryPart> {
  const marks = marksOf({
    ...d,
    age: d.age !== null && d.age_unit !== null ? { value: Number(d.age), unit: d.age_unit } : null,
  })
  const forms = (await formsFor(cx, 'death-inquiry')).flatMap((form) => {
    const because = becauseOf(form.for, marks)
    return because ? [{ form, because }] : []
  })
  const written = await inquiriesOf(cx, d.root)
  const numbers = await numbersOf(cx, d.root)
  const said = await answersSaid(
    cx,
    written.flatMap((w) => (w.form && w.answers ? [{ form: w.form, answers: w.answers as never }] : [])),
  )
  const { marked, names } = await namesFor(cx, forms, written, numbers)
  const seen = (
    section: string,
    title: string,
    form: string | null,
    because: readonly string[],
  ): InquirySeen => {
    const w = written.find((one) => one.section === section)
    return {
      section,
      title,
      form: w?.form ?? form,
      because: because.map(marked),
      answers: [...(said.find((s) => s.form.id === w?.form)?.answers ?? [])],
      given: (w?.answers ?? null) as InquirySeen['given'],
      words: w?.words ?? null,
      topics: (w?.topics ?? []).map((t) => names.of('narrative-topic', t)),
      at: w?.at ?? null,
      by: w?.by ?? null,
    }
  }
  const known = new Set(forms.map((f) => f.form.key))
  return {
    inquiries: [
      ...forms.map(({ form, because }) => seen(form.key, form[cx.language], form.id, because)),
      // A section of somebody's own, or one whose form is asked of this death no longer: what was written stays.
      ...written
        .filter((w) => !known.has(w.section))
        .map((w) =>
          seen(
            w.section,
            said.find((s) => s.form.id === w.form)?.form.name ?? w.section.replace(/^own\./, ''),
            w.form,
            [],
          ),
        ),
    ],
    numbers: numbers.map((n) => ({ kind: names.of('number-kind', n.kind), text: n.text, giver: n.giver })),
    visits: d.case_root ? await visitsOf(cx, d.case_root) : [],
  }
}

const visitsOf = async (cx: Cx, file: string): Promise<InquiryPart['visits']> =>
  (await scenesOfCase(cx, file)).map((s) => ({
    attendance: s.id,
    number: s.number,
    place: s.place,
    at: s.opened_at,
    people: s.people ?? [],
    signed: s.version > 0,
  }))

/** The words for marks, topics and kinds of numbers, in one statement. */
async function namesFor(
  cx: Cx,
  forms: readonly { readonly because: readonly string[] }[],
  written: readonly InquiryRow[],
  numbers: readonly NumberRow[],
): Promise<{ names: Names; marked: (mark: string) => string }> {
  const names = await namesOf(cx, [
    ...forms.flatMap((f) => f.because.flatMap((b): Wanted[] => (listOf(b) ? [listOf(b) as Wanted] : []))),
    ...forms.flatMap((f) => f.because.map((b): Wanted => ['death-setting', b])),
    ...written.flatMap((w) => w.topics.map((t): Wanted => ['narrative-topic', t])),
    ...numbers.map((n): Wanted => ['number-kind', n.kind]),
  ])
  const marked = (mark: string): string => {
    const named = listOf(mark)
    if (!named) return cx.say(`death.mark-${mark}`)
    const text = names.text(...named)
    return text === named[1] ? names.text('death-setting', mark) : text
  }
  return { names, marked }
}
