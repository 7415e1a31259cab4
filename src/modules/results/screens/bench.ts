/** What a worksheet adds up to for one exhibit: which steps are done, what the nets sum to, which runs are accounted for. */
import type { z } from 'zod'
import { exact } from '#kernel/quantity.ts'
import type { Action } from '#kernel/shapes.ts'
import type { Budget as BudgetShape, RunAnswer, SpectrumAnswer, WorksheetAnswer } from '../contract.ts'

export type Sheet = z.output<typeof WorksheetAnswer>
export type Run = z.output<typeof RunAnswer>
export type Spectrum = z.output<typeof SpectrumAnswer>
export type Budget = z.output<typeof BudgetShape>
export type Search = Run['searches'][number]
export type Technique = Sheet['techniques'][number]
/** As quality defines it; it comes as unknown, since the worksheet keeps whatever the method said. */
export interface DefinedStep {
  readonly key: string
  readonly en: string
  readonly es: string
  readonly kind: string
  readonly technique?: string
  readonly optional?: boolean
  readonly equipment?: readonly string[]
  readonly materials?: readonly string[]
  /** Of a control step: the kind of run that answers it. */
  readonly runs?: string
  readonly fields?: readonly Omit<ObservationField, 'step'>[]
}
type Words = (key: string, values?: Record<string, unknown>) => string

export interface BenchStep {
  readonly key: string
  readonly label: string
  readonly kind: string
  readonly done: boolean
  readonly optional: boolean
}

export const definitionOf = (sheet: Sheet): DefinedStep[] =>
  (sheet.definition as { steps?: DefinedStep[] } | null)?.steps ?? []

/** The method says which steps there are; a method without a worksheet has the bench's own order. */
export function stepsOf(sheet: Sheet, item: string, say: Words, language: string): BenchStep[] {
  const weighed = sheet.weighings.some((w) => w.item === item)
  const sampled = sheet.samplings.some((s) => s.item === item)
  const concluded = sheet.conclusions.some((c) => c.item === item)
  const described = (step?: string): boolean =>
    sheet.observations.some((o) => o.item === item && (step === undefined || o.step === step))
  const tested = (key: string | undefined): boolean =>
    sheet.tests.some(
      (t) =>
        t.item === item &&
        (t.technique === key || t.technique === sheet.techniques.find((x) => x.key === key)?.title),
    )
  const answered = (step: string, field: string): boolean =>
    sheet.observations.some((o) => o.item === item && o.step === step && o.field === field)
  const ran = sheet.runs.some((r) => r.item === item)
  const done = (step: DefinedStep): boolean => {
    if (step.kind === 'weighing') return weighed
    if (step.kind === 'sampling') return sampled
    if (step.kind === 'conclusion') return concluded
    if (step.kind === 'control')
      return (
        sheet.runs.some((r) => (step.runs ? r.sampleKind === step.runs : r.sampleKind !== 'item')) &&
        (step.fields ?? []).every((f) => !f.required || answered(step.key, f.key))
      )
    if (step.technique) return tested(step.technique)
    return step.kind === 'run' ? ran : described(step.key)
  }
  const defined = definitionOf(sheet)
  const inner: BenchStep[] =
    defined.length > 0
      ? defined.map((s) => ({
          key: s.key,
          label: language === 'es' ? s.es : s.en,
          kind: s.kind,
          done: done(s),
          optional: s.optional ?? false,
        }))
      : [
          {
            key: 'describe',
            label: say('results.step-describe'),
            kind: 'observation',
            done: described(),
            optional: false,
          },
          {
            key: 'weigh',
            label: say('results.step-weigh'),
            kind: 'weighing',
            done: weighed,
            optional: false,
          },
          {
            key: 'sample',
            label: say('results.step-sample'),
            kind: 'sampling',
            done: sampled,
            optional: true,
          },
          ...[...sheet.techniques]
            .sort((a, b) => b.category.localeCompare(a.category))
            .map((t) => ({
              key: t.key,
              label: t.title,
              kind: t.category === 'A' ? 'run' : 'observation',
              done: tested(t.key),
              optional: t.category === 'B',
            })),
        ]
  return [
    { key: 'open', label: say('results.step-open'), kind: 'open', done: true, optional: false },
    ...inner,
    ...(inner.some((s) => s.kind === 'conclusion')
      ? []
      : [
          {
            key: 'conclude',
            label: say('results.step-conclude'),
            kind: 'conclusion',
            done: concluded,
            optional: false,
          },
        ]),
    {
      key: 'review',
      label: say('results.step-review'),
      kind: 'review',
      done: sheet.state === 'reviewed',
      optional: false,
    },
  ]
}

/** The step in hand: the first that is not done and not optional; once concluded it is the review, and whatever was jumped over stays to come. */
export function nowOf(steps: readonly BenchStep[], state: string): string | undefined {
  if (state === 'reviewed') return undefined
  return state === 'concluded' ? 'review' : steps.find((s) => !s.done && !s.optional)?.key
}

export interface ObservationField {
  readonly step: string
  readonly key: string
  readonly en: string
  readonly es: string
  readonly type: string
  readonly unit?: string | undefined
  readonly choices?: readonly { code: string; en: string; es: string }[] | undefined
  readonly required?: boolean | undefined
}
export const observationFields = (sheet: Sheet): ObservationField[] =>
  definitionOf(sheet).flatMap((s) => (s.fields ?? []).map((f) => ({ ...f, step: s.key })))

/** Weights stay decimal text: a sum on the screen is the sum on the paper. */
export function sumOf(texts: readonly string[]): string {
  const places = Math.max(0, ...texts.map((t) => t.split('.')[1]?.length ?? 0))
  return texts.reduce((sum, t) => sum.plus(t), exact('0')).toFixed(places)
}

/** A verdict of the screen beside those of the server: the server's no stands first. */
export function withVerdict(
  actions: readonly Action[],
  operation: string,
  mine: { ok: boolean; why?: string | undefined },
): Action[] {
  const theirs = actions.find((a) => a.operation === operation)
  if (theirs && !theirs.ok) return [...actions]
  return [
    ...actions.filter((a) => a.operation !== operation),
    { operation, ok: mine.ok, ...(mine.why ? { why: mine.why } : {}) },
  ]
}

/** The newest proposal of a run that nobody has spoken on comes first; otherwise the newest. */
export const proposalOf = (run: Run): Search | undefined =>
  run.searches.findLast((s) => s.confirmation === null && s.hits.length > 0) ?? run.searches.at(-1)
/** The scan that a person would click first: the highest point, as the file tells it, or as the curve does where it has one point for each scan. */
export function apexOf(run: Run): number {
  const told = run.summary['apexScan']
  if (typeof told === 'number') return told
  const points = run.traces[0]?.points ?? []
  if (points.length !== run.spectra) return 0
  return points.reduce((best, [, y], i) => (y > (points[best]?.[1] ?? 0) ? i : best), 0)
}
export const tellsApart = (search: Search): boolean =>
  !['insufficient', 'ambiguous', 'no-match'].includes(search.status)

/** A library of the day reads 0 to 999; a cosine reads 0 to 1. Both are shown of 999, as the bench is used to. */
export const scoreOf999 = (score: number): number => Math.round(score <= 1 ? score * 999 : score)
export const ion = (mz: number): string => String(Math.round(mz * 10) / 10)

/** Intensities as parts of the largest, so that two spectra stand on one scale. */
export function relative(peaks: readonly (readonly [number, number])[]): [number, number][] {
  const top = Math.max(1e-12, ...peaks.map(([, y]) => y))
  return peaks.map(([x, y]) => [x, (y / top) * 100])
}
