/** The door of quality: whoever uses a method, person, instrument, lot or room asks here, and the use is kept. */
import { dayOfInstant } from '#kernel/calendar.ts'
import type { Ref } from '#kernel/shapes.ts'
import { convert } from '#kernel/quantity.ts'
import { Refusal, type Verdict, notFound, yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Capacity } from './contract.ts'
import { type MethodVersion, findVersion, holdsRole, listAuthorised } from './store/door.ts'
import {
  type RelianceRow,
  type Thing,
  type Weighed,
  deviationsSince,
  listReliances,
  standingDeviations,
  weigh,
} from './store/reliance.ts'
import { getEquipment, getLot } from './store/standing.ts'

export type { Thing } from './store/reliance.ts'
export type { MethodVersion } from './store/door.ts'
export type { Technique, WorksheetDefinition, WorksheetStep } from './contract.ts'

const today = (cx: Cx): string => dayOfInstant(cx.now)

/**
 * Judges every thing and, where all may be relied on, writes what was relied on under the caller's operation.
 * The first no decides; the caller must `refuseUnless` it. A standing deviation that names the thing, for this subject, its case or
 * for all, sets aside an overdue calibration, an expiry, a superseded version or a reviewer's missing authorisation; never a withdrawn
 * lot, a failure, or work by somebody who is not authorised to do it.
 */
export async function relyOn(cx: Cx, subject: Ref, root: string, things: readonly Thing[]): Promise<Verdict> {
  const { verdict, weighed } = await judge(cx, things, [subject.split('/')[1] ?? '', root])
  if (!verdict.ok || weighed.length === 0) return verdict
  await cx.record({
    subject,
    root,
    rows: {
      'quality.reliance': weighed.map(({ thing, basis, deviation }) => ({
        id: cx.newId(),
        root,
        subject,
        kind: thing.kind,
        thing: thing.id,
        used_for: thing.for ?? null,
        basis,
        deviation,
      })),
    },
  })
  return verdict
}

/** The same judgement without writing: for greying a button, and before a name is put on a request. `about`: ids that a deviation may name. */
export async function mayRelyOn(
  cx: Cx,
  things: readonly Thing[],
  about: readonly string[] = [],
): Promise<Verdict> {
  return (await judge(cx, things, about)).verdict
}

async function judge(
  cx: Cx,
  things: readonly Thing[],
  about: readonly string[],
): Promise<{ verdict: Verdict; weighed: (Weighed & { deviation: string | null })[] }> {
  const weighed: (Weighed & { deviation: string | null })[] = []
  for (const thing of things) {
    const found = await weigh(cx, thing, today(cx))
    if (found.verdict.ok) {
      weighed.push({ ...found, deviation: null })
      continue
    }
    const lifting = found.liftable
      ? (await standingDeviations(cx, [thing.id], today(cx))).find(
          (d) =>
            d.things.includes(thing.id) &&
            (d.subjects.length === 0 || d.subjects.some((s) => about.includes(s))),
        )
      : undefined
    if (!lifting) return { verdict: found.verdict, weighed: [] }
    weighed.push({ ...found, verdict: yes, deviation: lifting.id })
  }
  return { verdict: yes, weighed }
}

/** The deviation that stands today for this thing and names one of these ids, if there is one. */
export async function deviationFor(
  cx: Cx,
  thing: string,
  about: readonly string[],
): Promise<string | undefined> {
  return (await standingDeviations(cx, [thing], today(cx))).find(
    (d) => d.things.includes(thing) && d.subjects.some((s) => about.includes(s)),
  )?.id
}

/** Any version, in force or not; 404 where there is none. */
export async function methodVersion(cx: Cx, id: string): Promise<MethodVersion> {
  const row = await findVersion(cx, id)
  if (!row) throw notFound()
  return row
}

/** What a method is called in the language of who reads. */
export const titleOf = (cx: Cx, method: Pick<MethodVersion, 'title' | 'titleEs'>): string =>
  cx.language === 'es' ? method.titleEs : method.title

/** People who hold an authorisation for the method on a day (today where none is given). */
export function authorisedFor(
  cx: Cx,
  methodCode: string,
  as: Capacity,
  on?: string,
): Promise<{ id: string; name: string; until: string | null }[]> {
  return listAuthorised(cx, methodCode, as, on ?? today(cx))
}

/**
 * Deviations that a report must state: those for its subjects (case, items, request, worksheets) that stood on some day since the
 * work was asked for, though they have ended, and those (`ids`) under which something was relied on.
 */
export async function deviationsFor(
  cx: Cx,
  subjects: readonly string[],
  more: { since?: string; ids?: readonly string[] } = {},
): Promise<DeviationFacts[]> {
  const rows = await deviationsSince(cx, subjects, more.since ?? cx.now, more.ids ?? [])
  return rows.map((d) => ({
    id: d.id,
    text: d.text,
    why: d.why,
    until: d.until_on,
    approvedBy: [
      { id: d.director ?? '', name: d.director_name ?? '' },
      { id: d.quality_manager ?? '', name: d.quality_manager_name ?? '' },
    ],
  }))
}
export interface DeviationFacts {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly until: string
  readonly approvedBy: readonly { readonly id: string; readonly name: string }[]
}

/** What some work relied on, each use by its name: for the report's annex and for disclosure. The caller has asked who may see it. */
export function relianceOf(cx: Cx, subjects: readonly Ref[]): Promise<RelianceRow[]> {
  return listReliances(cx, subjects)
}

/** An instrument with the uncertainty of its standing calibration (expanded, with its k). */
export async function equipmentOf(cx: Cx, id: string): Promise<EquipmentFacts> {
  const row = await getEquipment(cx, id)
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    dueOn: row.due_on,
    data: row.data,
    uncertainty:
      row.uncertainty === null
        ? null
        : { value: row.uncertainty, unit: row.uncertainty_unit ?? '', k: row.coverage ?? '2' },
  }
}
/** A lot by its number and material: what a step of a method asks for by name. */
export async function lotOf(
  cx: Cx,
  id: string,
): Promise<{ id: string; number: string; name: string; material: string }> {
  const { number, name, material } = await getLot(cx, id)
  return { id, number, name, material }
}

export interface EquipmentFacts {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly uncertainty: { value: string; unit: string; k: string } | null
  readonly dueOn: string | null
  readonly data: unknown
}

/** Standard uncertainty of an instrument in a unit of the same kind: U over k of the calibration that stands. Refused where none states one. */
export async function equipmentUncertainty(
  cx: Cx,
  id: string,
  unit: string,
): Promise<{ standardUncertainty: string; degreesOfFreedom?: number }> {
  const { code, name, uncertainty, data } = await equipmentOf(cx, id)
  if (!uncertainty)
    throw new Refusal('conflict', 'quality.no-uncertainty', {
      values: { code, name },
      next: 'quality.next-calibrate',
    })
  const U = convert({ value: uncertainty.value, unit: uncertainty.unit }, unit)
  const dof = (data as { degreesOfFreedom?: unknown }).degreesOfFreedom
  return {
    // Away from zero: never state less than was found.
    standardUncertainty: U.dividedBy(uncertainty.k).toDecimalPlaces(12, 0).toFixed(),
    ...(typeof dof === 'number' ? { degreesOfFreedom: dof } : {}),
  }
}

/** True for a person who reviews for us from outside: a limited account of another laboratory's authorised person. */
export const isOutsideReviewer = (cx: Cx, person: string): Promise<boolean> =>
  holdsRole(cx, person, 'outside-reviewer')
