/** A thing as its page shows it: names for codes, findings, the river, what may be done and what comes next. */
import { caseCard, holdsOn } from '#modules/cases/public.ts'
import { historyOf } from '#ledger/history.ts'
import { actionsOf } from '#platform/actions.ts'
import { yes, type Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { Finding, ItemSeen } from './contract.ts'
import { findingsOf } from './findings.ts'
import { chainSeen, riverOf } from './river.ts'
import {
  isOpen,
  mayArrive,
  mayDispatch,
  mayHandOver,
  mayHandle,
  mayLeave,
  mayReportFound,
  mayReportMissing,
  mayRetrieve,
  mayReturnFromCourt,
  maySeal,
  mayStore,
  stillHere,
} from './rules.ts'
import { allOf, no, unless } from '#kernel/verdict.ts'
import { namesFor, type WholeItem } from './store/chain.ts'
import { itemRef } from './store/items.ts'

const LATEST = 8

export async function seenItem(cx: Cx, item: WholeItem): Promise<ItemSeen> {
  const language = cx.say('evidence.language') === 'es' ? 'es' : 'en'
  const findings = findingsOf(item, cx.say)
  const holds = (await holdsOn(cx, [itemRef(item.id)])).get(itemRef(item.id)) ?? []
  const entries = await historyOf(cx.tx, itemRef(item.id), { limit: LATEST })
  const names = await namesFor(
    cx,
    [
      ['item-type', item.type],
      ...item.hazards.map((h) => ['hazard', h] as const),
      ...item.packaging.flatMap(
        (k) =>
          [
            ['packaging-type', k.type],
            ['colour', k.colour],
            ['condition', k.condition],
          ] as const,
      ),
    ],
    entries.map((e) => e.actorId),
    language,
  )
  const nameOf = names.code
  const own = new Map(item.own_hazards.map((h) => [h.hazard, h.words]))
  const now = item.descriptions[0]
  const party = item.taken_from
    ? (await caseCard(cx, item.root)).parties.find((p) => p.id === item.taken_from)
    : undefined
  const from = party ? { party: party.id, name: party.name, role: party.role } : null
  return {
    id: item.id,
    number: item.number,
    barcode: item.barcode,
    kind: item.kind,
    type: item.type,
    typeName: item.type ? nameOf('item-type', item.type) : null,
    description: item.description,
    count: now?.count ?? null,
    state: item.state,
    since: item.since,
    dueAt: item.due_at,
    case: { id: item.root, number: item.case_number, title: item.case_title },
    submission: item.submitted && item.submission ? { id: item.submission, ...item.submitted } : null,
    hazards: item.hazards.map((hazard) => ({
      hazard,
      name: nameOf('hazard', hazard),
      inherited: !own.has(hazard),
      words: own.get(hazard) ?? null,
    })),
    holder: item.holder,
    place: item.path,
    shelf: item.shelf,
    taken: {
      from,
      at: item.taken_at ?? item.taken_on,
      place: item.taken_place,
      theirNumber: item.their_number,
    },
    packaging: item.packaging.map((k) => ({
      type: k.type,
      typeName: nameOf('packaging-type', k.type),
      colour: k.colour,
      colourName: k.colour ? nameOf('colour', k.colour) : null,
      size: k.size,
      condition: k.condition,
      conditionName: k.condition ? nameOf('condition', k.condition) : null,
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
    weights: item.weighings.map((w) => ({
      id: w.id,
      net: w.net,
      gross: w.gross,
      unit: w.unit,
      by: w.by_name,
      at: w.at,
    })),
    photographs: item.photographs.map((p) => ({
      id: p.id,
      file: p.file,
      shows: p.shows,
      caption: p.caption,
      by: p.by_name,
      at: p.at,
    })),
    labels: item.labels,
    river: riverOf(item, cx.now),
    chain: chainSeen(item),
    findings,
    family: item.family,
    offer: item.offer,
    holds: holds.map((h) => ({ kind: h.kind, text: cx.say(h.why, h.values) })),
    earlier: item.descriptions.slice(1).map((d) => ({ description: d.words, at: d.recorded_at, by: d.by })),
    latest: entries.map((e) => ({
      at: e.occurredAt,
      who: (e.actorId ? names.person(e.actorId) : undefined) ?? cx.say('evidence.the-system'),
      text: cx.say(`op.${e.action}`),
    })),
    entries: entries[0]?.seq ?? 0,
    next: nextOf(cx, item, findings),
    actions: actionsOf(
      cx,
      item,
      verdictsOf(
        cx,
        item,
        findings,
        holds.filter((h) => h.kind !== 'born').map((h) => cx.say(h.why, h.values)),
      ),
    ),
  }
}

/** In the order in which a person would want them; the first that is open is the one great button of the page. */
function verdictsOf(
  cx: Cx,
  item: WholeItem,
  findings: readonly Finding[],
  held: readonly string[],
): Record<string, Verdict> {
  const me = cx.actor.id
  const offered = item.offer
  const unexplained = findings.some((f) => f.explained === null)
  return {
    ...(offered?.toId === me ? { 'evidence.accept-hand-over': yes, 'evidence.decline-hand-over': yes } : {}),
    ...(offered?.from_person === me ? { 'evidence.withdraw-hand-over': yes } : {}),
    'evidence.explain-difference': unless(
      unexplained,
      no('evidence.nothing-to-explain', { number: item.number }),
    ),
    ...(item.state === 'in-transit'
      ? { 'evidence.receive-consignment': mayArrive(item, item.holder?.id ?? '') }
      : {}),
    ...(item.state === 'at-court' ? { 'evidence.return-from-court': mayReturnFromCourt(item) } : {}),
    ...(item.state === 'missing' ? { 'evidence.report-found': mayReportFound(item) } : {}),
    ...(item.state === 'stored' ? { 'evidence.retrieve-item': mayRetrieve(item) } : {}),
    'evidence.hand-over': mayHandOver(item, me, null),
    'evidence.store-item': mayStore(item, me),
    ...(item.seals.length > 0 ? { 'evidence.break-seal': mayHandle(item, me) } : {}),
    'evidence.seal-item': maySeal(item, me, ''),
    'evidence.weigh-item': mayHandle(item, me),
    'evidence.take-subsample': allOf(mayHandle(item, me), isOpen(item)),
    'evidence.itemise-package': mayHandle(item, me),
    'evidence.photograph-item': stillHere(item),
    'evidence.print-label': yes,
    'evidence.dispatch-consignment': mayDispatch(item, me),
    'evidence.check-out-to-court': mayHandOver(item, me, null),
    'evidence.flag-hazard': stillHere(item),
    'evidence.note-discrepancy': stillHere(item),
    'evidence.correct-description': stillHere(item),
    'evidence.report-missing': mayReportMissing(item),
    'evidence.return-item': mayLeave(item, me, held),
  }
}

/** What comes next and who has it: trouble first, then whoever is waited for. */
function nextOf(cx: Cx, item: WholeItem, findings: readonly Finding[]): ItemSeen['next'] {
  const open = findings.find((f) => f.explained === null)
  if (item.state === 'missing') return { text: cx.say('evidence.next-find'), who: null }
  if (item.offer)
    return { text: cx.say('evidence.next-accept', { from: item.offer.from }), who: item.offer.to }
  if (open)
    return { text: cx.say('evidence.next-explain', { text: open.text }), who: item.holder?.name ?? null }
  if (item.state === 'received')
    return { text: cx.say('evidence.next-store'), who: item.holder?.name ?? null }
  if (item.state === 'in-transit')
    return {
      text: cx.say('evidence.next-arrive', { where: item.holder?.where ?? '' }),
      who: item.holder?.name ?? null,
    }
  if (item.state === 'at-court')
    return {
      text: cx.say('evidence.next-back', { where: item.holder?.where ?? '' }),
      who: item.holder?.name ?? null,
    }
  return null
}
