/** Random acts of several people on a few things, told to the product and to a model of a few lines: after each act both must say the same. */
import { chanceOf, type Chance } from '../../src/app/demo/chance.ts'
import type { Installation } from '../../src/app/installation.ts'
import { actorOfPerson, systemActor } from '../../src/identity/authority.ts'
import { hashSecret } from '../../src/identity/secrets.ts'
import { Refusal } from '../../src/kernel/verdict.ts'
import { arrangeWords, aSubmission, anItem } from '../../src/modules/evidence/examples.ts'
import type { MadeClock } from '../../src/platform/clock.ts'
import type { Actor, AnyOperation } from '../../src/platform/cx.ts'
import { perform } from '../../src/platform/operation.ts'
import { sql } from '../../src/platform/sql.ts'
import { type Act, type Model, begun, follow, inside, may } from './model.ts'

export interface Report {
  readonly runs: number
  readonly acts: number
  readonly done: number
  readonly refused: number
  readonly kinds: number
  /** Where product and model differed: the run, the act and both sides. */
  readonly wrong: readonly string[]
}
type House = Installation & { readonly clock: MadeClock }
const PIN = '246810'
const people = ['a', 'b', 'c'] as const

interface World {
  readonly house: House
  readonly actors: ReadonlyMap<string, Actor>
  readonly places: ReadonlyMap<string, string>
  readonly unit: string
  tell(
    who: string | null,
    operation: string,
    input: object,
  ): Promise<{ id: string; items?: { id: string }[] }>
}

async function openWorld(house: House): Promise<World> {
  const { ground, db, clock } = house
  const actors = new Map<string, Actor>()
  const tell: World['tell'] = async (who, operation, input) =>
    (await perform(ground, ground.operations.get(operation) as AnyOperation, {
      actor: who === null ? systemActor : (actors.get(who) as Actor),
      input,
      steppedUp: true,
      reason: 'As it happened',
    })) as { id: string; items?: { id: string }[] }
  const agency = (
    await tell(null, 'identity.register-agency', { name: 'Service', shortName: 'S', kind: 'service' })
  ).id
  const unit = (
    await tell(null, 'identity.add-unit', { agency, name: 'Counter', code: 'CM', kind: 'section' })
  ).id
  await arrangeWords({
    arrange: (operation: string, input: object) => tell(null, operation, input),
    units: { counter: unit },
    ground,
  } as never)
  for (const who of people) {
    const { id } = await tell(null, 'identity.add-person', {
      name: who,
      username: `model.${who}`,
      unit,
      agency,
    })
    await tell(null, 'identity.grant-role', { person: id, role: 'evidence-officer', unit })
    const pin = await hashSecret(PIN)
    await db.transaction((tx) =>
      tx.run(sql`update identity.account set pin_hash = ${pin} where person = ${id}`),
    )
    actors.set(who, (await actorOfPerson(db.direct, id, clock.now())) as Actor)
  }
  const places = new Map<string, string>()
  for (const code of ['CM-1', 'CM-2'])
    places.set(
      `place:${code}`,
      (await tell(null, 'evidence.define-location', { code, name: code, kind: 'shelf', unit })).id,
    )
  places.set(
    'place:CM-NIGHT',
    (
      await tell(null, 'evidence.define-location', {
        code: 'CM-NIGHT',
        name: 'Night safe',
        kind: 'safe',
        unit,
        temporary: 'nothing',
        hours: 12,
      })
    ).id,
  )
  return { house, actors, places, unit, tell }
}

const kinds: readonly Act['kind'][] = [
  'store',
  'store',
  'retrieve',
  'retrieve',
  'leave',
  'leave',
  'leave',
  'take-in',
  'offer',
  'offer',
  'accept',
  'accept',
  'accept',
  'decline',
  'withdraw',
  'sign-over',
  'pack',
  'pack',
  'unpack',
  'send',
  'arrive',
  'arrive',
  'court',
  'back',
  'back',
  'lose',
  'find',
  'find',
  'return',
  'void',
  'seal',
  'seal',
  'seal',
  'open',
  'open',
]

function chosen(chance: Chance, count: number): Act {
  const kind = chance.pick(kinds)
  const thing = chance.below(count)
  if (kind === 'store' || kind === 'leave')
    return { kind, thing, to: chance.pick(['place:CM-1', 'place:CM-2', 'place:CM-NIGHT']) }
  if (kind === 'court' || kind === 'offer' || kind === 'sign-over')
    return { kind, thing, to: chance.pick(people) }
  if (kind === 'pack') return { kind, thing, into: chance.below(count) }
  return { kind, thing }
}

/** Two of three times something that may be done, where a few tries find it: else nearly all would be refused. */
function next(chance: Chance, model: Model): [Act, string] {
  for (let tries = chance.onceIn(3) ? 1 : 20; ; tries -= 1) {
    const act = chosen(chance, model.length)
    const me = chance.pick(people)
    if (tries <= 1 || may(model, act, me)) return [act, me]
  }
}

interface Run {
  readonly world: World
  readonly ids: readonly string[]
  /** The offer and the consignment in which each thing is now, as the product named them. */
  readonly offers: Map<number, string>
  readonly sent: Map<number, string>
}

/** The act in the product's words. */
function told(run: Run, act: Act, me: string): { operation: string; input: object } {
  const { world, ids, offers, sent } = run
  const id = ids[act.thing] as string
  const things = [id]
  const person = (who: string): string => (world.actors.get(who) as Actor).id
  const handOver = offers.get(act.thing) ?? id
  const plain: Readonly<Partial<Record<Act['kind'], readonly [string, object]>>> = {
    retrieve: ['retrieve-item', { things }],
    'take-in': ['take-in-items', { things }],
    accept: ['accept-hand-over', { handOver, things }],
    decline: ['decline-hand-over', { handOver, things, why: 'seal-broken' }],
    withdraw: ['withdraw-hand-over', { handOver, things }],
    unpack: ['unpack-items', { things }],
    send: ['dispatch-consignment', { things, carrier: 'Van', toUnit: world.unit }],
    arrive: ['receive-consignment', { consignment: sent.get(act.thing) ?? id, things }],
    back: ['return-from-court', { things }],
    lose: ['report-missing', { things, words: 'Not where it should be' }],
    find: ['report-found', { things, where: 'Behind the rack' }],
    return: ['return-item', { things, toName: 'Outside', authority: 'Order' }],
    void: ['void-item', { item: id }],
    seal: ['seal-item', { item: id, number: `CM-${id.slice(-6)}` }],
    open: ['break-seal', { item: id, number: `CM-${id.slice(-6)}`, why: 'Look' }],
  }
  const simple = plain[act.kind]
  if (simple) return { operation: `evidence.${simple[0]}`, input: simple[1] }
  if (act.kind === 'store' || act.kind === 'leave')
    return {
      operation: act.kind === 'store' ? 'evidence.store-item' : 'evidence.leave-items',
      input: { things, place: world.places.get(act.to) },
    }
  if (act.kind === 'pack')
    return { operation: 'evidence.pack-items', input: { things, container: ids[act.into] } }
  if (act.kind === 'court')
    return {
      operation: 'evidence.check-out-to-court',
      input: { things, court: 'High Court', by: person(act.to), dueBack: '2099-01-01T00:00:00Z' },
    }
  const to = person((act as { to: string }).to)
  return {
    operation: 'evidence.hand-over',
    // Nobody signs beside for oneself: the model says no to that as the product does.
    input:
      act.kind === 'offer' || to === person(me)
        ? { things, to }
        : { things, to, coSigner: { person: to, pin: PIN } },
  }
}

/** How each thing stands in the product, in the model's words. */
async function standing(run: Run): Promise<string[]> {
  const { world, ids } = run
  const rows = await world.house.db.direct.many<{
    thing: string
    state: string
    holder_kind: string | null
    holder: string | null
    packed_in: string | null
    seq: number
    sealed: boolean
    offered: string | null
    rows: number
    forks: number
  }>(sql`
    select n.thing, n.state, n.holder_kind, n.holder, n.packed_in, n.seq, cardinality(n.seals) > 0 as sealed,
           (select o.to_person from evidence.hand_over_open o where o.thing = n.thing) as offered,
           (select count(*)::int from evidence.custody_event e where e.thing = n.thing) as rows,
           (select count(*)::int from (select e.from_kind, e.from_id, lag(e.to_kind) over (order by e.seq) as last_kind, lag(e.to_id) over (order by e.seq) as last_id, e.seq
              from evidence.custody_event e where e.thing = n.thing) x where x.seq > 1 and (x.from_kind, x.from_id) is distinct from (x.last_kind, x.last_id)) as forks
      from evidence.thing_now n where n.thing = any(${ids as string[]}::uuid[])`)
  const byId = new Map(rows.map((r) => [r.thing, r]))
  const person = new Map([...world.actors].map(([who, actor]) => [actor.id, who]))
  const place = new Map([...world.places].map(([code, id]) => [id, code]))
  return ids.map((id) => {
    const r = byId.get(id)
    if (!r) return 'not there'
    const holder =
      r.holder_kind === 'carrier'
        ? 'carrier'
        : r.holder_kind === 'place'
          ? place.get(r.holder ?? '')
          : r.holder_kind === null
            ? null
            : r.holder === null
              ? 'outside'
              : person.get(r.holder)
    const packed = r.packed_in === null ? null : ids.indexOf(r.packed_in)
    return JSON.stringify([
      r.state,
      holder,
      r.offered && person.get(r.offered),
      packed,
      r.sealed,
      r.seq,
      r.rows,
      r.forks,
    ])
  })
}
const modelled = (model: Model): string[] =>
  model.map((t) =>
    JSON.stringify([t.state, t.holder, t.offeredTo, t.packedIn, t.sealed, t.events, t.events, 0]),
  )

async function begin(world: World, count: number): Promise<{ run: Run; model: Model }> {
  const who = 'a'
  const done = await world.tell(
    who,
    'evidence.receive-submission',
    aSubmission({
      items: Array.from({ length: count }, () => anItem({ seals: [], hazards: [], type: null })),
    }),
  )
  const ids = (done.items ?? []).map((i) => i.id)
  return { run: { world, ids, offers: new Map(), sent: new Map() }, model: ids.map(() => begun(who)) }
}

/** `runs` lives of a few things, `steps` acts each; stops at the first difference of a run and goes on with the next. */
export async function custodyModel(
  house: House,
  how: { seed: number; runs: number; steps: number },
): Promise<Report> {
  const world = await openWorld(house)
  const chance = chanceOf(how.seed)
  const wrong: string[] = []
  const used = new Set<string>()
  let done = 0
  let refused = 0
  for (let n = 0; n < how.runs; n += 1) {
    const { run, model } = await begin(world, chance.between(2, 4))
    for (let step = 0; step < how.steps; step += 1) {
      const [act, me] = next(chance, model)
      house.clock.advance(chance.between(1, 90) * 1_000)
      const expected = may(model, act, me)
      const { operation, input } = told(run, act, me)
      const answer = await world.tell(me, operation, input).catch((fault: unknown) => {
        if (fault instanceof Refusal) return fault
        throw fault
      })
      const happened = !(answer instanceof Refusal)
      if (happened) done += 1
      else refused += 1
      if (happened && expected) {
        const going = [act.thing, ...inside(model, act.thing)]
        follow(model, act, me)
        used.add(act.kind)
        if (act.kind === 'offer') for (const g of going) run.offers.set(g, answer.id)
        if (act.kind === 'send') for (const g of going) run.sent.set(g, answer.id)
      }
      const is = await standing(run)
      const should = modelled(model)
      if (happened !== expected || is.join() !== should.join()) {
        const why = answer instanceof Refusal ? answer.code : 'done'
        wrong.push(
          `run ${n}, step ${step}: ${me} ${JSON.stringify(act)}: product ${why}, model ${expected ? 'yes' : 'no'}; ${is.join(' ')} / ${should.join(' ')}`,
        )
        break
      }
    }
  }
  return { runs: how.runs, acts: done + refused, done, refused, kinds: used.size, wrong }
}
