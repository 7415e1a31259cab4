/**
 * What people of the simulation do when it is their turn: something that their day suggests, on something that lies before
 * them, and now and then something that they should not try. Who may and what is possible is for the house to say.
 */
import { demoPin } from '../../src/app/demo/counter.ts'
import { type Sheet, examine, methodFor, openAndWeigh } from '../../src/app/demo/bench.ts'
import type { Exhibit } from '../../src/app/demo/exhibits.ts'
import { cannabis, powder, tablets, utensil } from '../../src/app/demo/exhibits.ts'
import { one } from '../../src/app/demo/people.ts'
import type { Actor } from '../../src/platform/cx.ts'
import { sql } from '../../src/platform/sql.ts'
import type { Simulation } from './laboratory.ts'

type Doing = (sim: Simulation, who: string) => Promise<unknown>
interface Habit {
  readonly weight: number
  readonly do: Doing
}

const me = (sim: Simulation, who: string): Actor => one(sim.cast, who)
const anybody = ['counter', 'keeper', 'analyst', 'analyst2', 'reviewer', 'head', 'officer', 'quality']
const pickRow = async <Row>(sim: Simulation, rows: Promise<Row[]>): Promise<Row | undefined> => {
  const all = await rows
  return all.length === 0 ? undefined : sim.chance.pick(all)
}
const some = <T>(sim: Simulation, all: readonly T[], most: number): T[] => {
  const from = sim.chance.below(Math.max(1, all.length))
  return all.slice(from, from + sim.chance.between(1, most))
}

/** Mostly one's own, now and then somebody else's. */
const things = (
  sim: Simulation,
  holder: string | null,
): Promise<{ thing: string; root: string; number: string }[]> =>
  sim.rows(
    sql`select thing, root, number from evidence.thing_now where ${sim.chance.onceIn(15)} or holder = ${holder}::uuid order by thing limit 60`,
  )
const caseIds = (sim: Simulation): Promise<{ id: string }[]> =>
  sim.rows(sql`select id from cases.case order by id desc limit 40`)
const requests = (sim: Simulation, ...states: string[]) =>
  sim.rows<{ request: string; assignee: string | null; item: string; root: string }>(sql`
    select r.request, r.assignee, i.item, r.root from work.request_now r join work.request_item i on i.request = r.request
     where ${sim.chance.onceIn(20)} or r.state = any(${states}) order by r.request limit 60`)
const worksheets = (sim: Simulation, ...states: string[]) =>
  sim.rows<{ id: string; analyst: string; item: string }>(sql`
    select w.id, w.analyst, i.item from results.worksheet w join results.worksheet_now n on n.worksheet = w.id join work.request_item i on i.request = w.request
     where ${sim.chance.onceIn(20)} or n.state = any(${states}) order by w.id limit 60`)
const versions = (sim: Simulation, ...states: string[]) =>
  sim.rows<{ report: string; author: string; root: string }>(sql`
    select report, author, root from reports.version_now where ${sim.chance.onceIn(20)} or state = any(${states}) order by version limit 60`)

const receive: Doing = async (sim, who) => {
  const c = sim.chance
  const made = Array.from(
    { length: c.between(1, 3) },
    (): Exhibit =>
      c.pick([
        () => cannabis(c, 2, 60),
        () => powder(c, 'cocaine', 1, 30),
        () => tablets(c),
        () => utensil(c),
      ])(),
  )
  const officer = me(sim, c.pick(['officer', 'cib-dg']))
  const done = await sim.act<{ items: { id: string }[] }>(who, 'evidence.receive-submission', {
    submittedBy: { person: officer.id, unit: officer.unit },
    way: 'by-hand',
    newCase: {
      title: `Case ${sim.seal()}`,
      type: 'drugs',
      priority: c.between(1, 4),
      offences: [],
      parties: [{ role: 'suspect', name: `Nobody ${sim.seal()}`, age: c.between(12, 60) }],
      investigator: { person: officer.id, unit: officer.unit },
    },
    items: made.map((exhibit) => ({
      description: exhibit.description,
      type: exhibit.type,
      packaging: exhibit.packaging,
      count: exhibit.count,
      seals: [{ number: sim.seal(), type: 'numbered-tape', state: c.onceIn(12) ? 'damaged' : 'intact' }],
    })),
  })
  done.items.forEach((item, n) => sim.truth.set(item.id, made[n] as Exhibit))
}

const store: Doing = async (sim, who) => {
  const held = some(sim, await things(sim, me(sim, who).id), 4)
  const place = await pickRow(
    sim,
    sim.rows<{ id: string; witness: boolean }>(
      sql`select id, witness from evidence.location where kind in ('shelf', 'box', 'rack', 'safe') order by code limit 40`,
    ),
  )
  if (held.length === 0 || !place) return
  const witness = {
    person: me(sim, who === 'counter' ? 'keeper' : 'counter').id,
    pin: sim.chance.onceIn(25) ? '000000' : demoPin,
  }
  await sim.act(who, 'evidence.store-item', {
    things: held.map((t) => t.thing),
    place: place.id,
    ...(place.witness ? { witness } : {}),
  })
}
/** What a bench waits for, or anything. */
const retrieve: Doing = async (sim, who) => {
  const stored = some(
    sim,
    await sim.rows<{ thing: string }>(sql`
      select t.thing from evidence.thing_now t where t.holder_kind = 'place' and (${sim.chance.onceIn(4)} or exists (
        select 1 from work.request_item i join work.request_now r on r.request = i.request where i.item = t.thing and r.state in ('assigned', 'started'))) order by t.thing limit 60`),
    4,
  )
  if (stored.length === 0) return
  const witness = { person: me(sim, who === 'counter' ? 'keeper' : 'counter').id, pin: demoPin }
  await sim.act(who, 'evidence.retrieve-item', {
    things: stored.map((t) => t.thing),
    purpose: 'For examination',
    witness,
  })
}
const handOver: Doing = async (sim, who) => {
  const held = some(sim, await things(sim, me(sim, who).id), 5)
  if (held.length === 0) return
  const to = me(sim, sim.chance.pick(anybody))
  await sim.act(who, 'evidence.hand-over', {
    things: held.map((t) => t.thing),
    to: to.id,
    ...(sim.chance.onceIn(4) ? { coSigner: { person: to.id, pin: demoPin } } : {}),
  })
}
/** What was asked of somebody: the things of their requests go to them. */
const bringToBench: Doing = async (sim, who) => {
  const wanted = await pickRow(
    sim,
    sim.rows<{ thing: string; assignee: string }>(sql`
    select t.thing, r.assignee from work.request_now r join work.request_item i on i.request = r.request join evidence.thing_now t on t.thing = i.item
     where r.state in ('assigned', 'started') and t.holder = ${me(sim, who).id} and r.assignee is not null order by t.thing limit 40`),
  )
  if (wanted) await sim.act(who, 'evidence.hand-over', { things: [wanted.thing], to: wanted.assignee })
}
const answerOffer: Doing = async (sim, who) => {
  const self = me(sim, who).id
  const offer = await pickRow(
    sim,
    sim.rows<{ hand_over: string; to_person: string; from_person: string }>(sql`
    select distinct hand_over, to_person, from_person from evidence.hand_over_open where ${sim.chance.onceIn(12)} or to_person = ${self} or from_person = ${self} order by hand_over limit 40`),
  )
  if (!offer) return
  if (offer.from_person === self && sim.chance.onceIn(2))
    return sim.act(who, 'evidence.withdraw-hand-over', { handOver: offer.hand_over })
  if (sim.chance.onceIn(6))
    return sim.act(who, 'evidence.decline-hand-over', { handOver: offer.hand_over, why: 'differs' })
  return sim.act(who, 'evidence.accept-hand-over', { handOver: offer.hand_over })
}
const weigh: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (!item) return
  const grams = sim.truth.get(item.thing)?.sample?.grams ?? 10
  // Now and then more than there can be: shown, never swallowed.
  const net = (grams * (sim.chance.onceIn(20) ? 1.3 : 1)).toFixed(2)
  await sim.act(who, 'evidence.weigh-item', { item: item.thing, net, unit: 'g' })
}
const subsample: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (item)
    await sim.act(who, 'evidence.take-subsample', {
      item: item.thing,
      description: 'For a second test',
      amount: `0.${sim.chance.between(10, 99)}`,
      unit: 'g',
      how: 'spatula',
    })
}
const consume: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (!item) return
  const grams = sim.truth.get(item.thing)?.sample?.grams ?? 10
  // Now and then somebody writes down more than was ever there.
  const amount = (grams * (sim.chance.onceIn(3) ? 1.4 : sim.chance.below(40) / 100) + 0.01).toFixed(2)
  await sim.act(who, 'evidence.consume-item', {
    item: item.thing,
    why: 'Colour test',
    ...(sim.chance.onceIn(25) ? { whole: true } : { amount, unit: 'g' }),
  })
}
const seal: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (item)
    await sim.act(who, 'evidence.seal-item', { item: item.thing, number: sim.seal(), type: 'numbered-tape' })
}
const breakSeal: Doing = async (sim, who) => {
  const item = await pickRow(
    sim,
    sim.rows<{ thing: string; seals: string[] }>(
      sql`select thing, seals from evidence.thing_now where holder = ${me(sim, who).id} and seals <> '{}' order by thing limit 40`,
    ),
  )
  if (item)
    await sim.act(who, 'evidence.break-seal', { item: item.thing, number: item.seals[0], why: 'Examination' })
}
const packing: Doing = async (sim, who) => {
  const held = await things(sim, me(sim, who).id)
  const [container, ...rest] = some(sim, held, 4)
  if (!container || rest.length === 0) return
  await (sim.chance.onceIn(2)
    ? sim.act(who, 'evidence.pack-items', { things: rest.map((t) => t.thing), container: container.thing })
    : sim.act(who, 'evidence.unpack-items', { things: rest.map((t) => t.thing) }))
}
const mishap: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (!item) return
  const missing = await pickRow(
    sim,
    sim.rows<{ thing: string }>(
      sql`select thing from evidence.thing_now where state = 'missing' order by thing limit 20`,
    ),
  )
  if (missing && sim.chance.onceIn(2))
    return sim.act(who, 'evidence.report-found', { things: [missing.thing], where: 'Behind the scale' })
  return sim.chance.onceIn(3)
    ? sim.act(who, 'evidence.report-missing', { things: [item.thing], words: 'Not on its shelf' })
    : sim.act(who, 'evidence.note-discrepancy', {
        item: item.thing,
        kind: 'label',
        words: 'The label is wet',
      })
}
const travel: Doing = async (sim, who) => {
  const open = await pickRow(
    sim,
    sim.rows<{ id: string }>(
      sql`select c.id from evidence.consignment c where exists (select 1 from evidence.custody_event e join evidence.thing_now t on t.thing = e.thing and t.seq = e.seq where e.consignment = c.id and t.state = 'in-transit') order by c.id limit 20`,
    ),
  )
  if (open && sim.chance.onceIn(2))
    return sim.act(who, 'evidence.receive-consignment', { consignment: open.id })
  const held = some(sim, await things(sim, me(sim, who).id), 3)
  if (held.length > 0)
    await sim.act(who, 'evidence.dispatch-consignment', {
      things: held.map((t) => t.thing),
      carrier: 'Courier',
      toUnit: sim.world.units.get('EVM'),
      hours: 24,
    })
}
const correctCustody: Doing = async (sim, who) => {
  const event = await pickRow(
    sim,
    sim.rows<{ id: string; thing: string }>(
      sql`select id, thing from evidence.custody_event order by recorded_at desc, id limit 30`,
    ),
  )
  if (event)
    await sim.act(who, 'evidence.correct-custody-entry', {
      item: event.thing,
      event: event.id,
      words: 'The hour was misread',
    })
}
const leave: Doing = async (sim, who) => {
  const item = await pickRow(sim, things(sim, me(sim, who).id))
  if (!item) return
  await (sim.chance.onceIn(3)
    ? sim.act(who, 'evidence.void-item', { item: item.thing })
    : sim.act(who, 'evidence.return-item', {
        things: [item.thing],
        toName: 'Sgt Bood',
        authority: 'Standing order',
      }))
}

const ask: Doing = async (sim, who) => {
  const item = await pickRow(
    sim,
    sim.rows<{ thing: string; root: string }>(sql`
    select t.thing, t.root from evidence.thing_now t where not exists (select 1 from work.request_item i where i.item = t.thing) order by t.thing limit 40`),
  )
  if (item)
    await sim.act(who, 'work.request-examination', {
      case: item.root,
      items: [item.thing],
      unit: sim.world.units.get('CHEM'),
      discipline: 'drugs',
      question: 'identity-and-weight',
    })
}
const manage: Doing = async (sim, who) => {
  const choice = sim.chance.below(20)
  const wanted =
    choice < 8 ? ['asked'] : choice < 16 ? ['accepted'] : ['asked', 'accepted', 'assigned', 'started']
  const r = await pickRow(sim, requests(sim, ...wanted))
  if (!r) return
  const sample = sim.truth.get(r.item)?.sample ?? { substance: 'cannabis' as const, parcels: 1, grams: 1 }
  // Most answer the laboratory's own points; who forgets them is refused.
  const points = sim.world.laboratory.lists.find((l) => l.list === 'contract-review')?.codes ?? []
  const review = sim.chance.onceIn(6) ? [] : points.map((p) => p.code)
  if (choice < 8) return sim.act(who, 'work.accept-request', { request: r.request, review })
  if (choice < 16) {
    const analyst = sim.chance.pick(['analyst', 'analyst2', 'reviewer'])
    const other = analyst === 'reviewer' ? 'head' : 'reviewer'
    return sim.act(who, 'work.assign-request', {
      request: r.request,
      assignee: me(sim, analyst).id,
      reviewer: me(sim, sim.chance.onceIn(10) ? analyst : other).id,
      methodVersion: sim.world.ids.get(methodFor(sample)),
    })
  }
  if (choice < 17)
    return sim.act(who, 'work.decline-request', {
      request: r.request,
      code: 'insufficient',
      words: 'Too little',
    })
  if (choice < 18)
    return sim.act(who, 'work.withdraw-request', { request: r.request, words: 'No longer needed' })
  if (choice < 19)
    return sim.act(who, 'work.stop-clock', {
      request: r.request,
      code: 'awaiting-reference',
      words: 'Waiting',
    })
  return sim.act(who, 'work.restart-clock', { request: r.request })
}
const begin: Doing = async (sim, who) => {
  const mine = (await requests(sim, 'assigned')).filter((r) => r.assignee === me(sim, who).id)
  const r = mine.length > 0 ? sim.chance.pick(mine) : undefined
  if (!r) return
  await sim.act(who, 'work.start-work', { request: r.request })
  await sim.act(who, 'results.start-worksheet', { request: r.request })
}
/** A morning at the bench, act by act, while everybody else goes on. */
const bench: Doing = async (sim, who) => {
  const analyst = me(sim, who)
  const here = new Set((await things(sim, analyst.id)).map((t) => t.thing))
  const sheets = (await worksheets(sim, 'open', 'returned')).filter(
    (w) => w.analyst === analyst.id && (here.has(w.item) || sim.chance.onceIn(20)),
  )
  const sheet = sheets.length > 0 ? sim.chance.pick(sheets) : undefined
  const exhibit = sheet && sim.truth.get(sheet.item)
  const desk = sim.world.desks[0]
  if (!sheet || !exhibit || !desk) return
  const at: Sheet = {
    id: sheet.id,
    thing: { id: sheet.item, number: sim.seal(), exhibit },
    sample: exhibit.sample ?? { substance: 'cannabis', parcels: 1, grams: 1 },
    analyst,
    chance: sim.chance,
    seal: sim.seal,
  }
  await openAndWeigh(desk, sim.world, at)
  await examine(desk, sim.world, at)
}
const review: Doing = async (sim, who) => {
  const sheet = await pickRow(sim, worksheets(sim, 'concluded'))
  if (!sheet) return
  await (sim.chance.onceIn(8)
    ? sim.act(who, 'results.return-for-correction', {
        worksheet: sheet.id,
        findings: ['Weigh parcel 1 again'],
      })
    : sim.act(who, 'results.review-technically', { worksheet: sheet.id, findings: [] }))
}
const steps: Readonly<Record<string, readonly [operation: string, more: object]>> = {
  draft: ['reports.review-administratively', {}],
  reviewed: ['reports.sign-report', {}],
  signed: ['reports.issue-report', {}],
  issued: ['reports.amend-report', { changes: 'The date was misprinted' }],
}
/** The next step of a paper that waits, or, now and then, one that is out of turn. */
const report: Doing = async (sim, who) => {
  const choice = sim.chance.below(24)
  if (choice < 6) {
    const r = await pickRow(
      sim,
      sim.rows<{ request: string }>(sql`
        select w.request from results.worksheet w join results.worksheet_now n on n.worksheet = w.id
         where n.state = 'reviewed' and (${sim.chance.onceIn(8)} or w.analyst = ${me(sim, who).id})
           and (${sim.chance.onceIn(8)} or not exists (select 1 from reports.version_now v where v.request = w.request)) order by w.id limit 40`),
    )
    return r ? sim.act(who, 'reports.draft-report', { request: r.request }) : undefined
  }
  const state = choice < 11 ? 'draft' : choice < 16 ? 'reviewed' : choice < 21 ? 'signed' : 'issued'
  const v = await pickRow(sim, versions(sim, state))
  if (!v) return
  if (choice === 21)
    return sim.act(who, 'reports.deliver-report', {
      report: v.report,
      to: { person: me(sim, 'officer').id },
      way: 'electronic',
    })
  if (choice === 10)
    return sim.act(who, 'reports.return-report', { report: v.report, findings: ['The place is missing'] })
  const [operation, more] = steps[state] as readonly [string, object]
  return sim.act(who, operation, { report: v.report, ...more })
}
const caseWork: Doing = async (sim, who) => {
  const one = await pickRow(sim, caseIds(sim))
  if (!one) return
  const choice = sim.chance.below(8)
  if (choice < 3) return sim.act(who, 'cases.add-note', { case: one.id, text: `Note ${sim.seal()}` })
  if (choice < 5)
    return sim.act(who, 'cases.set-priority', { case: one.id, priority: sim.chance.between(1, 4) })
  if (choice < 6)
    return sim.act(who, 'cases.place-hold', { case: one.id, kind: 'legal', authority: 'Order of the court' })
  if (choice < 7) return sim.act(who, 'cases.close-case', { case: one.id })
  return sim.act(who, 'cases.reopen-case', { case: one.id })
}
const balance: Doing = async (sim, who) => {
  const equipment = sim.world.ids.get('BAL-03')
  await (sim.chance.onceIn(4)
    ? sim.act(who, 'quality.take-out-of-service', { equipment, why: 'Drifts' })
    : sim.act(who, 'quality.return-to-service', { equipment, why: 'Checked' }))
}

const counter: readonly Habit[] = [
  { weight: 10, do: receive },
  { weight: 10, do: store },
  { weight: 10, do: retrieve },
  { weight: 5, do: handOver },
  { weight: 16, do: bringToBench },
  { weight: 12, do: answerOffer },
  { weight: 3, do: weigh },
  { weight: 3, do: packing },
  { weight: 2, do: mishap },
  { weight: 2, do: travel },
  { weight: 1, do: correctCustody },
  { weight: 2, do: leave },
  { weight: 2, do: caseWork },
  { weight: 4, do: ask },
]
const analyst: readonly Habit[] = [
  { weight: 14, do: answerOffer },
  { weight: 10, do: begin },
  { weight: 16, do: bench },
  { weight: 9, do: weigh },
  { weight: 4, do: subsample },
  { weight: 9, do: consume },
  { weight: 4, do: seal },
  { weight: 7, do: breakSeal },
  { weight: 6, do: handOver },
  { weight: 12, do: report },
  { weight: 6, do: review },
]
export const people: Readonly<Record<string, readonly Habit[]>> = {
  counter,
  keeper: counter,
  analyst,
  analyst2: analyst,
  reviewer: [...analyst, { weight: 20, do: review }],
  head: [
    { weight: 30, do: manage },
    { weight: 12, do: review },
    { weight: 14, do: report },
    { weight: 4, do: answerOffer },
    { weight: 3, do: handOver },
    { weight: 2, do: caseWork },
  ],
  officer: [
    { weight: 10, do: ask },
    { weight: 3, do: caseWork },
    { weight: 4, do: answerOffer },
    { weight: 2, do: handOver },
    { weight: 2, do: weigh },
  ],
  quality: [
    { weight: 3, do: balance },
    { weight: 3, do: caseWork },
    { weight: 2, do: report },
    { weight: 2, do: answerOffer },
  ],
}
