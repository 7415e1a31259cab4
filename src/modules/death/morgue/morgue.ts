/** The morgue as its board shows it, in a handful of statements: units, who lies where, what fails, what must move. */
import { codesOf } from '#modules/catalogue/public.ts'
import { exact } from '#kernel/quantity.ts'
import { type Verdict, no, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { BodySeen, MorgueUnit, MovingPlanSeen } from './contract.ts'
import { type FreePlace, nextOf, planMoves } from './rules.ts'
import { daysHere } from '../call/days.ts'
import { ageOf } from '../call/lines.ts'
import {
  type BodyRow,
  type MorguePlace,
  type ReadingRow,
  bodiesHere,
  placesOfMorgue,
  readingsOf,
} from './store/bodies.ts'
import { morgueOf } from './store/bodies.ts'

export interface Rules {
  readonly limitDays: number
  /** Degrees Celsius above which a unit fails, by the code of the unit; none where it is not said. */
  readonly limits: Readonly<Record<string, string>>
}
const LIMIT_DAYS = 30
export function rulesOf(data: unknown): Rules {
  const said = (data ?? {}) as { days?: unknown; limits?: unknown; limit?: unknown }
  const limits = Array.isArray(said.limits) ? said.limits.map((line) => String(line).split(/:\s*/)) : []
  return {
    limitDays: typeof said.days === 'number' ? said.days : LIMIT_DAYS,
    limits: Object.fromEntries(
      limits.flatMap(([code, degrees]) => (code && degrees ? [[code, degrees]] : [])),
    ),
  }
}
export const morgueHolding = async <M extends { readonly code: string }>(
  cx: Cx,
  place: string,
  morgues: readonly M[],
): Promise<M | undefined> => {
  const found = await morgueOf(
    cx,
    place,
    morgues.map((m) => m.code),
  )
  return morgues.find((m) => m.code === found?.code)
}
/** A body lies in a morgue: anywhere else no board shows it and nobody counts it. */
export async function mustBeOfMorgue(
  cx: Cx,
  place: { readonly id: string; readonly name: string },
): Promise<Verdict> {
  const morgues = await codesOf(cx, 'morgue')
  return unless(
    morgues.length === 0 || (await morgueHolding(cx, place.id, morgues)) !== undefined,
    no('death.place-of-no-morgue', { place: place.name }, 'death.next-place-of-morgue'),
  )
}
/** The rules of the morgue in which a place lies; those that hold without one where it lies in none. */
export async function morgueRules(cx: Cx, place: string | null): Promise<Rules> {
  const morgues = await codesOf(cx, 'morgue')
  const found = place ? await morgueHolding(cx, place, morgues) : undefined
  return rulesOf((found ?? morgues[0])?.data)
}

export interface Morgue {
  readonly places: readonly MorguePlace[]
  readonly bodies: readonly BodyRow[]
  readonly readings: readonly ReadingRow[]
  readonly rules: Rules
}
export async function openMorgue(cx: Cx, code: string, data: unknown): Promise<Morgue> {
  const places = await placesOfMorgue(cx, code)
  return {
    places,
    bodies: await bodiesHere(cx),
    readings: await readingsOf(
      cx,
      places.map((p) => p.id),
    ),
    rules: rulesOf(data),
  }
}

export function bodySeen(cx: Cx, b: BodyRow, rules: Rules): BodySeen {
  const days = daysHere(cx, b.body_at)
  const over = b.body_at !== null && days > rules.limitDays
  return {
    death: b.death,
    number: b.number,
    name: b.minor ? null : b.name,
    sex: b.sex,
    age: ageOf(b),
    identity: b.identity,
    days,
    over,
    unclaimed: b.unclaimed,
    homicide: b.homicide,
    held: b.held,
    next: nextOf({
      unclaimed: b.unclaimed,
      over,
      identity: b.identity,
      examination: b.examination,
      cause: b.cause,
      papersOpen: b.papers_open,
    }),
  }
}

const unitsOf = (m: Morgue): MorguePlace[] => m.places.filter((p) => p.depth === 1)
const cellsOf = (m: Morgue, unit: MorguePlace): MorguePlace[] => {
  const inside = m.places.filter((p) => p.parent === unit.id)
  // Whoever was laid into the unit and into no place of it is shown there all the same.
  const loose = inside.length === 0 || m.bodies.some((b) => b.place === unit.id)
  return loose ? [unit, ...inside] : inside
}
/** A unit that has places of its own has room in them alone. */
const roomOf = (cell: MorguePlace, unit: MorguePlace, cells: readonly MorguePlace[]): number =>
  cell.capacity ?? (cell.id === unit.id && cells.length > 1 ? 0 : 1)
const failingNow = (m: Morgue, unit: MorguePlace): boolean => {
  const limit = m.rules.limits[unit.code]
  const last = m.readings.filter((r) => r.place === unit.id).at(-1)
  return limit !== undefined && last !== undefined && exact(last.celsius).gt(exact(limit))
}

export function unitsSeen(cx: Cx, m: Morgue, plan: MovingPlanSeen | null): MorgueUnit[] {
  return unitsOf(m).map((unit) => {
    const cells = cellsOf(m, unit)
    const own = m.readings.filter((r) => r.place === unit.id)
    const last = own.at(-1)
    return {
      id: unit.id,
      code: unit.code,
      name: unit.name,
      limit: m.rules.limits[unit.code] ?? null,
      celsius: last?.celsius ?? null,
      readAt: last?.at ?? null,
      readings: own.map((r) => ({ at: r.at, celsius: r.celsius })),
      failing: failingNow(m, unit),
      room: cells.reduce((sum, c) => sum + roomOf(c, unit, cells), 0),
      filled: m.bodies.filter((b) => cells.some((c) => c.id === b.place)).length,
      places: cells.map((c) => ({
        id: c.id,
        code: c.code,
        name: c.name,
        capacity: c.capacity,
        bodies: m.bodies.filter((b) => b.place === c.id).map((b) => bodySeen(cx, b, m.rules)),
        keptFor: plan?.moves.find((p) => p.to?.id === c.id)?.number ?? null,
      })),
    }
  })
}

/** Which bodies must go when this unit fails, in which order, and where to. */
export function planFor(cx: Cx, m: Morgue, unit: string): MovingPlanSeen {
  const failing = unitsOf(m).find((u) => u.id === unit)
  const cells = failing ? cellsOf(m, failing) : []
  const away = m.bodies.flatMap((b) => {
    const cell = cells.find((c) => c.id === b.place)
    return cell
      ? [
          {
            death: b.death,
            number: b.number,
            place: cell.id,
            code: cell.code,
            identity: b.identity,
            days: daysHere(cx, b.body_at),
          },
        ]
      : []
  })
  const free: FreePlace[] = unitsOf(m)
    .filter((u) => u.id !== unit && !failingNow(m, u) && m.rules.limits[u.code] !== undefined)
    .flatMap((u) =>
      cellsOf(m, u).map((c) => ({
        id: c.id,
        code: c.code,
        unit: u.name,
        room: Math.max(0, roomOf(c, u, cellsOf(m, u)) - c.things),
      })),
    )
  const moves = planMoves(away, free)
  return {
    unit,
    moves: moves.map(({ body, to, why }) => ({
      death: body.death,
      number: body.number,
      from: { id: body.place, code: body.code },
      to: to ? { id: to.id, code: to.code, unit: to.unit } : null,
      why: cx.say(`death.plan-${why}`),
    })),
    left: moves.filter((p) => p.to === null).length,
  }
}
export const firstFailing = (m: Morgue): string | null => unitsOf(m).find((u) => failingNow(m, u))?.id ?? null
