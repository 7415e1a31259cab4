/** What the observatory of the demonstration knows: what happened to each victim, a figure frozen, a table published, a count of the press. */
import type { Actor, Ground } from '#platform/cx.ts'
import { keepAllUp } from '../reactions.ts'
import type { Chance } from './chance.ts'
import type { Opened } from './counter.ts'
import { later } from './days.ts'
import type { Desk } from './desk.ts'
import type { Kind } from './incidents.ts'
import { modules } from '../modules.ts'

type Coding = Readonly<Record<string, string>>
const disputes = ['interpersonal', 'gang', 'interpersonal', 'gang', 'other-crime'] as const
const strangers = ['stranger', 'acquaintance', 'acquaintance', 'stranger', 'unknown'] as const
const shot = (c: Chance): Coding => ({
  means: 'firearm',
  firearm: c.onceIn(4) ? 'shotgun' : 'handgun',
  relationship: c.pick(strangers),
  context: c.pick(disputes),
  domestic: 'no',
})
const cut = (c: Chance): Coding => ({
  means: 'sharp',
  relationship: c.pick(strangers),
  context: c.pick(disputes),
  domestic: c.onceIn(5) ? 'yes' : 'no',
})
const crashed = (c: Chance): Coding => ({
  means: 'vehicle',
  relationship: 'not-applicable',
  context: 'not-applicable',
  domestic: 'not-applicable',
  roadRole: c.pick(['driver', 'passenger', 'motorcyclist', 'cyclist', 'pedestrian']),
})
const codings: Readonly<Record<string, (c: Chance) => Coding>> = {
  'Fatal shooting': shot,
  Shooting: shot,
  'Fatal stabbing': cut,
  Wounding: cut,
  'Armed robbery': (c) => ({
    means: c.onceIn(3) ? 'sharp' : 'firearm',
    relationship: 'stranger',
    context: 'other-crime',
    motive: 'robbery',
    domestic: 'no',
  }),
  'Domestic violence': (c) => ({
    means: 'hands',
    relationship: c.pick(['partner', 'partner', 'relative']),
    context: 'family',
    domestic: 'yes',
  }),
  'Fatal collision': crashed,
}

/** Four of five victims are said of within days; the rest wait for somebody. */
export async function sayWhatHappened(
  desk: Desk,
  by: Actor,
  opened: Opened,
  kind: Kind,
  chance: Chance,
): Promise<void> {
  const coding = codings[kind.title]
  if (!coding || chance.onceIn(5)) return
  desk.pass(5)
  for (const victim of opened.victims)
    await desk.act(by, 'observatory.code-victim', { case: opened.id, victim, ...coding(chance) })
}

/** After the year: the sums follow, and what an observatory does in a quiet hour is done. */
export async function observe(
  ground: Ground,
  desk: Desk,
  people: { director: Actor; observer: Actor },
  year: string,
): Promise<void> {
  await keepAllUp(
    ground,
    modules.flatMap((m) => m.followers ?? []),
  )
  await desk.act(people.director, 'observatory.freeze-figure', { indicator: 'homicide-rate', year })
  const release = await desk.act(people.observer, 'observatory.prepare-release', {
    title: 'Victims of violence by district and sex',
    titleEs: 'Víctimas de violencia por distrito y sexo',
    question: {
      dataset: 'victims',
      rows: 'district',
      columns: 'sex',
      where: { section: ['01', '02'], year: [year] },
    },
  })
  await desk.act(people.director, 'observatory.approve-release', {
    release: release.id,
    legalBasis: 'Agreement between the service and the observatory, 2026 (made up)',
  })
  await desk.act(people.director, 'observatory.publish-release', { release: release.id })
  await desk.act(people.observer, 'observatory.prepare-release', {
    title: 'Deaths on the road by month',
    titleEs: 'Muertes en la carretera por mes',
    question: { dataset: 'victims', rows: 'month', where: { offence: ['road-death'], year: [year] } },
  })
  await desk.act(people.observer, 'observatory.record-external-count', {
    indicator: 'homicide',
    source: 'Police, major crimes (made up)',
    year,
    value: 19,
  })
}

/** Money of a donor, told by the donor's own quarters: one report has left, the next waits for a second person. */
export async function spendGrant(
  desk: Desk,
  people: { director: Actor; observer: Actor },
  today: string,
): Promise<void> {
  const year = Number(today.slice(0, 4))
  const begins = today.slice(5, 7) < '04' ? year - 1 : year
  const { observer, director } = people
  const grant = await desk.act(director, 'observatory.record-grant', {
    donor: 'Fund for safe communities (made up)',
    agreement: 'FSC/BZ/014',
    title: 'Faster answers to courts',
    from: `${begins - 1}-04-01`,
    until: `${begins + 2}-03-31`,
    currency: 'USD',
    per: 'quarter',
    yearBegins: 4,
    lines: [
      { code: 'reference', name: 'Reference material', amount: '42000' },
      { code: 'training', name: 'Training of analysts', amount: '65000' },
      { code: 'scanning', name: 'Scanning of old casefiles', amount: '38500' },
    ],
    indicators: [
      {
        indicator: 'requests-answered',
        baselineYear: String(begins - 1),
        baseline: '310',
        target: '600',
        targetYear: String(begins + 1),
      },
      {
        indicator: 'turnaround',
        baselineYear: String(begins - 1),
        baseline: '48',
        target: '21',
        targetYear: String(begins + 1),
      },
    ],
  })
  for (const [line, amount, back, words] of [
    ['reference', '11850.40', -170, 'Standards of fentanyl and nitazenes'],
    ['training', '18200', -120, 'Two analysts, twelve weeks'],
    ['scanning', '9120.75', -40, 'Two scanners and their table'],
  ] as const)
    await desk.act(observer, 'observatory.record-spending', {
      grant: grant.id,
      line,
      amount,
      on: later(today, back),
      words,
    })
  const report = await desk.act(observer, 'observatory.report-grant', {
    grant: grant.id,
    from: `${begins}-04-01`,
    until: `${begins}-06-30`,
    words: 'Reference material is in use; certificates of fentanyl no longer wait for a standard.',
  })
  await desk.act(director, 'observatory.approve-grant-report', { report: report.id })
  await desk.act(observer, 'observatory.report-grant', {
    grant: grant.id,
    from: `${begins}-07-01`,
    until: `${begins}-09-30`,
    words: 'Two analysts came back from training; the scanners stand since the first week of October.',
  })
}
