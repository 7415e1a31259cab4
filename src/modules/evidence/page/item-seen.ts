/** A thing as its page shows it: names for codes, findings, the river, what may be done and what comes next. */
import { caseCard, holdsRead } from '#modules/cases/public.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { nextOf, verdictsOf } from './acts.ts'
import type { ItemSeen } from '../things/contract.ts'
import { findingsOf } from '../things/findings.ts'
import { particularsSeen } from '../things/particulars.ts'
import { cashRounds, cashTotals } from '../things/rules.ts'
import { chainSeen, riverOf } from '../things/river.ts'
import { namesFor, type Names, type WholeItem } from '../things/store/chain.ts'
import type { LinkRow } from '../things/store/taking.ts'

/** With `asOf` the record as it was known then: the item comes so already; what hangs on it is cut here. */
export async function seenItem(cx: Cx, item: WholeItem, asOf?: string): Promise<ItemSeen> {
  const past = asOf ?? cx.now
  const [names, particulars, taken] = await Promise.all([
    namesOf(cx, item),
    particularsSeen(cx, item),
    takenOf(cx, item),
  ])
  const holds = holdsRead(item.held).filter((h) => h.since <= past)
  const held = holds.filter((h) => h.kind !== 'born').map((h) => cx.say(h.why, h.values))
  const findings = findingsOf(item, cx.say, names.code)
  return {
    ...whatItIs(item, names),
    ...howItCame(item, names),
    particulars,
    cash: cashOf(item),
    case: { id: item.root, number: item.case_number, title: item.case_title },
    taken,
    holder: item.holder,
    place: item.path,
    shelf: item.shelf,
    labels: item.label_prints.length,
    labelAt: item.label_prints.at(-1) ?? null,
    river: riverOf(item, past),
    chain: chainSeen(item),
    findings,
    family: item.family,
    links: item.links.filter((l) => l.recorded_at <= past).map((l) => linkSeen(l, past)),
    recovered: item.recovery
      ? { method: names.code('recovery-method', item.recovery.method), area: item.recovery.area }
      : null,
    offer: item.offer,
    holds: holds.map((h) => ({ kind: h.kind, text: cx.say(h.why, h.values) })),
    latest: item.latest.map((e) => ({
      at: e.occurred_at,
      who: e.by ?? cx.say('evidence.the-system'),
      text: cx.say(`op.${e.action}`),
    })),
    entries: item.latest[0]?.seq ?? 0,
    next: asOf ? null : nextOf(cx, item, findings),
    actions: asOf ? [] : actionsOf(cx, item, verdictsOf(cx, item, findings, held)),
    asOf: asOf ?? null,
  }
}

const linkSeen = (l: LinkRow, past: string): ItemSeen['links'][number] => ({
  id: l.id,
  item: { id: l.thing, number: l.number, description: l.description },
  strength: l.strength,
  basis: l.basis,
  by: l.by,
  at: l.at,
  retracted:
    l.ended_at !== null && l.ended_at <= past
      ? { why: l.why ?? '', by: l.ended_by ?? '', at: l.ended_at }
      : null,
})

type Pair = readonly [list: string, code: string | null]
export const codesOf = (item: WholeItem): Pair[] => [
  ['item-type', item.type],
  ...item.hazards.map((h): Pair => ['hazard', h]),
  ...item.packaging.flatMap((k): Pair[] => [
    ['packaging-type', k.type],
    ['colour', k.colour],
    ['packaging-size', k.size],
    ['condition', k.condition],
  ]),
]

/** Dangers are seldom: their names are asked for where there are some. */
async function namesOf(cx: Cx, item: WholeItem): Promise<Names> {
  const hazards = await namesFor(
    cx,
    item.hazards.map((h): Pair => ['hazard', h]),
    [],
    cx.language,
  )
  return {
    code: (list, code) =>
      list === 'hazard' ? hazards.code(list, code) : (item.names[`${list} ${code}`] ?? code),
    person: () => undefined,
  }
}

/** From whom: a party of the case, by the name that this reader may see there. */
async function takenOf(cx: Cx, item: WholeItem): Promise<ItemSeen['taken']> {
  const party = item.taken_from
    ? (await caseCard(cx, item.root)).parties.find((p) => p.id === item.taken_from)
    : undefined
  return {
    from: party ? { party: party.id, name: party.name, role: party.role } : null,
    at: item.taken_at ?? item.taken_on,
    place: item.taken_place,
    theirNumber: item.their_number,
  }
}

/** A sum stands only where two people agree on it. */
function cashOf(item: WholeItem): ItemSeen['cash'] {
  if (!item.is_cash) return null
  const last = cashRounds(item.cash).at(-1)
  return {
    state: last?.state ?? 'none',
    totals: last?.state === 'agreed' ? cashTotals(last.first.lines) : [],
    by: last ? [last.first.by_name, ...(last.second ? [last.second.by_name] : [])] : [],
  }
}

function whatItIs(item: WholeItem, names: Names) {
  const own = new Map(item.own_hazards.map((h) => [h.hazard, h.words]))
  const now = item.descriptions[0]
  return {
    id: item.id,
    number: item.number,
    barcode: item.barcode,
    kind: item.kind,
    type: item.type,
    typeName: item.type ? names.code('item-type', item.type) : null,
    description: item.description,
    count: now?.count ?? null,
    state: item.state,
    since: item.since,
    dueAt: item.due_at,
    earlier: item.descriptions.slice(1).map((d) => ({ description: d.words, at: d.recorded_at, by: d.by })),
    hazards: item.hazards.map((hazard) => ({
      hazard,
      name: names.code('hazard', hazard),
      inherited: !own.has(hazard),
      from: own.has(hazard)
        ? ('item' as const)
        : item.case_hazards.includes(hazard)
          ? ('case' as const)
          : ('packing' as const),
      words: own.get(hazard) ?? null,
    })),
    weights: item.weighings.map((w) => ({
      id: w.id,
      net: w.net,
      gross: w.gross,
      unit: w.unit,
      by: w.by_name,
      at: w.at,
    })),
  }
}

function howItCame(item: WholeItem, names: Names) {
  return {
    submission: item.submitted && item.submission ? { id: item.submission, ...item.submitted } : null,
    packaging: item.packaging.map((k) => ({
      type: k.type,
      typeName: names.code('packaging-type', k.type),
      colour: k.colour,
      colourName: k.colour ? names.code('colour', k.colour) : null,
      size: k.size,
      sizeName: k.size ? names.code('packaging-size', k.size) : null,
      condition: k.condition,
      conditionName: k.condition ? names.code('condition', k.condition) : null,
      words: k.words,
      at: k.recorded_at,
    })),
    seals: item.seals_of.map((s) => ({
      id: s.id,
      number: s.number,
      found: s.found,
      open: !['applied', 'intact'].includes(s.events.at(-1)?.kind ?? ''),
      by: s.applied_by_name,
      at: s.applied_at ?? s.recorded_at,
    })),
    photographs: item.photographs.map((p) => ({
      id: p.id,
      file: p.file,
      type: p.media_type,
      shows: p.shows,
      caption: p.caption,
      by: p.by_name,
      at: p.at,
    })),
  }
}
