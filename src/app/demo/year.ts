/** The year of the demonstration, day by day: what happens outside, what comes in, what each desk does with it. */
import type { Actor } from '#platform/cx.ts'
import { type Chance, chanceOf } from './chance.ts'
import {
  type Happening,
  type Keeping,
  type Opened,
  bringBack,
  bringToBench,
  canBeHad,
  leaving,
  openKeeping,
  putAway,
  receive,
  sendBack,
} from './counter.ts'
import { at, dayOf, daysFrom, isWorkday, later } from './days.ts'
import { type Task, type World, together } from './desk.ts'
import { type Kind, kinds } from './incidents.ts'
import { namesOf } from './names.ts'
import { sayWhatHappened } from './observing.ts'
import { one } from './people.ts'
import { type Scene, placesOf } from './places.ts'
import { type Job, isOver, takeStep, workday } from './requests.ts'

export interface Year {
  readonly world: World
  readonly keeping: Keeping
  readonly jobs: Job[]
  readonly kept: Opened[]
  readonly happens: Omit<Happening, 'kind' | 'scene' | 'title' | 'at' | 'officer' | 'policeNumber' | 'chance'>
  readonly titles: Set<string>
  readonly places: (chance: Chance, onRoad?: boolean) => Scene
  readonly numbers: Map<string, number>
  /** What is known to happen on a day. */
  readonly coming: Map<string, Task[]>
}
export function plan(year: Year, day: string, task: Task): void {
  const known = year.coming.get(day)
  if (known) known.push(task)
  else year.coming.set(day, [task])
}

const PER_ANALYST = 5
const KEPT_DAYS = 45
/** Toxicology, firearms and serology took the system up last: their requests are those of the last weeks. */
const LATECOMERS_DAYS = 30

export function openYear(world: World): Year {
  let seals = 104_000
  return {
    world,
    keeping: openKeeping(world),
    jobs: [],
    kept: [],
    happens: {
      name: namesOf(new Set(world.cast.size > 0 ? ['Ana Lisbey'] : [])),
      seal: () => `A${(seals += 1)}`,
    },
    titles: new Set(),
    places: placesOf(world.laboratory),
    numbers: new Map(),
    coming: new Map(),
  }
}

/** The officer of the formation that answers there; where it has nobody, the nearest that has. */
export function officerFor(year: Year, formation: string, chance: Chance): Actor {
  if (formation === 'DG') return one(year.world.cast, chance.onceIn(2) ? 'officer' : 'cib-dg')
  return one(year.world.cast, `cib-${formation.toLowerCase()}`)
}
export function policeNumber(year: Year, formation: string, day: string): string {
  const key = `${formation}-${day.slice(2, 4)}`
  const next = (year.numbers.get(key) ?? 0) + 1
  year.numbers.set(key, next)
  return `${key}-${String(next).padStart(4, '0')}`
}

/** No two alike: the same thing at the same place happens once a year. */
function happeningOf(year: Year, kind: Kind, when: number, chance: Chance): Happening {
  for (;;) {
    const scene = year.places(chance, kind.onRoad)
    const title = `${kind.title}, ${scene.words}`
    if (year.titles.has(title)) continue
    year.titles.add(title)
    return {
      ...year.happens,
      kind,
      scene,
      title,
      at: when,
      chance,
      officer: officerFor(year, scene.formation, chance),
      policeNumber: policeNumber(year, scene.formation, dayOf(when)),
    }
  }
}

function jobOf(year: Year, opened: Opened, kind: Kind, day: string, chance: Chance): Job | undefined {
  const { asks } = kind
  const thing = opened.things[0]
  if (!asks || !thing || !chance.onceIn(asks.onceIn)) return undefined
  if (asks.discipline !== 'drugs' && day < later(dayOf(year.world.until), -LATECOMERS_DAYS)) return undefined
  return {
    opened,
    thing,
    discipline: asks.discipline,
    question: asks.question,
    chance,
    seal: year.happens.seal,
    priority: kind.priority === 1 ? 'urgent' : chance.onceIn(20) ? 'court' : undefined,
    ends: chance.onceIn(40) ? 'declined' : chance.onceIn(9) ? 'withdrawn' : undefined,
    next: 'ask',
    on: workday(day, chance.below(3)),
  }
}

/** Cases spread over the span, each with a chance of its own, so that the same seed tells the same year. */
function planReceptions(year: Year, from: number, cases: number): void {
  const { world } = year
  const span = world.until - from - 2 * 86_400_000
  const moments = Array.from({ length: cases }, (_, n) => from + Math.floor(((n + 0.5) / cases) * span))
  moments.forEach((moment, n) => {
    const chance = chanceOf(world.seed * 100_003 + n)
    const when = moment + chance.between(-9, 9) * 3_600_000
    const day = workday(dayOf(when), chance.between(1, 2))
    const keeper = Number(day.slice(8)) % 2 === 0 ? 'counter' : 'keeper'
    plan(year, day, {
      at: at(day, chance.between(490, 930)),
      do: async (desk) => {
        const kind = chance.weigh(kinds)
        const opened = await receive(desk, one(world.cast, keeper), happeningOf(year, kind, when, chance))
        keepThings(year, opened, keeper)
        await sayWhatHappened(desk, one(world.cast, keeper), opened, kind, chanceOf(world.seed * 31 + n))
        const job = jobOf(year, opened, kind, day, chance)
        if (job) year.jobs.push(job)
        else await charge(desk, opened, kind, chance)
      },
    })
  })
}
export function keepThings(year: Year, opened: Opened, keeper: 'counter' | 'keeper'): void {
  year.kept.push(opened)
  year.keeping.inHand[keeper].push(...opened.things.filter((thing) => !isInside(opened, thing.exhibit)))
  year.world.counts.cases += 1
  year.world.counts.items += opened.things.length
}
const isInside = (opened: Opened, exhibit: object): boolean =>
  opened.things.some((thing) => thing.exhibit.contents?.includes(exhibit as never))

const courts = [
  'Magistrates’ Court, Belize City',
  'Magistrates’ Court, Dangriga',
  'Magistrates’ Court, Orange Walk',
  'Magistrates’ Court, San Ignacio',
]
async function charge(
  desk: Parameters<Task['do']>[0],
  opened: Opened,
  kind: Kind,
  chance: Chance,
): Promise<void> {
  if (!kind.parties.some((part) => part.role === 'accused') || !chance.onceIn(3)) return
  desk.pass(15)
  await desk.act(opened.officer, 'cases.record-charge', {
    case: opened.id,
    on: opened.receivedOn,
    court: chance.pick(courts),
    text: `Charged: ${kind.offences.join(', ').replaceAll('-', ' ')}`,
  })
}

/** In the morning the counter brings to each analyst what the bench has room for, and takes back what is done. */
function morning(year: Year, day: string): Task[] {
  const { world, keeping } = year
  const analysts = new Set(year.jobs.flatMap((job) => (job.analyst ? [job.analyst] : [])))
  return [...analysts].flatMap((analyst, n) => {
    const own = year.jobs.filter((job) => job.analyst === analyst)
    const done = own.filter(
      (job) => ['deliver', 'confirm', 'done'].includes(job.next) && job.report && !job.back,
    )
    const atBench = own.filter((job) => ['start', 'weigh', 'examine'].includes(job.next)).length
    const ready = own.filter(
      (job) => job.next === 'bring' && job.next !== job.stop && job.on <= day && canBeHad(keeping, job.thing),
    )
    // Those that are told one by one find a place on a full bench.
    const waiting = [
      ...ready.filter((job) => job.pace),
      ...ready.filter((job) => !job.pace).slice(0, Math.max(0, PER_ANALYST - atBench)),
    ]
    return [
      ...(waiting.length === 0
        ? []
        : [
            {
              at: at(day, 495 + n * 7),
              do: async (desk: Parameters<Task['do']>[0]) => {
                await bringToBench(
                  desk,
                  world,
                  keeping,
                  waiting.map((job) => job.thing),
                  analyst,
                )
                for (const job of waiting) {
                  job.next = 'start'
                  job.on = workday(day, job.pace ?? job.chance.below(3))
                }
              },
            },
          ]),
      ...(done.length < 2
        ? []
        : [
            {
              at: at(day, 500 + n * 7),
              do: async (desk: Parameters<Task['do']>[0]) => {
                for (const job of done) job.back = true
                await bringBack(
                  desk,
                  world,
                  keeping,
                  done.map((job) => job.thing),
                  analyst,
                )
              },
            },
          ]),
    ]
  })
}

/** Once a month: cases with nothing open are closed, and where a room fills up the oldest things go back to the police. */
async function monthEnd(year: Year, day: string): Promise<void> {
  const { world, keeping } = year
  const wanted = new Set(
    year.jobs.filter((job) => !(job.next === 'done' && job.on <= day)).map((job) => job.opened),
  )
  const ready = year.kept.filter(
    (opened) => !wanted.has(opened) && opened.receivedOn < later(day, -KEPT_DAYS),
  )
  const things = leaving(
    keeping,
    ready.flatMap((opened) => [...opened.things]),
  )
  for (let n = 0; n < things.length; n += 90)
    await together(world, [
      { at: at(day, 600 + n / 6), do: (desk) => sendBack(desk, world, keeping, things.slice(n, n + 90)) },
    ])
  await together(
    world,
    ready
      .filter((_, n) => n % 5 !== 0)
      .map((opened, n) => ({
        at: at(day, 800 + (n % 180)),
        do: async (desk) => {
          await desk.act(one(world.cast, 'counter'), 'cases.close-case', { case: opened.id })
        },
      })),
  )
  for (const opened of ready) year.kept.splice(year.kept.indexOf(opened), 1)
}

export async function tellYear(
  year: Year,
  how: { from: number; cases: number; more: (year: Year) => void; onDay?: (day: string) => Promise<void> },
): Promise<void> {
  const { world } = year
  planReceptions(year, how.from, how.cases)
  how.more(year)
  let month = dayOf(how.from).slice(0, 7)
  for (const day of daysFrom(dayOf(how.from), dayOf(world.until))) {
    if (!isWorkday(day)) continue
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7)
      await monthEnd(year, day)
    }
    await together(world, morning(year, day))
    await together(world, [
      ...(year.coming.get(day) ?? []),
      ...year.jobs
        .filter((job) => job.on <= day && !isOver(job))
        .map((job) => ({
          at: at(day, 510 + job.chance.below(400)),
          do: (desk: Parameters<Task['do']>[0]) => takeStep(desk, world, job),
        })),
    ])
    await together(world, putAway(world, year.keeping, day, Math.min(14, Math.ceil(how.cases / 60))))
    await how.onDay?.(day)
  }
}
