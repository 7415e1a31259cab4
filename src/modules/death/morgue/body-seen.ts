/** Who the dead are said to be, the body, its effects and papers, as the file shows them. */
import { holdsOn } from '#modules/cases/public.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { itemRef } from '#modules/evidence/public.ts'
import { type Verdict, yes } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { BodyPart } from './contract.ts'
import { daysHere } from '../call/days.ts'
import { type Names, type Wanted, namesOf } from '../call/store/names.ts'
import { effectsKept, reasonsOf } from './release.ts'
import { type Rest, mayExhume, mayLayToRest, mayReceiveBody, mayReleaseBody, mustBeHere } from './rules.ts'
import { mustBeAccepted, profileOf } from '../call/rules.ts'
import {
  type BodyOf,
  type EffectRow,
  type PaperRow,
  bodyOf,
  burialsOf,
  effectsOf,
  papersOf,
  staysOf,
} from './store/bodies.ts'
import { type ExhumationRow, exhumationsOf } from '../call/store/exhumations.ts'
import { caseHoldsOnBody, caseHoldsSaid } from '../call/store/case-holds.ts'
import type { DeathRow } from '../call/store/deaths.ts'
import { featuresOf, identitiesOf } from '../identity/store/identities.ts'

export const bodyVerdicts = (
  d: DeathRow,
  { keeps, burials }: Pick<BodyPart, 'keeps' | 'burials'>,
  last: Rest | undefined = burials.at(-1),
): Record<string, Verdict> => ({
  'death.receive-body': mayReceiveBody(d, last),
  'death.record-burial': mayLayToRest(d, last),
  'death.exhume-body': mayExhume(d, last),
  'death.move-body': mustBeHere(d),
  'death.release-body': mayReleaseBody(d, keeps),
  'death.inventory-effects': mustBeAccepted(d),
  'death.record-paper': mustBeAccepted(d),
  'death.mark-unclaimed': mustBeHere(d),
  'death.hold-body': mustBeHere(d),
  'death.identify-decedent': yes,
  'death.describe-body': yes,
})

export async function bodySeenOf(cx: Cx, d: DeathRow): Promise<BodyPart> {
  const identities = await identitiesOf(cx, d.root)
  const features = await featuresOf(cx, [d.root])
  const body = d.body ? await bodyOf(cx, d.root) : undefined
  const effects = await effectsOf(cx, d.root)
  const papers = await papersOf(cx, d.root)
  const law = d.profile ? (await codesOf(cx, 'death-authority')).find((p) => p.code === d.profile) : undefined
  const needed = law ? profileOf(law.code, law.data).release : []
  const names = await namesOf(cx, [
    ...identities.map((i): Wanted => ['identity-method', i.method]),
    ...papers.map((p): Wanted => ['death-paper', p.kind]),
  ])
  return {
    identities: identities
      .map((i) => ({
        id: i.id,
        state: i.state,
        method: names.of('identity-method', i.method),
        name: i.value?.name ?? null,
        born: i.value?.born ?? null,
        document: i.value?.document ?? null,
        saidBy: i.said ? { name: i.said.name, relation: i.said.relation ?? null } : null,
        words: i.words,
        at: i.at,
        by: i.by,
      }))
      .toReversed(),
    features: features.map(({ id, kind, site, words, value, spread }) => ({
      id,
      kind,
      site,
      words,
      value,
      spread,
    })),
    body: body ? lyingOf(cx, body) : null,
    holds: await bodyHolds(cx, d),
    keeps: d.body && d.released_at === null ? await reasonsOf(cx, d) : [],
    effects: bagsOf(
      effects,
      await effectsKept(
        cx,
        d,
        effects.filter((e) => e.released_at === null).map((e) => e.bag),
      ),
    ),
    papers: papersSeen(papers, needed, names),
    ...(await comingsOf(cx, d)),
  }
}

/** How often it was here, to whom it went, where it was laid and by whose order it was taken up. */
async function comingsOf(
  cx: Cx,
  d: DeathRow,
): Promise<Pick<BodyPart, 'released' | 'stays' | 'exhumations' | 'burials'>> {
  const stays = await staysOf(cx, d.root)
  const last = stays.at(-1)
  return {
    released:
      last?.released_at && last.to_kind ? { to: last.to, kind: last.to_kind, at: last.released_at } : null,
    stays: stays.map((s) => ({
      no: s.no,
      at: s.at,
      broughtBy: s.brought_by,
      condition: s.condition,
      band: s.band,
      released:
        s.released_at && s.to_kind
          ? { to: s.to, kind: s.to_kind, at: s.released_at, papers: s.papers ?? [] }
          : null,
    })),
    exhumations: (await exhumationsOf(cx, d.root)).map(exhumationSeen),
    burials: (await burialsOf(cx, d.root)).map((b) => ({
      kind: b.kind,
      on: b.on_text,
      place: b.place,
      authority: b.authority,
    })),
  }
}
const exhumationSeen = (x: ExhumationRow): BodyPart['exhumations'][number] => ({
  order: {
    kind: x.order_kind as 'court',
    by: x.order_by,
    number: x.order_number,
    on: x.order_on,
    why: x.why,
  },
  on: x.on_text,
  place: x.place,
  takenBy: x.taken_by,
  knownBy: x.known_by,
  present: x.present,
  condition: x.condition,
  at: x.at,
  by: x.by,
})
const lyingOf = (cx: Cx, body: BodyOf): NonNullable<BodyPart['body']> => ({
  thing: body.thing,
  number: body.number,
  barcode: body.barcode,
  state: body.state,
  place: body.place,
  placeId: body.place_id,
  holder: body.holder,
  since: body.since,
  receivedAt: body.at,
  days: daysHere(cx, body.at),
  broughtBy: body.brought_by,
  broughtFrom: body.brought_from,
  condition: body.condition,
})

const papersSeen = (
  papers: readonly PaperRow[],
  needed: readonly string[],
  names: Names,
): BodyPart['papers'] =>
  papers.map((p) => ({
    kind: names.of('death-paper', p.kind),
    state: p.state,
    number: p.number,
    by: p.by_name,
    signed: p.signed,
    words: p.words,
    at: p.at,
    needed: needed.includes(p.kind),
    used: p.used,
  }))

async function bodyHolds(cx: Cx, d: DeathRow): Promise<BodyPart['holds']> {
  if (!d.body || d.released_at !== null) return []
  const own = [...(await holdsOn(cx, [itemRef(d.body)])).values()].flat()
  const whole = await caseHoldsSaid(cx, d, await caseHoldsOnBody(cx, d))
  return [
    ...own
      // What the bench works on lifts itself when it is answered.
      .filter((h) => h.kind !== 'born' && h.kind !== 'work')
      .map((h) => ({ id: h.id, why: cx.say(h.why, h.values), since: h.since, ofCase: false })),
    ...whole.map((h) => ({ ...h, ofCase: true })),
  ]
}

function bagsOf(rows: readonly EffectRow[], kept: (bag: string) => string[]): BodyPart['effects'] {
  const bags = new Map<string, BodyPart['effects'][number]>()
  for (const e of rows) {
    const line = { words: e.words, count: e.count, amount: e.amount, currency: e.currency }
    const known = bags.get(e.bag)
    if (known) known.lines.push(line)
    else
      bags.set(e.bag, {
        bag: e.bag,
        number: e.number,
        seals: e.seals,
        state: e.state,
        lines: [line],
        keeps: e.released_at === null ? kept(e.bag) : [],
        released: e.released_at ? { to: e.released_to ?? '', relation: e.relation, at: e.released_at } : null,
      })
  }
  return [...bags.values()]
}
