/** The steps of the counter: what is taken in becomes things of a case, what is not goes back with its reason, and both are signed. */
import {
  addHandles,
  checkedCase,
  giveSight,
  seeCase,
  type Handle,
  type NewCase,
} from '#modules/cases/public.ts'
import { codeOf, nextNumber, numberingOf } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { barcodeOf } from '../things/barcode.ts'
import type { NewThing, Prior, Waited } from '../things/birth.ts'
import type {
  OpenCaseInput,
  ReceiveSubmission,
  RefusedItem,
  RefuseSubmission,
  SubmittedItem,
} from './contract.ts'
import type { Submitter } from '../things/contract.ts'
import {
  checkItemCodes,
  checkTaken,
  followThings,
  numbersFor,
  thingEntries,
  withDangers,
  type TypeDangers,
} from '../things/new-things.ts'
import { happened } from '../things/change-of-hands.ts'
import { type Held, bringIn, nothingHeld } from './held.ts'
import { seizureRows } from './seizure.ts'
import { gunTypes } from '../things/firearms.ts'
import { signatureOf, type Signature } from '../things/signatures.ts'
import { ownHand, type PersonFacts } from '../things/store/hands.ts'
import type { Holder } from '../things/store/items.ts'

type Item = z.output<typeof SubmittedItem>
type From = z.output<typeof Submitter>
interface File {
  readonly id: string
  readonly number: string
}

/** The case that is named, while it is open. */
export async function openCase(cx: Cx, id: string): Promise<File> {
  const file = await seeCase(cx, id, { lock: true })
  cx.allow(file)
  refuseUnless(
    unless(
      file.state === 'open',
      no('evidence.case-closed', { number: file.number }, 'evidence.next-reopen-case'),
    ),
  )
  return { id: file.id, number: file.number }
}

/** That case, or a new one by the door of cases: checked now, numbered and written when everything else is decided. */
export async function caseOf(
  cx: Cx,
  input: { case?: string | undefined; newCase?: OpenCaseInput | undefined },
): Promise<NewCase> {
  if (input.case) {
    const { id, number } = await openCase(cx, input.case)
    return { id, draw: async () => number, open: async () => {} }
  }
  cx.allow(null)
  if (!input.newCase) throw new Refusal('invalid', 'evidence.case-or-new-case')
  return checkedCase(cx, input.newCase)
}

export function submitterHand(from: From, people: ReadonlyMap<string, PersonFacts>): Holder {
  const known = from.person ? people.get(from.person) : undefined
  return {
    kind: 'person',
    id: known?.id ?? null,
    name: known?.name ?? from.name ?? '',
    where: from.where ?? known?.where ?? null,
  }
}

/** Times before the house must run forwards as far as each one says; what runs backwards is kept and shown as a contradiction. */
export function priorHands(prior: readonly Prior[], people: ReadonlyMap<string, PersonFacts>): Prior[] {
  return prior.map((p) => ({
    ...p,
    name: (p.person ? people.get(p.person)?.name : undefined) ?? p.name,
    where: p.where ?? (p.person ? people.get(p.person)?.where : undefined),
  }))
}

interface Reception {
  readonly id: string
  readonly number: string
  readonly file: File
  readonly from: Holder
  readonly me: Holder
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly signature: Signature
  /** Writes the case, where it is new. */
  readonly openCase: () => Promise<void>
  /** A number for each of these things of the case. */
  readonly draw: (items: readonly Pick<Item, 'number'>[]) => Promise<string[]>
}

/**
 * Everything that is the same whether it is taken in or sent back: the case, the number, who stands there and how they signed. All that
 * is asked goes to the database at once; `checked` are the caller's own questions, answered before a number is drawn.
 */
async function receptionOf(
  cx: Cx,
  input: ReceiveSubmission | RefuseSubmission,
  named: readonly string[],
  checked: readonly Promise<unknown>[],
): Promise<Reception> {
  const by = input.submittedBy
  const numberings = [numberingOf(cx, 'submission'), numberingOf(cx, 'item')] as const
  const [file, { me, others }] = await Promise.all([
    caseOf(cx, input),
    ownHand(cx, [...(by.person ? [by.person] : []), ...named]),
    ...checked,
    ...numberings,
  ])
  const from = submitterHand(by, others)
  const signature = await signatureOf(cx, {
    side: 'gave',
    root: file.id,
    person: by.person ?? null,
    name: from.name,
    where: from.where,
    coSigner: input.coSigner,
    signed: input.signed,
    other: 'evidence.co-signer-not-submitter',
  })
  // The counters last: from here to the commit others at the counter wait for their numbers.
  const [caseNumber, number] = await Promise.all([
    file.draw(),
    nextNumber(cx, 'submission', {}, numberings[0]),
  ])
  return {
    id: input.id ?? cx.newId(),
    number,
    file: { id: file.id, number: caseNumber },
    openCase: () => file.open(caseNumber),
    draw: (items) => numbersFor(cx, caseNumber, items, numberings[1]),
    from,
    me,
    people: others,
    signature,
  }
}

function submissionRow(cx: Cx, r: Reception, by: From, more: Record<string, string | null>): CoveredRow {
  return {
    id: r.id,
    root: r.file.id,
    number: r.number,
    unit: cx.actor.unit,
    submitted_by: r.from.id,
    submitted_by_name: r.from.name,
    submitted_by_unit: by.unit ?? (by.person ? r.people.get(by.person)?.unit : null) ?? null,
    submitted_by_where: r.from.where,
    at: cx.occurredAt,
    signature: r.signature.sign,
    signed_by: r.signature.by,
    ...more,
  }
}

async function refusedRows(cx: Cx, r: Reception, items: readonly RefusedItem[]): Promise<CoveredRow[]> {
  for (const why of new Set(items.map((i) => i.why))) await codeOf(cx, 'refusal-reason', why)
  await refuseNoGun(cx, items)
  return items.map((i) => ({
    id: cx.newId(),
    submission: r.id,
    root: r.file.id,
    description: i.description,
    their_number: i.theirNumber ?? null,
    seal: i.seal ?? null,
    reason: i.why,
    words: i.words ?? null,
    item: i.item ?? null,
  }))
}
/** What came over the road with a round in it does not go back onto it: it is taken in, into a safe place, for an examiner. */
async function refuseNoGun(cx: Cx, items: readonly RefusedItem[]): Promise<void> {
  const doubted = items.filter((i) => i.type && i.shownSafe !== true)
  if (doubted.length === 0) return
  const guns = await gunTypes(cx)
  const gun = doubted.find((i) => guns.has(i.type ?? ''))
  refuseUnless(
    unless(
      gun === undefined,
      no('evidence.gun-not-sent-back', { what: gun?.description ?? '' }, 'evidence.next-gun-waits'),
    ),
  )
}
/** Empty lists leave no table behind. */
const some = (table: string, rows: readonly CoveredRow[]): Record<string, readonly CoveredRow[]> =>
  rows.length > 0 ? { [table]: rows } : {}

const handleOf = (r: Reception): Handle => {
  const subject = ref('evidence.submission', r.id)
  return { text: r.number, kind: 'submission-number', subject, root: r.file.id, label: r.number }
}

/** Rows of a caller that belong into the entry of the submission. */
export type Also = (submission: string, root: string) => Record<string, readonly CoveredRow[]>
const nothing: Also = () => ({})

export async function receiveStep(
  cx: Cx,
  input: ReceiveSubmission,
  also: Also = nothing,
  /** What the caller asks beside: it must hold before anything is numbered. */
  checks: () => readonly Promise<unknown>[] = () => [],
  /** Where it waited until somebody was at the counter. */
  waited: Waited | null = null,
  /** What is in custody already and changes hands here; `input.items` are the new ones. */
  held: Held = nothingHeld,
) {
  happened(cx)
  const flat = input.items.flatMap((i) => [i, ...(i.contents ?? [])])
  const dangers = checkItemCodes(cx, flat)
  const hands = [...(input.before ?? []), ...flat.flatMap((i) => i.before ?? [])]
  const r = await receptionOf(
    cx,
    input,
    hands.map((p) => p.person).filter((p): p is string => Boolean(p)),
    [...checks(), dangers, ...(input.way ? [codeOf(cx, 'delivery-way', input.way)] : [])],
  )
  const from = input.seizure?.from
  const things = await thingsOf(cx, input, r, await dangers, waited)
  const by = input.submittedBy
  // The case first: a new one bears no id under which somebody sees something already.
  await r.openCase()
  await giveSight(cx, r.file.id, [cx.actor.unit, by.unit, by.person], 'evidence.receive-submission')
  await checkTaken(cx, r.file.id, [...flat, ...(from && 'value' in from ? [{ takenFrom: from.value }] : [])])
  const subject = ref('evidence.submission', r.id)
  await cx.record(
    {
      subject,
      root: r.file.id,
      facts: {
        number: r.number,
        items: things.length + held.found.length,
        by: r.from.id,
        refused: input.refused?.length ?? 0,
      },
      rows: {
        'evidence.submission': [
          submissionRow(cx, r, by, {
            state: 'received',
            way: input.way ?? null,
            refusal: null,
            words: input.words ?? null,
          }),
        ],
        ...some('evidence.refused_item', await refusedRows(cx, r, input.refused ?? [])),
        ...some('evidence.seizure', await seizureRows(cx, r.id, r.file.id, input.seizure)),
        ...also(r.id, r.file.id),
      },
    },
    ...r.signature.entries,
    ...(await thingEntries(cx, things)),
  )
  await followThings(
    cx,
    things,
    [
      {
        subject,
        kind: 'submission',
        state: 'done',
        text: 'evidence.progress-submission',
        values: { number: r.number },
      },
    ],
    [handleOf(r)],
    [r.file.id],
  )
  await bringIn(cx, held, { ...r, root: r.file.id })
  return receivedAs(r, [...things, ...held.found.map((h) => h.item)])
}
const receivedAs = (r: Reception, things: readonly { readonly id: string; readonly number: string }[]) => ({
  id: r.id,
  number: r.number,
  case: r.file,
  items: things.map(({ id, number }) => ({ id, number, barcode: barcodeOf(id) })),
})

/** Nothing comes into custody; that it was brought, by whom and why it went back stays on the record. */
export async function refuseStep(
  cx: Cx,
  input: RefuseSubmission,
  also: Also = nothing,
): Promise<{ id: string; number: string; case: string }> {
  happened(cx)
  const r = await receptionOf(cx, input, [], [codeOf(cx, 'refusal-reason', input.why)])
  await r.openCase()
  const by = input.submittedBy
  await cx.record(
    {
      subject: ref('evidence.submission', r.id),
      root: r.file.id,
      facts: { number: r.number, why: input.why },
      rows: {
        'evidence.submission': [
          submissionRow(cx, r, by, {
            state: 'refused',
            way: null,
            refusal: input.why,
            words: input.words ?? null,
          }),
        ],
        ...some('evidence.refused_item', await refusedRows(cx, r, input.refused ?? [])),
        ...also(r.id, r.file.id),
      },
    },
    ...r.signature.entries,
  )
  await addHandles(cx, [handleOf(r)])
  await giveSight(cx, r.file.id, [cx.actor.unit, by.unit, by.person], 'evidence.refuse-submission')
  return { id: r.id, number: r.number, case: r.file.id }
}

/** A kit and what is in it: the kit is a container, its contents are things of their own, packed in it. */
async function thingsOf(
  cx: Cx,
  input: ReceiveSubmission,
  r: Reception,
  dangers: TypeDangers,
  waited: Waited | null,
): Promise<NewThing[]> {
  const things: NewThing[] = []
  const numbers = await r.draw(input.items.flatMap((i) => [i, ...(i.contents ?? [])]))
  const put = (item: Item, container: string | null): void => {
    const id = item.id ?? cx.newId()
    if (things.some((t) => t.id === id)) throw new Refusal('invalid', 'evidence.same-id-twice')
    const { contents, kind, id: _id, before, ...rest } = item
    things.push({
      id,
      number: numbers[things.length] ?? '',
      root: r.file.id,
      kind: contents && kind === 'item' ? 'kit' : kind,
      input: withDangers(rest, dangers),
      submission: r.id,
      container,
      before: priorHands([...(before ?? input.before ?? [])], r.people),
      waited,
      from: r.from,
      first: {
        kind: 'received',
        state: 'received',
        to: r.me,
        gaveBy: r.signature.by,
        gaveSign: r.signature.sign,
        tookBy: cx.actor.id,
        purpose: null,
      },
    })
    for (const inner of contents ?? []) put({ ...inner, before: inner.before ?? before }, id)
  }
  for (const item of input.items) put(item, null)
  return things
}
