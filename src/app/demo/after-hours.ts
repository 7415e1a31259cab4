/** What comes when nobody is at the counter: announced with a telephone, left in a locker, taken in the next morning or still waiting. */
import type { Actor } from '#platform/cx.ts'
import { chanceOf } from './chance.ts'
import { at, later } from './days.ts'
import type { Desk, World } from './desk.ts'
import * as x from './exhibits.ts'
import { one } from './people.ts'
import { drawBag } from './photograph.ts'
import { dangriga, kindOf, planAt, planWith, tell } from './telling.ts'
import type { Year } from './year.ts'
import { workday } from './requests.ts'

const lockers = [
  { code: 'NIGHT-1', name: 'Night locker 1', temporary: 'photograph' },
  { code: 'NIGHT-2', name: 'Night locker 2', temporary: 'photograph' },
  { code: 'NIGHT-3', name: 'Night locker 3', temporary: 'nothing' },
  { code: 'NIGHT-4', name: 'Night locker 4', temporary: 'either' },
] as const
type Locker = (typeof lockers)[number]['code']
const HOURS_OF_A_LOCKER = 24

/** A technician comes back from the road in the evening; the counter finds it in the morning. */
export function planAfterHours(year: Year): void {
  const { world } = year
  const counter = one(world.cast, 'counter')
  const places = new Map<string, string>()
  planAt(year, 29, 505, async (desk) => {
    for (const [place, id] of await nameLockers(desk, world)) places.set(place, id)
  })
  tell(year, 46, {
    back: 9,
    kind: kindOf('Burglary', 'property'),
    where: dangriga('Oak Street market'),
    more: { exhibits: [x.print(chanceOf(46)), x.tool(chanceOf(47))] },
    after: (_desk, opened) => {
      const scenes = one(world.cast, 'scenes')
      planWith(year, opened, { back: 7, minutes: 590, purpose: 'For comparison' }, async (desk, things) => {
        const offer = await desk.act(counter, 'evidence.hand-over', {
          things,
          to: scenes.id,
          purpose: 'For comparison',
        })
        await desk.act(scenes, 'evidence.accept-hand-over', { handOver: offer.id })
      })
      const things = opened.things.map((thing) => thing.id)
      planAt(year, 6, 1_130, async (desk) => {
        await desk.act(scenes, 'evidence.leave-items', {
          place: places.get('NIGHT-3'),
          things,
          words: 'Back from Dangriga after the counter had closed',
        })
      })
      planAt(year, 5, 490, async (desk) => {
        const seals = await Promise.all(
          things.map((thing) =>
            desk.act<{ seals: { number: string; open: boolean }[] }>(counter, 'evidence.get-item', {
              id: thing,
            }),
          ),
        )
        await desk.act(counter, 'evidence.take-in-items', {
          things,
          sealsSeen: seals.flatMap((seen, n) =>
            seen.seals
              .filter((seal) => !seal.open)
              .map((seal) => ({ thing: things[n], number: seal.number, state: 'intact' })),
          ),
        })
        year.keeping.inHand.counter.push(...opened.things)
      })
    },
  })
}

async function nameLockers(desk: Desk, world: World): Promise<Map<string, string>> {
  const counter = one(world.cast, 'counter')
  const room = await desk.act(counter, 'evidence.define-location', {
    parent: world.ids.get('LDV'),
    code: 'NIGHT',
    name: 'Night entrance',
    kind: 'room',
    keeps: ['ambient'],
    position: 10,
  })
  const made = new Map<string, string>()
  for (const [n, locker] of lockers.entries()) {
    const { id } = await desk.act(counter, 'evidence.define-location', {
      ...locker,
      parent: room.id,
      kind: 'locker',
      hours: HOURS_OF_A_LOCKER,
      keeps: ['ambient'],
      position: n + 1,
    })
    made.set(locker.code, id)
  }
  return made
}

interface Coming {
  readonly who: string
  readonly words: string
  readonly type: string
  readonly title: string
  readonly offence: string
  readonly district: string
  readonly place: string
  /** Left in this locker so many hours ago; else it comes to the counter after so many days. */
  readonly left?: readonly [locker: Locker, hours: number]
  readonly days?: number
}
const coming: readonly Coming[] = [
  {
    who: 'cib-bmp',
    words: 'Dried plant material, 2 parcels in a clear evidence bag',
    type: 'plant-material',
    title: 'Cannabis, bus terminal, Belmopan',
    offence: 'possession-of-drugs',
    district: 'BZ-CY',
    place: 'Bus terminal, Belmopan',
    left: ['NIGHT-1', 5],
  },
  {
    who: 'cib-sp',
    words: 'White powder, 1 parcel in clear plastic',
    type: 'powder',
    title: 'Cocaine, Coconut Drive, San Pedro',
    offence: 'possession-of-drugs',
    district: 'BZ-BZ',
    place: 'Coconut Drive, San Pedro',
    left: ['NIGHT-4', 31],
  },
  {
    who: 'officer',
    words: 'Mobile telephone, black, screen broken',
    type: 'phone',
    title: 'Robbery, Commerce Street, Dangriga',
    offence: 'robbery',
    district: 'BZ-SC',
    place: 'Commerce Street, Dangriga',
    days: 1,
  },
  {
    who: 'cib-ow',
    words: 'Dried plant material, 6 parcels in brown paper',
    type: 'plant-material',
    title: 'Cannabis, San Antonio Road, Orange Walk',
    offence: 'possession-of-drugs',
    district: 'BZ-OW',
    place: 'San Antonio Road, Orange Walk',
    days: 2,
  },
]

/** What was announced and is not at the counter yet; who brings it has booked a time, or has left it in a locker. */
export async function announce(desk: World['desks'][number], world: World): Promise<void> {
  const counter = one(world.cast, 'counter')
  const { items: places } = await desk.act<{ items: { id: string; code: string }[] }>(
    counter,
    'evidence.temporary-places',
    {},
  )
  for (const [n, told] of coming.toSorted((a, b) => (b.left?.[1] ?? 2) - (a.left?.[1] ?? 2)).entries()) {
    const by = one(world.cast, told.who)
    desk.set(world.until - (told.left?.[1] ?? 2) * 3_600_000)
    const day = told.days ? workday(new Date(world.until).toISOString().slice(0, 10), told.days) : undefined
    const { id } = await desk.act(by, 'evidence.submit-prelog', asAnnounced(desk, world, told, day))
    if (told.left) await leave(desk, by, { told, submission: id, places })
    else if (day)
      await desk.act(by, 'portal.book-appointment', {
        counter: world.units.get('EVM'),
        at: new Date(at(day, 540 + n * 30)).toISOString(),
        submission: id,
      })
  }
  desk.set(world.until)
}

async function leave(
  desk: Desk,
  by: Actor,
  at: { told: Coming; submission: string; places: readonly { id: string; code: string }[] },
): Promise<void> {
  desk.pass(6)
  const photograph = await desk.send(by, 'locker.png', drawBag({ parcels: 2, colour: [92, 108, 52] }))
  await desk.act(by, 'evidence.leave-items', {
    place: at.places.find((place) => place.code === at.told.left?.[0])?.id,
    announced: at.submission,
    photograph,
    words: 'Nobody at the counter; left as announced',
  })
}

function asAnnounced(desk: Desk, world: World, told: Coming, day: string | undefined): object {
  const taken = new Date(desk.now() - 7 * 3_600_000).toISOString()
  const by = one(world.cast, told.who)
  return {
    to: world.units.get('EVM'),
    title: told.title,
    offences: [told.offence],
    numbers: [],
    incident: { on: later(taken.slice(0, 10), 0) },
    place: { district: told.district, text: told.place },
    seizure: { at: taken, place: told.place, byPerson: by.id, byName: by.name },
    items: [
      {
        id: desk.newId(),
        description: told.words,
        type: told.type,
        packaging: { type: 'tamper-bag', colour: 'clear', size: 'small', condition: 'intact' },
        seals: [{ number: `B${20_400 + told.place.length * 7}`, type: 'tamper-bag' }],
        takenAt: taken,
        takenPlace: told.place,
      },
    ],
    broughtBy: by.name,
    ...(day ? { comesOn: day } : {}),
    way: 'by-hand',
  }
}
