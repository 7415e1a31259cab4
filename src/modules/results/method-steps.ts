/** What the method asks of a worksheet: which fields it has, what each step must name, which steps are still missing. Pure. */
import type { WorksheetDefinition, WorksheetStep } from '#modules/quality/contract.ts'
import { type Verdict, no, unless, yes } from '#kernel/verdict.ts'

type Field = WorksheetStep['fields'][number]
type Absent = { absent: string }
const isAbsent = (answer: unknown): answer is Absent =>
  typeof answer === 'object' && answer !== null && 'absent' in answer

const fits: Readonly<Record<Field['type'], (answer: unknown, field: Field) => boolean>> = {
  text: (a) => typeof a === 'string' && a.trim() !== '',
  choice: (a, f) => typeof a === 'string' && (f.choices ?? []).some((c) => c.code === a),
  number: (a) =>
    (typeof a === 'number' && Number.isSafeInteger(a)) ||
    (typeof a === 'string' && /^-?\d+(\.\d+)?$/.test(a)),
  quantity: (a, f) =>
    typeof a === 'object' &&
    a !== null &&
    'value' in a &&
    'unit' in a &&
    (f.unit === undefined || a.unit === f.unit),
  'yes-no': (a) => typeof a === 'boolean',
  date: (a) => typeof a === 'string' && /^\d{4}-\d\d-\d\d$/.test(a),
  file: (a) => typeof a === 'string' && /^[0-9a-f]{64}$/.test(a),
}

export interface Observed {
  readonly id: string
  readonly item: string
  readonly step: string
  readonly field: string
  readonly corrects: string | null
}

/** An observation answers a field of the method, in the form that the field has; unknown and not applicable are answers. */
export function mayAnswerField(
  definition: WorksheetDefinition,
  step: string,
  field: string,
  answer: unknown,
): Verdict {
  const found = definition.steps.find((s) => s.key === step)?.fields.find((f) => f.key === field)
  if (!found) return no('results.no-such-field', { field: `${step}.${field}` })
  return unless(
    isAbsent(answer) || fits[found.type](answer, found),
    no('results.answer-does-not-fit', { field: found.en, type: found.type.replace('-', '') }),
  )
}

/** Each field of an exhibit is answered once; another answer corrects the first by name. */
export function mayObserve(
  definition: WorksheetDefinition,
  item: string,
  incoming: readonly { step: string; field: string; answer: unknown }[],
  standing: readonly Observed[],
): Verdict {
  const corrected = new Set(standing.map((o) => o.corrects))
  const taken = new Set(
    standing.filter((o) => o.item === item && !corrected.has(o.id)).map((o) => `${o.step}.${o.field}`),
  )
  for (const o of incoming) {
    const fit = mayAnswerField(definition, o.step, o.field, o.answer)
    if (!fit.ok) return fit
    const key = `${o.step}.${o.field}`
    if (taken.has(key))
      return no('results.observed-already', { field: key }, 'results.next-correct-observation')
    taken.add(key)
  }
  return yes
}

export const stepsOfTechnique = (d: WorksheetDefinition, technique: string): WorksheetStep[] =>
  d.steps.filter((s) => s.technique === technique)
export const weighingSteps = (d: WorksheetDefinition): WorksheetStep[] =>
  d.steps.filter((s) => s.kind === 'weighing')
/** The step that a run belongs to: the exhibit's own by its technique, a control by its kind. */
export const stepsOfRun = (
  d: WorksheetDefinition,
  run: { sampleKind: string; technique: string },
): WorksheetStep[] =>
  d.steps.filter((s) =>
    run.sampleKind === 'item'
      ? s.kind === 'run' && s.technique === run.technique
      : s.kind === 'control' && s.runs === run.sampleKind,
  )

/** What has been named for a step so far: kinds of instruments, materials of lots. */
export interface NamedThings {
  readonly equipment: readonly string[]
  readonly materials: readonly string[]
}
export function mayDoStep(step: WorksheetStep, named: NamedThings): Verdict {
  const equipment = step.equipment.find((kind) => !named.equipment.includes(kind))
  if (equipment)
    return no('results.equipment-not-named', { step: step.en, kind: equipment }, 'results.next-name-it')
  const material = step.materials.find((m) => !named.materials.includes(m))
  return unless(
    material === undefined,
    no('results.lot-not-named', { step: step.en, material: material ?? '' }, 'results.next-name-it'),
  )
}

/** What stands on a worksheet about one exhibit. */
export interface DoneSoFar {
  readonly observed: ReadonlySet<string>
  readonly tested: ReadonlySet<string>
  readonly runs: ReadonlySet<string>
  readonly weighed: boolean
  readonly sampled: boolean
}

/** Steps that the method asks for and that are not there; the analyst's conclusion is judged by itself. */
export function stepsMissing(definition: WorksheetDefinition, done: DoneSoFar): WorksheetStep[] {
  return definition.steps.filter((step) => {
    if (step.optional || step.kind === 'conclusion') return false
    const answered = step.fields.every((f) => !f.required || done.observed.has(`${step.key}.${f.key}`))
    const tested = step.technique === undefined || done.tested.has(step.technique)
    const ran = step.runs === undefined || done.runs.has(step.runs)
    if (step.kind === 'weighing') return !done.weighed
    if (step.kind === 'sampling') return !done.sampled
    return !answered || !tested || !ran
  })
}
