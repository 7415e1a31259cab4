/** The counter of the demonstration: cases come in, things go to their shelves, to the bench and back, and leave for the police. */
import type { Actor } from '#platform/cx.ts'
import type { Chance } from './chance.ts'
import { at, clockOf, dayOf } from './days.ts'
import { type Desk, type Task, type World, idOf } from './desk.ts'
import type { Exhibit } from './exhibits.ts'
import type { Kind } from './incidents.ts'
import type { Named } from './names.ts'
import { one } from './people.ts'
import type { Scene } from './places.ts'

export const demoPin = '246810'
export type Keeper = 'counter' | 'keeper'
type Room = 'DRUG' | 'FIRE' | 'GUN' | 'COLD' | 'MAIN'

export interface Thing {
  readonly id: string
  readonly number: string
  readonly exhibit: Exhibit
}
export interface Opened {
  readonly id: string
  readonly number: string
  readonly things: readonly Thing[]
  readonly officer: Actor
  readonly receivedOn: string
  readonly victims: readonly string[]
}
export interface Happening {
  readonly kind: Kind
  readonly scene: Scene
  readonly title: string
  /** When it happened, and when the officer stood at the counter. */
  readonly at: number
  readonly officer: Actor
  readonly policeNumber: string
  readonly chance: Chance
  readonly name: (chance: Chance, sex?: 'male' | 'female') => Named
  readonly seal: () => string
  /** What differs from the ordinary, for cases that are told one by one. */
  readonly more?: {
    readonly summary?: string
    readonly exhibits?: readonly Exhibit[]
    /** Minutes between the officer's putting down and our taking up. */
    readonly gap?: number
    readonly sensitivity?: 'restricted'
    readonly words?: string
  }
}

const partiesOf = (
  { chance: c, kind, name }: Happening,
  newId: () => string,
): { id: string; role: string }[] =>
  kind.parties.map((part) => {
    const who = name(c, part.sex)
    return {
      id: newId(),
      role: part.role,
      ...(part.unknown
        ? {}
        : {
            name: who.name,
            otherNames: who.otherNames.length > 0 ? who.otherNames : undefined,
            sex: who.sex,
          }),
      age: part.unknown ? undefined : c.between(...part.age),
    }
  })

export async function receive(desk: Desk, by: Actor, h: Happening): Promise<Opened> {
  const { chance: c, kind } = h
  const day = dayOf(h.at)
  const taken = h.at + c.between(8, 40) * 60_000
  const exhibits = h.more?.exhibits ?? kind.exhibits(c)
  const parties = partiesOf(h, desk.newId)
  const person = { person: h.officer.id, unit: h.officer.unit }
  const gaveAt = new Date(desk.now() - (h.more?.gap ?? 2) * 60_000).toISOString()
  const item = (exhibit: Exhibit): object => ({
    description: exhibit.description,
    type: exhibit.type,
    kind: exhibit.contents ? 'kit' : 'item',
    packaging: exhibit.packaging,
    count: exhibit.count,
    hazards: exhibit.hazards,
    discrepancies: exhibit.discrepancies,
    seals: [
      {
        number: h.seal(),
        type: exhibit.packaging.type === 'tamper-bag' ? 'tamper-bag' : 'numbered-tape',
        state: 'intact',
      },
    ],
    takenAt: new Date(taken).toISOString(),
    takenPlace: h.scene.words,
    contents: exhibit.contents?.map(item),
  })
  const done = await desk.act<{
    case: { id: string; number: string }
    items: { id: string; number: string }[]
  }>(by, 'evidence.receive-submission', {
    submittedBy: person,
    way: c.onceIn(5) ? 'police-transport' : 'by-hand',
    words: h.more?.words,
    newCase: {
      title: h.title,
      summary: h.more?.summary,
      type: kind.type,
      sensitivity: h.more?.sensitivity,
      priority: kind.priority,
      aliases: [{ kind: 'police', text: h.policeNumber }],
      offences: kind.offences.map((code) => ({ code })),
      parties,
      place: {
        district: h.scene.district,
        settlement: h.scene.settlement,
        highway: h.scene.highway,
        mile: h.scene.mile,
        text: h.scene.words,
      },
      incident: { on: day, time: clockOf(Math.floor((h.at - at(day, 0)) / 60_000)) },
      investigator: person,
    },
    before: [{ person: h.officer.id, tookAt: new Date(taken).toISOString(), gaveAt }],
    items: exhibits.map(item),
  })
  const flat = exhibits.flatMap((exhibit) => [exhibit, ...(exhibit.contents ?? [])])
  return {
    ...done.case,
    officer: h.officer,
    receivedOn: dayOf(desk.now()),
    victims: parties.filter((p) => ['victim', 'complainant', 'deceased'].includes(p.role)).map((p) => p.id),
    things: done.items.map((thing, i) => ({ ...thing, exhibit: flat[i] as Exhibit })),
  }
}

/** What stands where, as the demonstration remembers it. */
export interface Keeping {
  readonly inHand: Record<Keeper, Thing[]>
  /** The shelf on which a thing stands, by the thing. */
  readonly shelf: Map<string, string>
  readonly free: Map<string, number>
  readonly capacity: ReadonlyMap<string, number>
}
export function openKeeping(world: World): Keeping {
  const places = (world.laboratory.stores ?? []) as { code: string; kind: string; capacity?: number }[]
  const capacity = new Map(
    places.filter((place) => place.kind === 'shelf').map((place) => [place.code, place.capacity ?? 40]),
  )
  return { inHand: { counter: [], keeper: [] }, shelf: new Map(), free: new Map(capacity), capacity }
}
const inRoom = (counts: ReadonlyMap<string, number>, room: Room): number =>
  [...counts].reduce((sum, [code, n]) => (code.startsWith(`${room}-`) ? sum + n : sum), 0)

/** A room more than half full gives its oldest things back until a third is left. */
export function leaving(keeping: Keeping, oldestFirst: readonly Thing[]): Thing[] {
  return (['DRUG', 'FIRE', 'COLD', 'MAIN'] as const).flatMap((room) => {
    const all = inRoom(keeping.capacity, room)
    const used = all - inRoom(keeping.free, room)
    return used * 2 < all
      ? []
      : oldestFirst
          .filter((thing) => keeping.shelf.get(thing.id)?.startsWith(`${room}-`))
          .slice(0, Math.ceil(used - all / 3))
  })
}
/** Nobody has shown them safe when they come in: they wait in a place of their own, and an examiner stands by when it is opened. */
const guns = /pistol|revolver|rifle|shotgun|firearm/
const rooms: readonly (readonly [Room, RegExp])[] = [
  ['DRUG', /plant-material|powder|crystal|tablet|edible|currency/],
  ['GUN', guns],
  ['FIRE', /ammunition|magazine/],
  ['COLD', /blood|urine|swab|kit|tissue|bone|vitreous|stomach/],
]
const roomOf = (thing: Thing): Room =>
  rooms.find(([, types]) => types.test(thing.exhibit.type))?.[0] ?? 'MAIN'
const witnessOf = (world: World, keeper: Keeper, room?: Room): { person: string; pin: string } => ({
  person: one(world.cast, room === 'GUN' ? 'firearms' : keeper === 'counter' ? 'keeper' : 'counter').id,
  pin: demoPin,
})

/** At the end of the day what lies on the counter goes to its shelf; the vault is opened when it is worth it. */
export function putAway(world: World, keeping: Keeping, day: string, atLeast: number): Task[] {
  const tasks: Task[] = []
  for (const keeper of ['counter', 'keeper'] as const) {
    for (const room of ['DRUG', 'FIRE', 'GUN', 'COLD', 'MAIN'] as const) {
      const things = keeping.inHand[keeper].filter((thing) => roomOf(thing) === room)
      const shelf = [...keeping.free].find(
        ([code, free]) => code.startsWith(`${room}-`) && free >= things.length,
      )
      const when = at(day, 990 + tasks.length)
      if (
        things.length < (room === 'DRUG' ? atLeast : Math.ceil(atLeast / 2)) ||
        !shelf ||
        when > world.until
      )
        continue
      keeping.free.set(shelf[0], shelf[1] - things.length)
      keeping.inHand[keeper] = keeping.inHand[keeper].filter((thing) => !things.includes(thing))
      for (const thing of things) keeping.shelf.set(thing.id, shelf[0])
      tasks.push({
        at: when,
        do: async (desk) => {
          await desk.act(one(world.cast, keeper), 'evidence.store-item', {
            things: things.map((thing) => thing.id),
            place: idOf(world, shelf[0]),
            ...(room === 'COLD' || room === 'MAIN' ? {} : { witness: witnessOf(world, keeper, room) }),
          })
        },
      })
    }
  }
  return tasks
}

/** Takes things from their shelves into the keeper's own hands; what is there already stays there. */
export async function takeOut(
  desk: Desk,
  world: World,
  keeping: Keeping,
  things: readonly Thing[],
  purpose: string,
): Promise<void> {
  const shelved = things.filter((thing) => keeping.shelf.has(thing.id))
  if (shelved.length > 0)
    await desk.act(one(world.cast, 'counter'), 'evidence.retrieve-item', {
      things: shelved.map((thing) => thing.id),
      purpose,
      witness: witnessOf(
        world,
        'counter',
        shelved.some((thing) => roomOf(thing) === 'GUN') ? 'GUN' : undefined,
      ),
    })
  for (const thing of shelved) {
    const code = keeping.shelf.get(thing.id) ?? ''
    keeping.free.set(code, (keeping.free.get(code) ?? 0) + 1)
    keeping.shelf.delete(thing.id)
  }
  keeping.inHand.counter = keeping.inHand.counter.filter((thing) => !things.includes(thing))
}
/** A thing that the other keeper still has on the counter is not to be had yet. */
export const canBeHad = (keeping: Keeping, thing: Thing): boolean =>
  keeping.shelf.has(thing.id) || keeping.inHand.counter.includes(thing)

export async function bringToBench(
  desk: Desk,
  world: World,
  keeping: Keeping,
  things: readonly Thing[],
  to: Actor,
): Promise<void> {
  await takeOut(desk, world, keeping, things, 'For examination')
  desk.pass(9)
  const offer = await desk.act(one(world.cast, 'counter'), 'evidence.hand-over', {
    things: things.map((thing) => thing.id),
    to: to.id,
    purpose: 'For examination',
  })
  desk.pass(4)
  await desk.act(to, 'evidence.accept-hand-over', { handOver: offer.id })
}
export async function bringBack(
  desk: Desk,
  world: World,
  keeping: Keeping,
  things: readonly Thing[],
  from: Actor,
): Promise<void> {
  const offer = await desk.act(from, 'evidence.hand-over', {
    things: things.map((thing) => thing.id),
    to: one(world.cast, 'counter').id,
    purpose: 'For storage',
  })
  desk.pass(6)
  await desk.act(one(world.cast, 'counter'), 'evidence.accept-hand-over', { handOver: offer.id })
  keeping.inHand.counter.push(...things)
}

/** Once a month the National Exhibit Room fetches what the laboratory has no more need of. */
export async function sendBack(
  desk: Desk,
  world: World,
  keeping: Keeping,
  things: readonly Thing[],
): Promise<void> {
  // A gun that no examiner has shown safe stays in the house.
  const ready = things.filter((thing) => canBeHad(keeping, thing) && !guns.test(thing.exhibit.type))
  if (ready.length === 0) return
  await takeOut(desk, world, keeping, ready, 'Return to the police')
  desk.pass(20)
  await desk.act(one(world.cast, 'counter'), 'evidence.return-item', {
    things: ready.map((thing) => thing.id),
    toName: 'Sgt Wendell Bood',
    toPerson: one(world.cast, 'exhibits').id,
    document: 'Exhibit register of the National Exhibit Room',
    authority: 'Standing order: exhibits go back when no examination is open',
  })
}
