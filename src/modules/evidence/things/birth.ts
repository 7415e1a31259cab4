/** The covered rows of a thing's first moment: what it is, how it came packed and sealed, its pictures and dangers, every hand until now. */
import { holdRows } from '#modules/cases/public.ts'
import { uploadedFile } from '#platform/uploads.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { barcodeOf } from './barcode.ts'
import type { ItemInput, PhotographInput, PriorHand } from './contract.ts'
import { handsOf, type Move } from './change-of-hands.ts'
import { particularsRow } from './particulars.ts'
import { itemRef, type Holder } from './store/items.ts'
import type { z } from 'zod'

export type Prior = z.output<typeof PriorHand>
type Photo = z.output<typeof PhotographInput>
export type Made = Omit<ItemInput, 'kind'>

/** Left in a temporary place by the hand that it comes from, and taken out of it now. */
export interface Waited {
  readonly place: Holder
  readonly at: string
  readonly by: string
  readonly witness: { readonly id: string; readonly name: string } | null
}

export interface NewThing {
  readonly id: string
  readonly number: string
  readonly root: string
  readonly kind: 'item' | 'container' | 'kit' | 'subsample' | 'body' | 'lot' | 'key'
  readonly input: Made
  readonly submission?: string | null
  readonly parent?: string | null
  readonly container?: string | null
  /** The hands before the first one of the house, oldest first. */
  readonly before?: readonly Prior[]
  /** The temporary place in which it waited until now. */
  readonly waited?: Waited | null
  /** Whose hand it comes from and goes to now. */
  readonly from: Holder | null
  readonly first: Omit<Move, 'gaveAt'> & { readonly gaveAt?: string | null }
  readonly rows?: Readonly<Record<string, readonly CoveredRow[]>>
}

async function photographRows(cx: Cx, thing: NewThing): Promise<CoveredRow[]> {
  const rows: CoveredRow[] = []
  for (const photo of thing.input.photographs ?? [])
    rows.push(await photographRow(cx, thing.id, thing.root, photo))
  return rows
}
export async function photographRow(
  cx: Cx,
  thing: string,
  root: string,
  photo: Photo,
  id?: string,
): Promise<CoveredRow> {
  const file = await uploadedFile(cx, photo.file)
  return {
    id: id ?? cx.newId(),
    thing,
    root,
    file: file.sha256,
    name: file.name,
    media_type: file.media_type,
    size: file.size,
    shows: photo.shows,
    caption: photo.caption ?? null,
    at: photo.at ?? cx.occurredAt,
    by_name: cx.actor.name,
  }
}

/** Seals as they came: each with what was seen at the counter. */
export function sealRows(
  cx: Cx,
  thing: string,
  root: string,
  seals: Made['seals'],
): { seals: CoveredRow[]; events: CoveredRow[] } {
  const out = { seals: [] as CoveredRow[], events: [] as CoveredRow[] }
  for (const s of seals ?? []) {
    const id = cx.newId()
    out.seals.push({
      id,
      thing,
      root,
      number: s.number,
      type: s.type ?? null,
      found: true,
      applied_by: null,
      applied_by_name: s.appliedBy ?? null,
      applied_at: s.appliedAt ?? null,
    })
    out.events.push({
      id: cx.newId(),
      seal: id,
      thing,
      root,
      seq: 1,
      kind: s.state,
      at: cx.occurredAt,
      by_name: cx.actor.name,
      words: null,
    })
  }
  return out
}

/** The chain before the house, as told: each hand from its own start; a hole between two is kept as a hole. */
function chainRows(cx: Cx, t: NewThing): CoveredRow[] {
  const rows: CoveredRow[] = []
  const prior = t.before ?? []
  let holder: Holder | null = null
  prior.forEach((p, i) => {
    const hand: Holder = { kind: 'person', id: p.person ?? null, name: p.name ?? '', where: p.where ?? null }
    const previous = i > 0 ? prior[i - 1] : undefined
    rows.push({
      id: cx.newId(),
      thing: t.id,
      root: t.root,
      seq: i + 1,
      kind: 'before',
      state: 'held',
      ...handsOf(holder, hand),
      gave_at: previous?.gaveAt ?? (i > 0 ? p.tookAt : null),
      at: p.tookAt,
      purpose: null,
      words: null,
    })
    holder = hand
  })
  const last = prior.at(-1)
  const giver = t.from ?? holder
  const waited = t.waited
  if (waited)
    rows.push({
      id: cx.newId(),
      thing: t.id,
      root: t.root,
      seq: prior.length + 1,
      kind: 'left',
      state: 'left',
      ...handsOf(giver, waited.place),
      gave_at: last?.gaveAt ?? waited.at,
      at: waited.at,
      gave_by: waited.by,
      witness: waited.witness?.id ?? null,
      witness_name: waited.witness?.name ?? null,
    })
  const from = waited?.place ?? giver
  const gaveAt = waited ? cx.occurredAt : last?.gaveAt
  rows.push({
    id: cx.newId(),
    thing: t.id,
    root: t.root,
    seq: rows.length + 1,
    kind: t.first.kind,
    state: t.first.state,
    ...handsOf(from, t.first.to),
    gave_at: t.first.gaveAt ?? gaveAt ?? (from ? cx.occurredAt : null),
    at: cx.occurredAt,
    gave_by: t.first.gaveBy ?? null,
    took_by: t.first.tookBy ?? null,
    gave_sign: t.first.gaveSign ?? null,
    took_sign: t.first.tookSign ?? null,
    witness: t.first.witness?.id ?? null,
    witness_name: t.first.witness?.name ?? null,
    purpose: t.first.purpose ?? null,
    words: t.first.words ?? null,
  })
  return rows
}

function thingRow(t: NewThing): CoveredRow {
  const { input, id, root } = t
  return {
    id,
    root,
    number: t.number,
    barcode: barcodeOf(id),
    kind: t.kind,
    submission: t.submission ?? null,
    parent: t.parent ?? null,
    taken_from: input.takenFrom ?? null,
    taken_at: input.takenAt ?? null,
    taken_on: input.takenOn ?? null,
    taken_place: input.takenPlace ?? null,
    their_number: input.theirNumber ?? null,
  }
}

function descriptionRow(cx: Cx, t: NewThing): CoveredRow {
  const { input, id, root } = t
  return {
    id: cx.newId(),
    thing: id,
    root,
    seq: 1,
    type: input.type ?? null,
    words: input.description,
    quantity: input.quantity?.value ?? null,
    unit: input.quantity?.unit ?? null,
    count: input.count ?? null,
  }
}

/** Of the packaging of intake there is one row; certificates state what it says. */
function packagingRows(cx: Cx, t: NewThing): CoveredRow[] {
  const pack = t.input.packaging
  if (!pack) return []
  return [
    {
      id: cx.newId(),
      thing: t.id,
      root: t.root,
      seq: 1,
      type: pack.type,
      colour: pack.colour ?? null,
      size: pack.size ?? null,
      condition: pack.condition ?? null,
      words: pack.words ?? null,
    },
  ]
}

const plansRows = (cx: Cx, t: NewThing): Record<string, CoveredRow[]> => ({
  'evidence.own_number': t.input.number
    ? [{ id: cx.newId(), thing: t.id, root: t.root, why: t.input.number.why, by_name: cx.actor.name }]
    : [],
  'evidence.intention': t.input.intended
    ? [
        {
          id: cx.newId(),
          thing: t.id,
          root: t.root,
          seq: 1,
          disposition: t.input.intended.as,
          words: t.input.intended.words ?? null,
          at: cx.occurredAt,
          by_name: cx.actor.name,
        },
      ]
    : [],
})

const hazardRows = (cx: Cx, t: NewThing): CoveredRow[] =>
  (t.input.hazards ?? []).map((hazard) => ({
    id: cx.newId(),
    thing: t.id,
    root: t.root,
    hazard,
    seq: 1,
    state: 'flagged',
    words: null,
  }))

const discrepancyRows = (cx: Cx, t: NewThing): CoveredRow[] =>
  (t.input.discrepancies ?? []).map((d) => ({
    id: cx.newId(),
    thing: t.id,
    submission: t.submission ?? null,
    root: t.root,
    kind: d.kind,
    expected: d.expected ?? null,
    found: d.found ?? null,
    words: d.words,
  }))

/** One entry for the whole birth; tables without a row are left out. */
export async function birthEntry(cx: Cx, t: NewThing): Promise<NewEntry> {
  const { input, id, root } = t
  const seals = sealRows(cx, id, root, input.seals)
  const particulars = await particularsRow(cx, { id, root, type: input.type }, input.answers)
  const rows: Record<string, readonly CoveredRow[]> = {
    'evidence.thing': [thingRow(t)],
    'evidence.description': [descriptionRow(cx, t)],
    'evidence.particulars': particulars ? [particulars] : [],
    'evidence.custody_event': chainRows(cx, t),
    // A thing is born held: only an answered review of a closed case lifts this, so that forgetting fails safe.
    ...holdRows(cx, {
      subject: itemRef(id),
      root,
      kind: 'born',
      why: 'evidence.hold-born',
      values: { number: t.number },
    }),
    'evidence.seal': seals.seals,
    'evidence.seal_event': seals.events,
    'evidence.packaging': packagingRows(cx, t),
    'evidence.packing': t.container
      ? [{ id: cx.newId(), thing: id, root, seq: 1, container: t.container }]
      : [],
    ...plansRows(cx, t),
    'evidence.hazard_flag': hazardRows(cx, t),
    'evidence.discrepancy': discrepancyRows(cx, t),
    'evidence.photograph': await photographRows(cx, t),
    ...t.rows,
  }
  return {
    subject: itemRef(id),
    root,
    facts: { number: t.number, kind: t.kind, hazards: input.hazards ?? [], parent: t.parent ?? null },
    rows: Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0)),
  }
}
