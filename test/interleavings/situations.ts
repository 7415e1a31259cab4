/** Situations in which two people can be at one thing at the same moment, and everything that either could do then. */
import { examine, openAndWeigh } from '../../src/app/demo/bench.ts'
import { demoPin } from '../../src/app/demo/counter.ts'
import type { Exhibit } from '../../src/app/demo/exhibits.ts'
import { one } from '../../src/app/demo/people.ts'
import { sql } from '../../src/platform/sql.ts'
import type { Simulation } from '../simulation/laboratory.ts'

/** What the acts are about; each kind of situation fills what it needs. */
export type At = Readonly<Record<string, string>>
export type Move = (sim: Simulation, at: At) => Promise<unknown>
export interface Situation {
  readonly name: string
  make(sim: Simulation): Promise<At>
  readonly moves: Readonly<Record<string, Move>>
  /** How it stands afterwards, in words that are the same for twins. */
  standing(sim: Simulation, at: At): Promise<unknown>
}

const id = (sim: Simulation, who: string): string => one(sim.cast, who).id
const powder: Exhibit = {
  description: 'White powder, 1 parcel in foil',
  type: 'powder',
  packaging: { type: 'tamper-bag', colour: 'clear', size: 'small' },
  sample: { substance: 'cocaine', parcels: 1, grams: 10 },
}

async function received(sim: Simulation): Promise<{ case: string; item: string; seal: string }> {
  const seal = sim.seal()
  const officer = one(sim.cast, 'officer')
  const done = await sim.act<{ case: { id: string }; items: { id: string }[] }>(
    'counter',
    'evidence.receive-submission',
    {
      submittedBy: { person: officer.id, unit: officer.unit },
      way: 'by-hand',
      newCase: {
        title: `Case ${sim.seal()}`,
        type: 'drugs',
        investigator: { person: officer.id, unit: officer.unit },
      },
      items: [
        {
          description: powder.description,
          type: powder.type,
          packaging: powder.packaging,
          seals: [{ number: seal, type: 'numbered-tape', state: 'intact' }],
        },
      ],
    },
  )
  const item = done.items[0]?.id as string
  sim.truth.set(item, powder)
  return { case: done.case.id, item, seal }
}
/** Accepts with every point of the laboratory's own list answered: a request whose review is open is not taken on. */
const accept = (sim: Simulation, who: string, at: At): Promise<unknown> =>
  sim.act(who, 'work.accept-request', {
    request: at.request,
    review: sim.world.laboratory.lists.find((l) => l.list === 'contract-review')?.codes.map((c) => c.code),
  })
async function handTo(sim: Simulation, from: string, to: string, item: string): Promise<void> {
  await sim.act(from, 'evidence.hand-over', {
    things: [item],
    to: id(sim, to),
    coSigner: { person: id(sim, to), pin: demoPin },
  })
}
const names = sql`(select username from identity.account a where a.person = n.holder)`

async function thingStanding(sim: Simulation, item: string): Promise<unknown> {
  const [now] = await sim.rows<object>(sql`
    select n.state, n.holder_kind, coalesce(${names}, n.holder_name) as holder, n.seq, n.packed_in is not null as packed, array_length(n.seals, 1) as seals,
           (select count(*)::int from evidence.hand_over_open o where o.thing = n.thing) as offers,
           (select array_agg(a.answer order by a.answer) from evidence.hand_over_answer a where a.thing = n.thing) as answers,
           (select array_agg(w.net::text order by w.seq) from evidence.weighing w where w.thing = n.thing) as weights,
           (select sum(c.amount)::text from evidence.consumption c where c.thing = n.thing) as consumed,
           (select sum(s.amount)::text from evidence.subsample s where s.source = n.thing) as taken
      from evidence.thing_now n where n.thing = ${item}`)
  return now
}

const offered: Situation = {
  name: 'an open bag of ten grams that the counter has offered to an analyst',
  async make(sim) {
    const at = await received(sim)
    await sim.act('counter', 'evidence.break-seal', { item: at.item, number: at.seal, why: 'Examination' })
    await sim.act('counter', 'evidence.weigh-item', { item: at.item, net: '10.00', unit: 'g' })
    const { id: handOver } = await sim.act('counter', 'evidence.hand-over', {
      things: [at.item],
      to: id(sim, 'analyst'),
    })
    return { ...at, handOver }
  },
  moves: {
    accepts: (sim, at) => sim.act('analyst', 'evidence.accept-hand-over', { handOver: at.handOver }),
    declines: (sim, at) =>
      sim.act('analyst', 'evidence.decline-hand-over', { handOver: at.handOver, why: 'differs' }),
    withdraws: (sim, at) => sim.act('counter', 'evidence.withdraw-hand-over', { handOver: at.handOver }),
    'another accepts': (sim, at) =>
      sim.act('analyst2', 'evidence.accept-hand-over', { handOver: at.handOver }),
    'offers elsewhere': (sim, at) =>
      sim.act('counter', 'evidence.hand-over', { things: [at.item], to: id(sim, 'keeper') }),
    stores: (sim, at) =>
      sim.act('counter', 'evidence.store-item', {
        things: [at.item],
        place: shelf(sim),
        witness: { person: id(sim, 'keeper'), pin: demoPin },
      }),
    weighs: (sim, at) => sim.act('counter', 'evidence.weigh-item', { item: at.item, net: '9.99', unit: 'g' }),
    seals: (sim, at) =>
      sim.act('counter', 'evidence.seal-item', { item: at.item, number: sim.seal(), type: 'numbered-tape' }),
    'reports missing': (sim, at) =>
      sim.act('counter', 'evidence.report-missing', { things: [at.item], words: 'Gone' }),
    sends: (sim, at) =>
      sim.act('counter', 'evidence.dispatch-consignment', {
        things: [at.item],
        carrier: 'Courier',
        toUnit: sim.world.units.get('EVM'),
      }),
    'asks for examination': (sim, at) =>
      sim.act('counter', 'work.request-examination', {
        case: at.case,
        items: [at.item],
        unit: sim.world.units.get('CHEM'),
        discipline: 'drugs',
        question: 'identity-and-weight',
      }),
    closes: (sim, at) => sim.act('counter', 'cases.close-case', { case: at.case }),
    voids: (sim, at) => sim.act('counter', 'evidence.void-item', { item: at.item }),
  },
  standing: (sim, at) => thingStanding(sim, at.item as string),
}
const shelf = (sim: Simulation): string =>
  sim.world.ids.get('DRUG-A1') ??
  ([...sim.world.ids.entries()].find(([code]) => code.startsWith('DRUG'))?.[1] as string)

const inHand: Situation = {
  name: 'an open bag of ten grams in the hands of an analyst',
  async make(sim) {
    const at = await received(sim)
    await handTo(sim, 'counter', 'analyst', at.item)
    await sim.act('analyst', 'evidence.break-seal', { item: at.item, number: at.seal, why: 'Examination' })
    await sim.act('analyst', 'evidence.weigh-item', { item: at.item, net: '10.00', unit: 'g' })
    return at
  },
  moves: {
    'takes six grams': (sim, at) =>
      sim.act('analyst', 'evidence.take-subsample', {
        item: at.item,
        description: 'Half',
        amount: '6.00',
        unit: 'g',
      }),
    'consumes six grams': (sim, at) =>
      sim.act('analyst', 'evidence.consume-item', { item: at.item, amount: '6.00', unit: 'g', why: 'Test' }),
    'consumes all': (sim, at) =>
      sim.act('analyst', 'evidence.consume-item', { item: at.item, whole: true, why: 'Test' }),
    'hands to keeper': (sim, at) =>
      sim.act('analyst', 'evidence.hand-over', {
        things: [at.item],
        to: id(sim, 'keeper'),
        coSigner: { person: id(sim, 'keeper'), pin: demoPin },
      }),
    'hands to counter': (sim, at) =>
      sim.act('analyst', 'evidence.hand-over', {
        things: [at.item],
        to: id(sim, 'counter'),
        coSigner: { person: id(sim, 'counter'), pin: demoPin },
      }),
    offers: (sim, at) =>
      sim.act('analyst', 'evidence.hand-over', { things: [at.item], to: id(sim, 'keeper') }),
    seals: (sim, at) =>
      sim.act('analyst', 'evidence.seal-item', { item: at.item, number: sim.seal(), type: 'numbered-tape' }),
    'flags a danger': (sim, at) =>
      sim.act('counter', 'evidence.flag-hazard', { item: at.item, hazard: 'sharps' }),
  },
  standing: (sim, at) => thingStanding(sim, at.item as string),
}

const onShelf: Situation = {
  name: 'a sealed bag on its shelf',
  async make(sim) {
    const at = await received(sim)
    await sim.act('counter', 'evidence.store-item', {
      things: [at.item],
      place: shelf(sim),
      witness: { person: id(sim, 'keeper'), pin: demoPin },
    })
    return at
  },
  moves: {
    'counter fetches': (sim, at) =>
      sim.act('counter', 'evidence.retrieve-item', {
        things: [at.item],
        witness: { person: id(sim, 'keeper'), pin: demoPin },
      }),
    'keeper fetches': (sim, at) =>
      sim.act('keeper', 'evidence.retrieve-item', {
        things: [at.item],
        witness: { person: id(sim, 'counter'), pin: demoPin },
      }),
    'reported missing': (sim, at) =>
      sim.act('keeper', 'evidence.report-missing', { things: [at.item], words: 'Not there' }),
    voids: (sim, at) => sim.act('counter', 'evidence.void-item', { item: at.item }),
    describes: (sim, at) =>
      sim.act('counter', 'evidence.correct-description', { item: at.item, description: 'White powder' }),
  },
  standing: (sim, at) => thingStanding(sim, at.item as string),
}

const asked: Situation = {
  name: 'a request that nobody has answered',
  async make(sim) {
    const at = await received(sim)
    const { id: request } = await sim.act('officer', 'work.request-examination', {
      case: at.case,
      items: [at.item],
      unit: sim.world.units.get('CHEM'),
      discipline: 'drugs',
      question: 'identity-and-weight',
    })
    return { ...at, request }
  },
  moves: {
    accepts: (sim, at) => accept(sim, 'head', at),
    'director accepts': (sim, at) => accept(sim, 'director', at),
    declines: (sim, at) =>
      sim.act('head', 'work.decline-request', {
        request: at.request,
        code: 'insufficient',
        words: 'Too little',
      }),
    withdraws: (sim, at) =>
      sim.act('officer', 'work.withdraw-request', { request: at.request, words: 'No longer needed' }),
    hurries: (sim, at) => sim.act('head', 'work.set-priority', { request: at.request, priority: 'urgent' }),
    'stops the clock': (sim, at) =>
      sim.act('head', 'work.stop-clock', {
        request: at.request,
        code: 'awaiting-reference',
        words: 'Waiting',
      }),
    'closes the case': (sim, at) => sim.act('counter', 'cases.close-case', { case: at.case }),
  },
  standing: requestStanding,
}
async function requestStanding(sim: Simulation, at: At): Promise<unknown> {
  const [row] = await sim.rows<object>(sql`
    select n.state, n.waiting, n.priority, n.seq, (select username from identity.account a where a.person = n.assignee) as assignee,
           (select array_agg(s.kind order by s.kind) from work.step s where s.request = n.request) as steps, (select c.state from cases.standing c where c.root = n.root) as case_state
      from work.request_now n where n.request = ${at.request}`)
  return row
}

const accepted: Situation = {
  name: 'an accepted request',
  async make(sim) {
    const at = await asked.make(sim)
    await accept(sim, 'head', at)
    return at
  },
  moves: {
    ...Object.fromEntries(
      ['analyst', 'analyst2'].map((who): [string, Move] => [
        `assigned to ${who}`,
        (sim, at) =>
          sim.act('head', 'work.assign-request', {
            request: at.request,
            assignee: id(sim, who),
            reviewer: id(sim, 'reviewer'),
            methodVersion: sim.world.ids.get('AC-07'),
          }),
      ]),
    ),
    withdraws: (sim, at) =>
      sim.act('officer', 'work.withdraw-request', { request: at.request, words: 'No longer needed' }),
    declines: (sim, at) =>
      sim.act('head', 'work.decline-request', {
        request: at.request,
        code: 'insufficient',
        words: 'Too little',
      }),
  },
  standing: requestStanding,
}

async function concludedSheet(sim: Simulation): Promise<At> {
  const at = await accepted.make(sim)
  await sim.act('head', 'work.assign-request', {
    request: at.request,
    assignee: id(sim, 'analyst'),
    reviewer: id(sim, 'reviewer'),
    methodVersion: sim.world.ids.get('AC-07'),
  })
  await handTo(sim, 'counter', 'analyst', at.item as string)
  await sim.act('analyst', 'work.start-work', { request: at.request })
  const { id: worksheet } = await sim.act('analyst', 'results.start-worksheet', { request: at.request })
  const desk = sim.world.desks[0]
  const sheet = {
    id: worksheet,
    thing: { id: at.item as string, number: sim.seal(), exhibit: powder },
    sample: powder.sample as NonNullable<Exhibit['sample']>,
    analyst: one(sim.cast, 'analyst'),
    chance: sim.chance,
    seal: sim.seal,
  }
  await openAndWeigh(desk as NonNullable<typeof desk>, sim.world, sheet)
  await examine(desk as NonNullable<typeof desk>, sim.world, sheet)
  return { ...at, worksheet }
}
const concluded: Situation = {
  name: 'a concluded worksheet',
  make: concludedSheet,
  moves: {
    'reviewer passes': (sim, at) =>
      sim.act('reviewer', 'results.review-technically', { worksheet: at.worksheet, findings: [] }),
    'head passes': (sim, at) =>
      sim.act('head', 'results.review-technically', { worksheet: at.worksheet, findings: [] }),
    'reviewer returns': (sim, at) =>
      sim.act('reviewer', 'results.return-for-correction', {
        worksheet: at.worksheet,
        findings: ['Weigh again'],
      }),
    'analyst concludes anew': (sim, at) =>
      sim.act('analyst', 'results.record-conclusion', {
        worksheet: at.worksheet,
        item: at.item,
        kind: 'identity',
        substance: 'cocaine',
      }),
    withdrawn: (sim, at) =>
      sim.act('officer', 'work.withdraw-request', { request: at.request, words: 'No longer needed' }),
  },
  async standing(sim, at) {
    const [row] = await sim.rows<object>(sql`
      select n.state, (select array_agg(r.outcome order by r.outcome) from results.review r where r.worksheet = n.worksheet) as reviews,
             (select count(*)::int from results.conclusion c where c.worksheet = n.worksheet) as conclusions, (select q.state from work.request_now q where q.request = n.request) as request
        from results.worksheet_now n where n.worksheet = ${at.worksheet}`)
    return row
  },
}

async function signedReport(sim: Simulation): Promise<At> {
  const at = await concludedSheet(sim)
  await sim.act('reviewer', 'results.review-technically', { worksheet: at.worksheet, findings: [] })
  const { id: report } = await sim.act('analyst', 'reports.draft-report', { request: at.request })
  await sim.act('head', 'reports.review-administratively', { report })
  return { ...at, report }
}
async function reportStanding(sim: Simulation, at: At): Promise<unknown> {
  return sim.rows<object>(sql`
    select n.place, n.state, n.seq, (select count(*)::int from reports.signature g where g.version = n.version) as files, (select q.state from work.request_now q where q.request = n.request) as request
      from reports.version_now n where n.report = ${at.report} or n.request = ${at.request} order by n.place, n.version`)
}
const reviewed: Situation = {
  name: 'a report that was read and not yet signed',
  make: signedReport,
  moves: {
    signs: (sim, at) => sim.act('analyst', 'reports.sign-report', { report: at.report }),
    returns: (sim, at) =>
      sim.act('head', 'reports.return-report', { report: at.report, findings: ['The place is missing'] }),
    'drafts another': (sim, at) => sim.act('analyst', 'reports.draft-report', { request: at.request }),
    'withdraws the request': (sim, at) =>
      sim.act('officer', 'work.withdraw-request', { request: at.request, words: 'No longer needed' }),
  },
  standing: reportStanding,
}
const issued: Situation = {
  name: 'an issued certificate',
  async make(sim) {
    const at = await signedReport(sim)
    await sim.act('analyst', 'reports.sign-report', { report: at.report })
    await sim.act('head', 'reports.issue-report', { report: at.report })
    return at
  },
  moves: {
    'is amended': (sim, at) =>
      sim.act('analyst', 'reports.amend-report', { report: at.report, changes: 'Date' }),
    'is withdrawn': (sim, at) =>
      sim.act('head', 'reports.withdraw-report', { report: at.report, words: 'Wrong item' }),
    'is issued again': (sim, at) => sim.act('head', 'reports.issue-report', { report: at.report }),
    'is delivered': (sim, at) =>
      sim.act('counter', 'reports.deliver-report', {
        report: at.report,
        to: { person: id(sim, 'officer') },
        way: 'electronic',
      }),
  },
  standing: reportStanding,
}

export const situations: readonly Situation[] = [
  offered,
  inHand,
  onShelf,
  asked,
  accepted,
  concluded,
  reviewed,
  issued,
]
