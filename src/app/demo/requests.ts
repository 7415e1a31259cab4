/** The life of a request in the demonstration, one step on one day: asked, taken on, assigned, examined, reviewed, reported, delivered. */
import type { Actor } from '#platform/cx.ts'
import { type Sheet, examine, methodFor, openAndWeigh } from './bench.ts'
import type { Chance } from './chance.ts'
import type { Opened, Thing } from './counter.ts'
import { isWorkday, later } from './days.ts'
import { type Desk, type World, idOf } from './desk.ts'
import { one } from './people.ts'

export type Step =
  | 'ask'
  | 'accept'
  | 'assign'
  | 'bring'
  | 'start'
  | 'weigh'
  | 'examine'
  | 'review'
  | 'draft'
  | 'read'
  | 'sign'
  | 'issue'
  | 'deliver'
  | 'confirm'
  | 'decline'
  | 'withdraw'
  | 'done'

export interface Job {
  readonly opened: Opened
  readonly thing: Thing
  readonly discipline: 'drugs' | 'firearms' | 'toxicology' | 'biology'
  readonly question: string
  readonly chance: Chance
  readonly seal: () => string
  readonly priority?: 'urgent' | 'court' | undefined
  /** The life goes no further than before this step. */
  readonly stop?: Step | undefined
  /** Told instead of a step, or right after it; a case of its own. */
  readonly twists?: Partial<Record<Step, (desk: Desk, world: World, job: Job) => Promise<void>>>
  readonly ends?: 'declined' | 'withdrawn' | undefined
  /** Whose bench it goes to; else by chance. */
  readonly bench?: string
  /** So many days between two steps rather than chance. */
  readonly pace?: number
  next: Step
  on: string
  request?: string
  worksheet?: string
  report?: string
  delivery?: string
  /** The thing is back with the counter. */
  back?: boolean
  analyst?: Actor
}

const sections = {
  drugs: {
    unit: 'CHEM',
    head: 'head',
    analysts: ['analyst', 'analyst', 'analyst2', 'analyst2', 'reviewer'],
    reviewer: 'reviewer',
  },
  toxicology: { unit: 'TOX', head: 'tox-head', analysts: ['tox'], reviewer: 'tox-head' },
  firearms: { unit: 'FIRE', head: 'firearms-head', analysts: ['firearms'], reviewer: 'firearms-head' },
  biology: { unit: 'SER', head: 'serology-head', analysts: ['serology'], reviewer: 'serology-head' },
} as const
const otherMethods = { toxicology: 'TX-01', firearms: 'FA-01', biology: 'SE-01' } as const

/** The sections other than chemistry ask and assign here already; their results come with their own methods. */
const lastStep = (job: Job): Step => (job.discipline === 'drugs' ? 'done' : 'weigh')

const headOf = (world: World, job: Job): Actor => one(world.cast, sections[job.discipline].head)
/** Gilbert reviews; what he examined himself, the head reviews. */
const reviewerOf = (world: World, job: Job): Actor =>
  job.analyst === one(world.cast, sections[job.discipline].reviewer)
    ? headOf(world, job)
    : one(world.cast, sections[job.discipline].reviewer)
/** Another person than the one who reviewed the work: where the head did that, the director. */
const readerOf = (world: World, job: Job): Actor =>
  reviewerOf(world, job) === headOf(world, job) ? one(world.cast, 'director') : headOf(world, job)
const sheetOf = (job: Job): Sheet => ({
  id: job.worksheet as string,
  thing: job.thing,
  sample: job.thing.exhibit.sample ?? { substance: 'cannabis', parcels: 1, grams: 1 },
  analyst: job.analyst as Actor,
  chance: job.chance,
  seal: job.seal,
})

type Life = (desk: Desk, world: World, job: Job) => Promise<readonly [next: Step, from: number, to: number]>

const life: Record<Exclude<Step, 'bring' | 'done'>, Life> = {
  ask: async (desk, world, job) => {
    const { id } = await desk.act(
      job.chance.onceIn(3) ? job.opened.officer : one(world.cast, 'counter'),
      'work.request-examination',
      {
        case: job.opened.id,
        items: [job.thing.id],
        unit: world.units.get(sections[job.discipline].unit),
        discipline: job.discipline,
        question: job.question,
        priority: job.priority,
        dueOn: later(job.on, job.priority ? 21 : 28),
      },
    )
    job.request = id
    world.counts.requests += 1
    return [job.ends === 'declined' ? 'decline' : 'accept', 1, 3]
  },
  accept: async (desk, world, job) => {
    await desk.act(headOf(world, job), 'work.accept-request', {
      request: job.request,
      review: ['entitled', 'guideline', 'scope'],
    })
    if (job.ends === 'withdrawn') return ['withdraw', 2, 14]
    return ['assign', 1, job.discipline === 'drugs' ? 6 : 12]
  },
  decline: async (desk, world, job) => {
    await desk.act(headOf(world, job), 'work.decline-request', {
      request: job.request,
      code: 'insufficient',
      words: 'What is in the bag is used up by one test; nothing would be left for the defence.',
    })
    return ['done', 1, 1]
  },
  withdraw: async (desk, world, job) => {
    await desk.act(headOf(world, job), 'work.withdraw-request', {
      request: job.request,
      words: 'The accused pleaded guilty; the prosecution asks for no certificate.',
    })
    return ['done', 1, 1]
  },
  assign: async (desk, world, job) => {
    const section = sections[job.discipline]
    job.analyst = one(world.cast, job.bench ?? job.chance.pick(section.analysts))
    const method = job.discipline === 'drugs' ? methodFor(sheetOf(job).sample) : otherMethods[job.discipline]
    await desk.act(headOf(world, job), 'work.assign-request', {
      request: job.request,
      assignee: job.analyst.id,
      reviewer: reviewerOf(world, job).id,
      methodVersion: idOf(world, method),
    })
    return ['bring', 1, 2]
  },
  start: async (desk, _world, job) => {
    await desk.act(job.analyst as Actor, 'work.start-work', { request: job.request })
    desk.pass(3)
    job.worksheet = (
      await desk.act(job.analyst as Actor, 'results.start-worksheet', { request: job.request })
    ).id
    return ['weigh', 0, 3]
  },
  weigh: async (desk, world, job) => {
    await openAndWeigh(desk, world, sheetOf(job))
    return ['examine', 1, 5]
  },
  examine: async (desk, world, job) => {
    await examine(desk, world, sheetOf(job))
    return ['review', 1, 5]
  },
  review: async (desk, world, job) => {
    await desk.act(reviewerOf(world, job), 'results.review-technically', {
      worksheet: job.worksheet,
      findings: [],
    })
    return ['draft', 1, 3]
  },
  draft: async (desk, _world, job) => {
    job.report = (await desk.act(job.analyst as Actor, 'reports.draft-report', { request: job.request })).id
    return ['read', 1, 3]
  },
  read: async (desk, world, job) => {
    await desk.act(readerOf(world, job), 'reports.review-administratively', { report: job.report })
    return ['sign', 0, 2]
  },
  sign: async (desk, _world, job) => {
    await desk.act(job.analyst as Actor, 'reports.sign-report', { report: job.report })
    return ['issue', 0, 1]
  },
  issue: async (desk, world, job) => {
    await desk.act(headOf(world, job), 'reports.issue-report', { report: job.report })
    world.counts.reports += 1
    return ['deliver', 0, 3]
  },
  deliver: async (desk, world, job) => {
    const to = job.chance.onceIn(4) ? one(world.cast, 'prosecutor') : job.opened.officer
    const { delivery } = await desk.act<{ delivery: string }>(
      one(world.cast, 'counter'),
      'reports.deliver-report',
      {
        report: job.report,
        to: { person: to.id },
        way: 'electronic',
      },
    )
    job.delivery = delivery
    return to === job.opened.officer ? ['confirm', 0, 6] : ['done', 1, 1]
  },
  confirm: async (desk, _world, job) => {
    await desk.act(job.opened.officer, 'reports.acknowledge-report', { delivery: job.delivery })
    return ['done', 1, 1]
  },
}

export function workday(day: string, days: number): string {
  let next = later(day, days)
  while (!isWorkday(next)) next = later(next, 1)
  return next
}
export const isOver = (job: Job): boolean =>
  job.next === 'done' || job.next === job.stop || job.next === lastStep(job)
/** What a job does on its day; bringing is the counter's, many at once. */
export async function takeStep(desk: Desk, world: World, job: Job): Promise<void> {
  const step = job.next
  if (step === 'bring' || step === 'done') return
  const [next, from, to] = await life[step](desk, world, job)
  await job.twists?.[step]?.(desk, world, job)
  job.next = next
  job.on = workday(job.on, job.pace ?? Math.max(1, job.chance.between(from, to)))
}
