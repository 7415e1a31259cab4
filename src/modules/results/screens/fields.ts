/** A field that a method asks for, as a form asks for it, and its answers as the worksheet takes them. */
import type { Field } from '#ui/Form.tsx'
import type { DefinedStep, ObservationField, Sheet } from './bench.ts'

const kinds = {
  text: 'prose',
  choice: 'choice',
  number: 'number',
  quantity: 'quantity',
  'yes-no': 'yes-no',
  date: 'date',
} as const

export const inWords = (of: { en: string; es: string }, language: string): string =>
  language === 'es' ? of.es : of.en
export function asField(f: Omit<ObservationField, 'step'>, key: string, language: string): Field {
  return {
    key,
    label: inWords(f, language),
    kind: kinds[f.type as keyof typeof kinds] ?? 'text',
    rows: 2,
    ...(f.unit ? { unit: f.unit } : {}),
    ...(f.choices ? { options: f.choices.map((c) => ({ value: c.code, label: inWords(c, language) })) } : {}),
  }
}
export const answered = (v: unknown): boolean => v !== undefined && v !== null && v !== ''

/** What stands of an exhibit: a corrected answer stands no more. */
export function standing(sheet: Sheet, item: string): Sheet['observations'] {
  const corrected = new Set(sheet.observations.map((o) => o.corrects))
  return sheet.observations.filter((o) => o.item === item && !corrected.has(o.id))
}
/** The fields of a step that nobody has answered yet for this exhibit. */
export function openFields(sheet: Sheet, item: string, step: DefinedStep): Omit<ObservationField, 'step'>[] {
  const said = new Set(standing(sheet, item).map((o) => `${o.step}.${o.field}`))
  return (step.fields ?? []).filter((f) => f.type !== 'file' && !said.has(`${step.key}.${f.key}`))
}

const SEPARATOR = '~'
export const fieldKey = (step: string, field: string): string => `${step}${SEPARATOR}${field}`
export interface Observed {
  readonly step: string
  readonly field: string
  readonly answer: unknown
}
/** The answers among a form's values that are observations, and all else. */
export function observedOf(
  values: Readonly<Record<string, unknown>>,
  steps: readonly DefinedStep[],
): { observations: Observed[]; rest: Record<string, unknown> } {
  const keys = new Set(steps.flatMap((s) => (s.fields ?? []).map((f) => fieldKey(s.key, f.key))))
  const observations: Observed[] = []
  const rest: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (!keys.has(key)) rest[key] = value
    else if (answered(value)) {
      const [step = '', field = ''] = key.split(SEPARATOR)
      observations.push({ step, field, answer: value })
    }
  }
  return { observations, rest }
}
