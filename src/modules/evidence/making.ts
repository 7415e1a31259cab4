/** A thing comes into the record: described, packed, sealed, photographed, held from its first moment, in one entry. */
import { addHandles, holdRow, noteProgress, type Handle, type Progress } from '#modules/cases/public.ts'
import { codeOf } from '#modules/catalogue/public.ts'
import { uploadedFile } from '#platform/uploads.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import { barcodeOf } from './barcode.ts'
import type { ItemInput, PhotographInput, PriorHand } from './contract.ts'
import { handsOf, type Move } from './moving.ts'
import { itemRef, type Holder } from './store/items.ts'
import { refreshThings } from './store/now.ts'
import type { z } from 'zod'

export type Prior = z.output<typeof PriorHand>
type Photo = z.output<typeof PhotographInput>
type Made = Omit<ItemInput, 'kind'>

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
  /** Whose hand it comes from and goes to now. */
  readonly from: Holder | null
  readonly first: Omit<Move, 'gaveAt'> & { readonly gaveAt?: string | null }
  readonly rows?: Readonly<Record<string, readonly CoveredRow[]>>
}

/** Refuses `catalogue.no-such-code`, once per code whatever the number of items. */
export async function checkItemCodes(cx: Cx, items: readonly Made[]): Promise<void> {
  const wanted = new Map<string, [string, string]>()
  const want = (list: string, code: string | null | undefined): void => {
    if (code) wanted.set(`${list} ${code}`, [list, code])
  }
  for (const item of items) {
    want('item-type', item.type)
    want('packaging-type', item.packaging?.type)
    want('colour', item.packaging?.colour)
    want('packaging-size', item.packaging?.size)
    want('condition', item.packaging?.condition)
    for (const seal of item.seals ?? []) want('seal-type', seal.type)
    for (const hazard of item.hazards ?? []) want('hazard', hazard)
  }
  for (const [list, code] of wanted.values()) await codeOf(cx, list, code)
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
  const from = t.from ?? holder
  rows.push({
    id: cx.newId(),
    thing: t.id,
    root: t.root,
    seq: prior.length + 1,
    kind: t.first.kind,
    state: t.first.state,
    ...handsOf(from, t.first.to),
    gave_at: t.first.gaveAt ?? last?.gaveAt ?? (from ? cx.occurredAt : null),
    at: cx.occurredAt,
    gave_by: t.first.gaveBy ?? null,
    took_by: t.first.tookBy ?? null,
    witness: t.first.witness?.id ?? null,
    witness_name: t.first.witness?.name ?? null,
    purpose: t.first.purpose ?? null,
    words: t.first.words ?? null,
  })
  return rows
}

async function entryOf(cx: Cx, t: NewThing): Promise<NewEntry> {
  const { input, id, root } = t
  const rows: Record<string, readonly CoveredRow[]> = {
    'evidence.thing': [
      {
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
      },
    ],
    'evidence.description': [
      {
        id: cx.newId(),
        thing: id,
        root,
        seq: 1,
        type: input.type ?? null,
        words: input.description,
        quantity: input.quantity?.value ?? null,
        unit: input.quantity?.unit ?? null,
        count: input.count ?? null,
      },
    ],
    'evidence.custody_event': chainRows(cx, t),
    // A thing is born held: only an answered review of a closed case lifts this, so that forgetting fails safe.
    'cases.hold': [
      holdRow(cx, {
        subject: itemRef(id),
        root,
        kind: 'born',
        why: 'evidence.hold-born',
        values: { number: t.number },
      }),
    ],
    ...t.rows,
  }
  const put = (table: string, list: readonly CoveredRow[]): void => {
    if (list.length > 0) rows[table] = [...(rows[table] ?? []), ...list]
  }
  const seals = sealRows(cx, id, root, input.seals)
  put('evidence.seal', seals.seals)
  put('evidence.seal_event', seals.events)
  if (input.packaging)
    put('evidence.packaging', [
      {
        id: cx.newId(),
        thing: id,
        root,
        seq: 1,
        type: input.packaging.type,
        colour: input.packaging.colour ?? null,
        size: input.packaging.size ?? null,
        condition: input.packaging.condition ?? null,
        words: input.packaging.words ?? null,
      },
    ])
  if (t.container)
    put('evidence.packing', [{ id: cx.newId(), thing: id, root, seq: 1, container: t.container }])
  put(
    'evidence.hazard_flag',
    (input.hazards ?? []).map((hazard) => ({
      id: cx.newId(),
      thing: id,
      root,
      hazard,
      seq: 1,
      state: 'flagged',
      words: null,
    })),
  )
  put(
    'evidence.discrepancy',
    (input.discrepancies ?? []).map((d) => ({
      id: cx.newId(),
      thing: id,
      submission: t.submission ?? null,
      root,
      kind: d.kind,
      expected: d.expected ?? null,
      found: d.found ?? null,
      words: d.words,
    })),
  )
  put('evidence.photograph', await photographRows(cx, t))
  return {
    subject: itemRef(id),
    root,
    facts: { number: t.number, kind: t.kind, hazards: input.hazards ?? [], parent: t.parent ?? null },
    rows,
  }
}

export function thingHandles(t: NewThing): Handle[] {
  const at = { subject: itemRef(t.id), root: t.root, label: t.number }
  return [
    { ...at, text: t.number, kind: 'item-number' },
    { ...at, text: barcodeOf(t.id), kind: 'barcode' },
    { ...at, text: t.input.description, kind: 'text' },
    ...(t.input.theirNumber ? [{ ...at, text: t.input.theirNumber, kind: 'exhibit-number' }] : []),
    ...(t.input.seals ?? []).map((s) => ({ ...at, text: s.number, kind: 'seal' })),
  ]
}

/** Entries for new things; the caller may put others beside them into one `cx.record`, then calls `makeThings`' second half itself. */
export async function thingEntries(cx: Cx, things: readonly NewThing[]): Promise<NewEntry[]> {
  const entries: NewEntry[] = []
  for (const t of things) entries.push(await entryOf(cx, t))
  return entries
}

/** Everything that follows once the entries are recorded: standing, search, what the case counts. */
export async function followThings(
  cx: Cx,
  things: readonly NewThing[],
  progress: readonly Progress[] = [],
  handles: readonly Handle[] = [],
): Promise<void> {
  await refreshThings(
    cx,
    things.map((t) => t.id),
  )
  await addHandles(cx, [...things.flatMap(thingHandles), ...handles])
  const roots = [...new Set(things.map((t) => t.root))]
  for (const root of roots) {
    const own = things
      .filter((t) => t.root === root)
      .map(
        (t): Progress => ({
          subject: itemRef(t.id),
          kind: 'item',
          state: 'done',
          text: 'evidence.progress-received',
          values: { number: t.number },
        }),
      )
    await noteProgress(cx, root, ...own, ...progress)
  }
}

/** New things under the caller's operation; answers nothing, the ids are the caller's. */
export async function makeThings(
  cx: Cx,
  things: readonly NewThing[],
  beside: readonly NewEntry[] = [],
): Promise<void> {
  await cx.record(...beside, ...(await thingEntries(cx, things)))
  await followThings(cx, things)
}
