/** How a case of the demonstration is told one by one: so many working days ago, at a known place, with what follows from it. */
import type { Actor } from '#platform/cx.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Happening, type Opened, type Thing, receive, takeOut } from './counter.ts'
import { at, dayOf, isWorkday, later } from './days.ts'
import type { Desk } from './desk.ts'
import type { Exhibit } from './exhibits.ts'
import { type Kind, kinds } from './incidents.ts'
import { one } from './people.ts'
import { drawBag, looks } from './photograph.ts'
import type { Scene } from './places.ts'
import type { Job, Step } from './requests.ts'
import { type Year, keepThings, plan, policeNumber } from './year.ts'

/** So many working days ago. */
export function ago(year: Year, workdays: number): string {
  let day = dayOf(year.world.until)
  for (let left = workdays; left > 0 || !isWorkday(day); ) {
    day = later(day, -1)
    if (isWorkday(day)) left -= 1
  }
  return day
}

export const scene = (words: string, settlement: string, district: string, formation: string): Scene => ({
  words,
  settlement,
  district,
  formation,
})
export const dangriga = (words: string): Scene => scene(`${words}, Dangriga`, 'dangriga', 'BZ-SC', 'DG')
export const kindOf = (title: string, type = 'drugs'): Kind => {
  const found = kinds.find((kind) => kind.title === title && kind.type === type)
  if (!found) throw new Error(`Defect: nothing of the kind ${title} happens`)
  return found
}
const clear = { type: 'tamper-bag', colour: 'clear', size: 'small', condition: 'intact' } as const
export const plant = (
  parcels: number,
  grams: number,
  words = `Dried plant material, ${parcels} parcels in a clear evidence bag`,
): Exhibit => ({
  description: words,
  type: 'plant-material',
  packaging: clear,
  sample: { substance: 'cannabis', parcels, grams, exact: true },
})

interface Told {
  readonly back: number
  readonly kind: Kind
  readonly where: Scene
  readonly officer?: string
  readonly title?: string
  readonly more?: Happening['more']
  readonly after?: (desk: Desk, opened: Opened, chance: Chance) => Promise<void> | void
}

export function tell(year: Year, n: number, told: Told): void {
  const day = ago(year, told.back)
  const chance = chanceOf(year.world.seed * 7 + n)
  const officer = one(year.world.cast, told.officer ?? 'officer')
  plan(year, day, {
    at: at(day, 560 + n * 6),
    do: async (desk) => {
      const opened = await receive(desk, one(year.world.cast, 'counter'), {
        ...year.happens,
        kind: told.kind,
        scene: told.where,
        title: told.title ?? `${told.kind.title}, ${told.where.words}`,
        at: at(later(day, -2), 860 + n),
        officer,
        policeNumber: policeNumber(year, told.where.formation, day),
        chance,
        ...(told.more ? { more: told.more } : {}),
      })
      keepThings(year, opened, 'counter')
      await photograph(desk, one(year.world.cast, 'counter'), opened.things[0])
      await told.after?.(desk, opened, chance)
    },
  })
}
async function photograph(desk: Desk, by: Actor, thing: Thing | undefined): Promise<void> {
  const colour = thing && looks[thing.exhibit.type]
  if (!thing || !colour) return
  const file = await desk.send(
    by,
    `${thing.number}.png`,
    drawBag({ parcels: thing.exhibit.sample?.parcels ?? 1, colour }),
  )
  await desk.act(by, 'evidence.photograph-item', {
    item: thing.id,
    file,
    shows: 'item',
    caption: 'As received, with scale',
  })
}

/** A request that is asked the day after, goes one step a day and stops where the demonstration needs it. */
export function follow(
  year: Year,
  opened: Opened,
  chance: Chance,
  how: {
    stop?: Step
    bench?: string
    priority?: Job['priority']
    twists?: Job['twists']
    question?: string
    discipline?: Job['discipline']
  },
): void {
  const thing = opened.things[0]
  if (!thing) return
  year.jobs.push({
    opened,
    thing,
    discipline: how.discipline ?? 'drugs',
    question: how.question ?? 'identity-and-weight',
    chance,
    seal: year.happens.seal,
    bench: how.bench ?? 'analyst',
    pace: 1,
    stop: how.stop,
    priority: how.priority,
    ...(how.twists ? { twists: how.twists } : {}),
    next: 'ask',
    on: opened.receivedOn,
  })
}

export function planAt(year: Year, back: number, minutes: number, act: (desk: Desk) => Promise<void>): void {
  const day = ago(year, back)
  plan(year, day, { at: at(day, minutes), do: act })
}

/** Later, when the counter has the things in hand again. */
export function planWith(
  year: Year,
  opened: Opened,
  when: { back: number; minutes: number; purpose: string },
  act: (desk: Desk, things: string[]) => Promise<void>,
): void {
  planAt(year, when.back, when.minutes, async (desk) => {
    await takeOut(desk, year.world, year.keeping, opened.things, when.purpose)
    desk.pass(5)
    await act(
      desk,
      opened.things.map((thing) => thing.id),
    )
  })
}
