/** An announcement as lists, its page and the form that changes it show it; protected names to nobody but who announced it. */
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { barcodeOf } from '../things/barcode.ts'
import { anySexual } from './announcement.ts'
import type { PrelogItemSeen, PrelogLine, PrelogSeen } from './contract.ts'
import {
  announcementNumber,
  maskOfPerson,
  mayChangePrelog,
  mayWithdrawPrelog,
  stillAnnounced,
} from './rules.ts'
import {
  announcedItems,
  differencesNoted,
  type AnnouncedItemRow,
  type AnnouncedRow,
  type AnnouncedWhole,
} from './store/announced.ts'
import { namesFor } from '../things/store/chain.ts'
import { peopleOf } from '../things/store/hands.ts'

export const prelogLine = (a: AnnouncedRow): PrelogLine => ({
  id: a.submission,
  number: announcementNumber(a.submission),
  state: a.state,
  numbers: a.numbers.map((n) => n.text),
  title: a.title,
  items: a.items,
  by: a.by_name,
  unit: a.unit_name,
  to: { id: a.to_unit, name: a.to_name },
  at: a.first_at,
  comesOn: a.comes_on,
  endedAt: a.ended_at,
  why: a.why,
  received:
    a.received_number !== null && a.received_root !== null
      ? { number: a.received_number, case: a.received_root, caseNumber: a.received_case ?? '' }
      : null,
})

type Told = NonNullable<PrelogSeen['told']>
type Person = Told['people'][number]
type Names = (list: string, code: string) => string

/** As it was said, names included: for who announced it, and for the counter's rules. */
export function toldOf(a: AnnouncedWhole, items: readonly AnnouncedItemRow[]): Told {
  const seizure = a.seizure
    ? {
        ...a.seizure,
        ...(a.personal?.presence.length ? { presence: [...a.personal.presence] } : {}),
        ...(a.personal?.fromWords ? { fromWords: a.personal.fromWords } : {}),
      }
    : null
  return {
    to: a.to_unit,
    case: a.case_root,
    numbers: [...a.numbers],
    title: a.title,
    offences: [...a.offences],
    incident: a.incident,
    place: a.place,
    people: [...(a.personal?.people ?? [])],
    seizure,
    hands: [...a.hands],
    items: items.map(itemTold),
    broughtBy: a.brought_by,
    comesOn: a.comes_on,
    way: a.way,
    wants: [...a.wants],
    words: a.personal?.words ?? null,
  } as unknown as Told
}

export const itemTold = (i: AnnouncedItemRow): Told['items'][number] => ({
  id: i.item,
  description: i.description,
  type: i.type,
  count: i.count,
  quantity: i.quantity !== null && i.unit !== null ? { value: i.quantity, unit: i.unit } : null,
  packaging: i.packaging,
  seals: i.seals.map((s) => ({ ...s })),
  theirNumber: i.their_number,
  hazards: [...i.hazards],
  takenFrom: i.taken_from,
  takenPlace: i.taken_place,
  takenAt: i.taken_at,
  photographs: i.photographs.map((p) => ({
    file: p.file,
    shows: p.shows as 'item',
    caption: p.caption,
    at: p.at,
  })),
})

export async function prelogSeen(cx: Cx, a: AnnouncedWhole): Promise<PrelogSeen> {
  const items = await announcedItems(cx, a.row)
  const told = toldOf(a, items)
  const name = await namesIn(cx, told, items)
  const sexual = await anySexual(cx, a.offences)
  const mine = a.by_person === cx.actor.id
  const people = told.people.map((p) => personSeen(p, mine, sexual, a.first_at.slice(0, 10), name))
  const nameOf = new Map(people.map((p) => [p.id, p]))
  return {
    ...prelogLine(a),
    seq: a.seq,
    case:
      a.case_root !== null
        ? { id: a.case_root, number: a.case_number ?? '', title: a.case_title ?? '' }
        : null,
    numbersTold: a.numbers.map((n) => ({ kind: named(name, 'number-kind', n.kind), text: n.text })),
    offences: a.offences.map((o) => named(name, 'offence', o)),
    incident: told.incident ?? null,
    place: told.place ?? null,
    people,
    seizure: await seizureSeen(cx, told, nameOf, name),
    hands: told.hands.map((h) => ({
      name: h.name ?? '',
      where: h.where ?? null,
      tookAt: h.tookAt,
      gaveAt: h.gaveAt ?? null,
    })),
    things: items.map((i) => itemSeen(i, nameOf, name)),
    broughtBy: a.brought_by,
    byPerson: a.by_person,
    byUnit: a.by_unit,
    way: a.way ? named(name, 'delivery-way', a.way) : null,
    wants: a.wants.map((w) => ({
      question: named(name, 'question', w.question),
      items: [...(w.items ?? [])],
      words: w.words ?? null,
    })),
    words: a.personal?.words ?? null,
    differences: a.state === 'received' ? await differencesNoted(cx, a.submission) : [],
    told: mine && a.state === 'announced' ? told : null,
    actions: actionsOf(cx, a, {
      'evidence.change-prelog': mayChangePrelog(a, cx.actor.id),
      'evidence.withdraw-prelog': mayWithdrawPrelog(a, cx.actor.id, cx.actor.principals),
      'evidence.receive-submission': stillAnnounced(a),
      'evidence.refuse-submission': stillAnnounced(a),
    }),
  }
}

const named = (name: Names, list: string, code: string) => ({ code, name: name(list, code) })

/** The names of every code that it uses, looked up once. */
async function namesIn(cx: Cx, told: Told, items: readonly AnnouncedItemRow[]): Promise<Names> {
  const power = told.seizure?.power
  const codes: [string, string | null | undefined][] = [
    ...told.numbers.map((n): [string, string] => ['number-kind', n.kind]),
    ...told.offences.map((o): [string, string] => ['offence', o]),
    ...told.people.map((p): [string, string] => ['party-role', p.role]),
    ...told.wants.map((w): [string, string] => ['question', w.question]),
    ['delivery-way', told.way],
    ['seizure-power', power && 'value' in power ? power.value : null],
    ...items.flatMap((i): [string, string | null | undefined][] => [
      ['item-type', i.type],
      ['packaging-type', i.packaging?.type],
      ['colour', i.packaging?.colour],
      ['packaging-size', i.packaging?.size],
      ...i.hazards.map((h): [string, string] => ['hazard', h]),
    ]),
  ]
  const names = await namesFor(cx, codes, [], cx.say('evidence.language') === 'es' ? 'es' : 'en')
  return names.code
}

function personSeen(
  p: Person,
  mine: boolean,
  sexual: boolean,
  on: string,
  name: Names,
): PrelogSeen['people'][number] {
  const mask = mine ? null : maskOfPerson(p, sexual, on)
  return {
    id: p.id,
    role: named(name, 'party-role', p.role),
    name: mask === null ? (p.name ?? null) : null,
    hidden: mask,
    age: p.age ?? null,
    organisation: p.organisation ?? false,
  }
}

type People = ReadonlyMap<string, PrelogSeen['people'][number]>

/** Words about from whom are shown only where nobody is hidden: they could tell the name. */
async function seizureSeen(cx: Cx, told: Told, people: People, name: Names): Promise<PrelogSeen['seizure']> {
  const s = told.seizure
  if (!s) return null
  const from = s.from && 'value' in s.from ? people.get(s.from.value) : undefined
  const hidden = [...people.values()].some((p) => p.hidden !== null)
  const by = s.byPerson ? (await peopleOf(cx, [s.byPerson])).get(s.byPerson)?.name : undefined
  return {
    at: s.at ?? null,
    on: s.on ?? null,
    place: s.place ?? null,
    by: by ?? s.byName ?? null,
    from: from?.name ?? (hidden ? null : (s.fromWords ?? null)),
    fromAbsent: s.from && 'absent' in s.from ? s.from.absent : null,
    fromHidden: from?.hidden ?? null,
    presence: hidden ? [] : [...(s.presence ?? [])],
    sealedBy: s.sealedBy ?? null,
    initialledBy: s.initialledBy ?? null,
    power: s.power && 'value' in s.power ? named(name, 'seizure-power', s.power.value) : null,
    powerAbsent: s.power && 'absent' in s.power ? s.power.absent : null,
    authority: s.authority ?? null,
  }
}

function itemSeen(i: AnnouncedItemRow, people: People, name: Names): PrelogItemSeen {
  const code = (list: string, value: string | null | undefined) => (value ? named(name, list, value) : null)
  return {
    id: i.item,
    barcode: barcodeOf(i.item),
    description: i.description,
    type: code('item-type', i.type),
    count: i.count,
    quantity: i.quantity !== null && i.unit !== null ? { value: i.quantity, unit: i.unit } : null,
    packaging: i.packaging
      ? {
          type: named(name, 'packaging-type', i.packaging.type),
          colour: code('colour', i.packaging.colour),
          size: code('packaging-size', i.packaging.size),
          words: i.packaging.words ?? null,
        }
      : null,
    seals: i.seals.map((s) => ({ number: s.number, type: s.type ?? null, appliedBy: s.appliedBy ?? null })),
    theirNumber: i.their_number,
    hazards: i.hazards.map((h) => named(name, 'hazard', h)),
    takenFrom: i.taken_from ? (people.get(i.taken_from)?.name ?? null) : null,
    takenPlace: i.taken_place,
    takenAt: i.taken_at,
    photographs: i.photographs.map((p) => ({ id: p.id, shows: p.shows, caption: p.caption })),
  }
}
