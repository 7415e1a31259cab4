/**
 * What must be true of a laboratory on the evening of any day, asked of the records themselves and without the rules that
 * wrote them. Each answers what is wrong, in words; an empty list is a good day.
 */
import { isDeepStrictEqual } from 'node:util'
import { verifyInstallation } from '../../src/ledger/verify.ts'
import { sql } from '../../src/platform/sql.ts'
import { Decimal } from 'decimal.js'
import type { Simulation } from './laboratory.ts'
import { Refusal } from '../../src/kernel/verdict.ts'

type Invariant = (sim: Simulation, before: Evening | undefined) => Promise<string[]>
export interface Evening {
  readonly counts: ReadonlyMap<string, number>
  readonly entries: number
  readonly root: string
}

/** Every thing stands once, where its last change of hands left it; each change begins where the one before ended. */
const oneHolder: Invariant = async (sim) => [
  ...(
    await sim.rows<{ number: string }>(sql`
      select t.number from evidence.thing t left join evidence.thing_now n on n.thing = t.id
        left join lateral (select to_kind, to_id, seq from evidence.custody_event e where e.thing = t.id order by seq desc limit 1) e on true
       where n.thing is null or (n.holder_kind, n.holder, n.seq) is distinct from (e.to_kind, e.to_id, e.seq)`)
  ).map(({ number }) => `${number} has not exactly one holder`),
  ...(
    await sim.rows<{ number: string; seq: number }>(sql`
      select t.number, e.seq from (select *, lag(to_id) over w as last_to, lag(to_kind) over w as last_kind, row_number() over w as place from evidence.custody_event window w as (partition by thing order by seq)) e
        join evidence.thing t on t.id = e.thing
       where e.seq <> e.place or (e.place > 1 and e.last_kind is not null and (e.from_kind, e.from_id) is distinct from (e.last_kind, e.last_to))`)
  ).map(({ number, seq }) => `${number}: change of hands ${seq} does not begin where the one before ended`),
  ...(
    await sim.rows<{ number: string }>(sql`
      select t.number from evidence.custody_event e join evidence.thing t on t.id = e.thing where e.seq > 1 and e.from_kind = 'place' and e.to_kind = 'place'`)
  ).map(({ number }) => `${number} went from place to place without a person`),
]

/** A person accepts only what was offered to them, and an offer is answered once. */
const offersAnsweredOnce: Invariant = async (sim) =>
  (
    await sim.rows<{ hand_over: string }>(sql`
      select a.hand_over from evidence.hand_over_answer a join evidence.hand_over h on h.id = a.hand_over
       group by a.hand_over, a.thing having count(*) > 1
      union all select a.hand_over from evidence.hand_over_answer a join evidence.hand_over h on h.id = a.hand_over
       where a.answer = 'accepted' and a.recorded_by not in (h.to_person, h.from_person)`)
  ).map(({ hand_over }) => `offer ${hand_over} was answered twice, or by somebody else`)

const gram: Readonly<Record<string, string>> = { g: '1', mg: '0.001', kg: '1000', µg: '0.000001' }

/** Nothing is taken that is not there; what weighs more than it can stands as a finding. */
const quantitiesNeverGrow: Invariant = async (sim) => {
  const events = await sim.rows<{
    thing: string
    what: string
    amount: string
    unit: string
    tolerance: string | null
  }>(sql`
    select thing, what, amount, unit, tolerance from (
      select w.thing, 'weighed' as what, w.net as amount, w.unit, w.tolerance, e.no, w.seq as step from evidence.weighing w join ledger.entry e on e.id = w.entry
      union all select s.source, 'taken', s.amount, s.unit, null, e.no, 0 from evidence.subsample s join ledger.entry e on e.id = s.entry where s.amount is not null
      union all select c.thing, 'consumed', c.amount, c.unit, null, e.no, 0 from evidence.consumption c join ledger.entry e on e.id = c.entry where c.amount is not null) x order by thing, no, step`)
  const wrong: string[] = []
  const left = new Map<string, { grams: Decimal; tolerance: Decimal }>()
  const grew = new Set<string>()
  for (const { thing, what, amount, unit, tolerance } of events) {
    const grams = new Decimal(amount).times(gram[unit] ?? '1')
    const known = left.get(thing)
    if (what === 'weighed') {
      const t = new Decimal(tolerance ?? '0').times(gram[unit] ?? '1')
      if (known && grams.minus(known.grams).gt(Decimal.max(t, known.tolerance))) grew.add(thing)
      left.set(thing, { grams, tolerance: t })
    } else if (known) {
      known.grams = known.grams.minus(grams)
      if (known.grams.lt(known.tolerance.neg())) wrong.push(`${thing}: more was ${what} than was there`)
    }
  }
  for (const thing of grew) {
    const seen = (await sim.act<{ findings: { kind: string }[] }>('counter', 'evidence.get-item', {
      id: thing,
    })) as {
      findings?: unknown[]
    }
    if (!seen.findings?.length) wrong.push(`${thing} grew and nothing says so`)
  }
  return wrong
}

const nobodyReviewsTheirOwn: Invariant = async (sim) =>
  (
    await sim.rows<{ what: string }>(sql`
      select 'worksheet ' || w.number || ' was reviewed by its analyst' as what from results.review r join results.worksheet w on w.id = r.worksheet where r.recorded_by = w.analyst
      union all select 'conclusion ' || c.id || ' was verified by who concluded it' from results.verification v join results.conclusion c on c.id = v.conclusion where v.recorded_by = c.recorded_by
      union all select 'report version ' || s.version || ' was reviewed by its author' from reports.step s join reports.version_now n on n.version = s.version where s.state = 'reviewed' and s.recorded_by = n.author
      union all select 'report version ' || n.version || ' is issued without a review, a signature or a file' from reports.version_now n
        where n.state in ('issued', 'superseded') and not (exists (select 1 from reports.step s where s.version = n.version and s.state = 'reviewed')
          and exists (select 1 from reports.step s where s.version = n.version and s.state = 'signed') and exists (select 1 from reports.signature g where g.version = n.version))
      union all select 'report version ' || i.version || ' reports a result that nobody reviewed' from reports.inclusion i join results.conclusion c on c.id = i.conclusion
        join reports.version_now n on n.version = i.version where n.state = 'issued' and not exists (select 1 from results.review r where r.worksheet = c.worksheet and r.outcome = 'passed')`)
  ).map((r) => r.what)

/** Two live answers to one question about one thing cannot both be true. */
const oneLiveReport: Invariant = async (sim) =>
  (
    await sim.rows<{ number: string }>(sql`
      select n.request::text as number from reports.version_now n where n.state = 'issued' group by n.request having count(*) > 1`)
  ).map(({ number }) => `request ${number} has two live reports`)

/** What leaves for good leaves unheld; a thing that is gone is not handed on. */
const nothingLeavesHeld: Invariant = async (sim) =>
  (
    await sim.rows<{ number: string }>(sql`
      select t.number from evidence.custody_event e join ledger.entry x on x.id = e.entry join evidence.thing t on t.id = e.thing
        join cases.hold h on h.subject = 'evidence.item/' || e.thing join ledger.entry hx on hx.id = h.entry
       where e.state in ('disposed') and hx.no < x.no and not exists (select 1 from cases.hold_lift l join ledger.entry lx on lx.id = l.entry where l.hold = h.id and lx.no < x.no)`)
  ).map(({ number }) => `${number} left while it was held`)

/** Each act that was answered is in the ledger once; told again with its key it answers the same and does nothing. */
const acknowledgedOnce: Invariant = async (sim) => {
  const wrong: string[] = []
  const { n } = (
    await sim.rows<{ n: number }>(sql`
    select count(*)::int as n from platform.act a join ledger.entry e on e.id = a.entry where a.key = any(${sim.told.map((t) => t.key)}::text[])`)
  )[0] as { n: number }
  if (n !== sim.told.length) wrong.push(`${sim.told.length} acts were answered, ${n} stand in the ledger`)
  const entries = async (): Promise<number> =>
    ((await sim.rows<{ n: number }>(sql`select count(*)::int as n from ledger.entry`))[0] as { n: number }).n
  const before = await entries()
  for (let i = 0; i < Math.min(5, sim.told.length); i += 1) {
    const told = sim.chance.pick(sim.told)
    const again = await sim.again(told).catch((error: unknown) => error)
    // Whose sight of the case has ended since then gets no answer again.
    if (again instanceof Refusal && again.code === 'not-found') continue
    if (!isDeepStrictEqual(again, told.answer)) wrong.push(`${told.operation} told twice answered twice`)
  }
  if ((await entries()) !== before) wrong.push('an act told again was done again')
  return wrong
}

/** Covered tables only grow, and the history of yesterday is the beginning of today's. */
async function nothingDisappears(
  sim: Simulation,
  before: Evening | undefined,
): Promise<{ wrong: string[]; evening: Evening }> {
  const report = await verifyInstallation(sim.house.ground, sim.house.registry.modules, {})
  const wrong = report.problems.map((p) => `${p.kind} ${p.table ?? ''} ${p.row ?? ''}: ${p.detail}`)
  const tables = await sim.rows<{ name: string }>(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and obj_description(c.oid) like 'covered%' order by 1`)
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const { rows } = await sim.house.db.pool.query<{ n: string }>(`select count(*) as n from ${name}`)
    counts.set(name, Number(rows[0]?.n))
    if (before && (counts.get(name) as number) < (before.counts.get(name) ?? 0))
      wrong.push(`${name} has fewer rows than yesterday`)
  }
  if (before && report.entries < before.entries) wrong.push('entries are gone')
  return { wrong, evening: { counts, entries: report.entries, root: report.root } }
}

export async function judge(
  sim: Simulation,
  before: Evening | undefined,
): Promise<{ wrong: string[]; evening: Evening }> {
  const wrong: string[] = []
  for (const invariant of [
    oneHolder,
    offersAnsweredOnce,
    quantitiesNeverGrow,
    nobodyReviewsTheirOwn,
    oneLiveReport,
    nothingLeavesHeld,
    acknowledgedOnce,
  ])
    wrong.push(...(await invariant(sim, before)))
  const { wrong: gone, evening } = await nothingDisappears(sim, before)
  return { wrong: [...wrong, ...gone], evening }
}
