/** The one inbox of cases that systems send, whichever way they come: known by the sender’s own number, opened, or laid before a person. */
import { endSight, openSight, oversight } from '#identity/sight.ts'
import { notifyRoles } from '#identity/notices.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { checkedCase, giveSight, subjectsWithNumbers, type NewCase } from '#modules/cases/public.ts'
import { desksOf } from '#modules/evidence/public.ts'
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { ArrivalReceipt, SentCase } from './contract/arrivals.ts'
import type { SentRecording } from './contract/recordings.ts'
import { type ArrivalRow, arrivalOf, caseNumbers, officeByCode } from './store/arrivals.ts'

export const arrivalRef = (root: string): Ref => ref('exchange.arrival', root)
const whySeen = 'exchange.receive-case'

/** Two files that say the same bear the same digest, in whatever order they say it. */
export const digestOf = (sent: SentCase | SentRecording): string =>
  createHash('sha256')
    .update(canonical(sent as unknown as Json))
    .digest('hex')

export interface From {
  readonly source: string
  readonly agency: string | null
  readonly came: 'wire' | 'folder'
}
export interface Waits {
  readonly code: string
  readonly values: Record<string, Json>
}

/** What was sent as a case of this laboratory: under the sender’s number and in the hands of its office. */
export const openingOf = (sent: SentCase, root: string, unit: string, type = sent.type) => ({
  id: root,
  type,
  ...(sent.title ? { title: sent.title } : {}),
  summary: sent.summary ?? null,
  offences: sent.offences,
  incident: sent.incident ?? null,
  place: sent.place ?? null,
  parties: sent.parties,
  aliases: [{ kind: sent.kind, text: sent.number }],
  investigator: { unit, ...(sent.officer ? { name: sent.officer } : {}) },
})

export async function takeIn(cx: Cx, sent: SentCase, from: From): Promise<ArrivalReceipt> {
  const before = await arrivalOf(cx, from.source, sent.number)
  const digest = digestOf(sent)
  if (before?.digest === digest) {
    await cameAgain(cx, before)
    return receiptOf(cx, before, true)
  }
  const [id, root] = before ? [cx.newId(), before.root] : [cx.newId(), '']
  const at = { id, root: root || id, seq: (before?.seq ?? 0) + 1 }
  await cx.lock([arrivalRef(at.root)])
  const office = await officeByCode(cx, sent.office, from.agency)
  const [waits, opening] = await judged(cx, sent, at.root, before, office)
  const decided: CoveredRow[] = opening
    ? [decisionRow(cx, at, { decision: 'opened', caseRoot: at.root, unit: office?.id ?? null })]
    : []
  const number = opening ? await opening.draw() : null
  await keepArrival(
    cx,
    { at, from, number: sent.number, office: sent.office, unit: office?.id ?? null, digest, sent, waits },
    decided,
  )
  if (opening && number !== null) {
    await opening.open(number)
    await giveSight(cx, at.root, [office?.id, cx.actor.kind === 'person' ? cx.actor.id : null], whySeen)
  } else await layBefore(cx, at.root, sent.number)
  const now = await arrivalOf(cx, from.source, sent.number)
  if (!now) throw new Refusal('conflict', 'somebody-was-faster')
  return receiptOf(cx, now, false)
}

interface Laid {
  readonly at: { readonly id: string; readonly root: string; readonly seq: number }
  readonly from: From
  readonly number: string
  readonly office: string
  readonly unit: string | null
  readonly digest: string
  readonly sent: SentCase | SentRecording
  readonly waits: Waits | null
  readonly sort?: 'recording'
}
/** What was sent, as a version under its number: its words in the vault. */
export async function keepArrival(cx: Cx, a: Laid, decided: readonly CoveredRow[] = []): Promise<void> {
  const kept = await keepPersonal(cx, a.at.root, a.sent as unknown as Json)
  await cx.record({
    subject: arrivalRef(a.at.root),
    root: a.at.root,
    facts: { source: a.from.source, version: a.at.seq, digest: a.digest, waits: a.waits?.code ?? null },
    rows: {
      'exchange.arrival': [
        {
          ...a.at,
          source: a.from.source,
          number: a.number,
          came: a.from.came,
          office: a.office,
          unit: a.unit,
          digest: a.digest,
          ...kept,
          waits: a.waits?.code ?? null,
          waits_values: a.waits?.values ?? null,
          sort: a.sort ?? null,
        },
      ],
      ...(decided.length > 0 ? { 'exchange.arrival_decided': decided } : {}),
    },
  })
}
/** It came before, word for word: nothing is done again; that it came again stands in the ledger. */
export async function cameAgain(cx: Cx, before: ArrivalRow): Promise<void> {
  await cx.lock([arrivalRef(before.root)])
  await cx.record({
    subject: arrivalRef(before.root),
    root: before.root,
    facts: { source: before.source, version: before.seq, digest: before.digest, again: true },
  })
}

/** Why a person decides, or the case as it may be opened at once. */
async function judged(
  cx: Cx,
  sent: SentCase,
  root: string,
  before: ArrivalRow | undefined,
  office: { id: string } | undefined,
): Promise<[Waits | null, NewCase | null]> {
  const wait = (code: string, values: Record<string, Json> = {}): [Waits, null] => [{ code, values }, null]
  if (before?.case_root) return wait('exchange.arrival-changed')
  if (!office) return wait('exchange.arrival-office-unknown', { office: sent.office })
  const known = (await subjectsWithNumbers(cx, [sent.number])).filter((k) => k.subject.startsWith('cases.'))
  if (known.length > 0) return wait('exchange.arrival-number-known', { number: sent.number })
  try {
    return [null, await checkedCase(cx, openingOf(sent, root, office.id), { seenAlready: true })]
  } catch (cause) {
    // What this laboratory does not understand is no fault of the sender’s: a person looks at it.
    if (cause instanceof Refusal) return wait(cause.code, { ...cause.values } as Record<string, Json>)
    throw cause
  }
}

export function decisionRow(
  cx: Pick<Cx, 'newId'>,
  at: { id: string; root: string },
  d: { decision: string; caseRoot?: string | null; unit?: string | null; words?: string | null },
): CoveredRow {
  return {
    id: cx.newId(),
    arrival: at.id,
    root: at.root,
    decision: d.decision,
    case_root: d.caseRoot ?? null,
    unit: d.unit ?? null,
    words: d.words ?? null,
  }
}

/** Counters and who answers for the whole see what waits; they are told once. */
export async function layBefore(cx: Cx, root: string, number: string): Promise<void> {
  const desks = await desksOf(cx)
  const own = cx.actor.kind === 'person' ? [cx.actor.id] : []
  await openSight(
    cx,
    [oversight, ...own, ...desks.map((d) => d.id)].map((principal) => ({ root, principal, why: whySeen })),
  )
  await notifyRoles(cx, ['evidence-officer', 'administrator'], 'exchange.notice-arrival', {
    subject: arrivalRef(root),
    number,
    root,
    path: `/exchange/arrivals?arrival=${root}`,
  })
}
/** Once it is a case, it is seen as a case: the counters that only decided see it no longer for that. */
export async function noLongerBefore(cx: Cx, root: string): Promise<void> {
  for (const desk of await desksOf(cx))
    if (desk.id !== cx.actor.unit) await endSight(cx, root, { principal: desk.id, why: whySeen })
}

export const stateOf = (a: Pick<ArrivalRow, 'decision'>): ArrivalReceipt['state'] =>
  a.decision === null ? 'waits' : a.decision === 'rejected' ? 'rejected' : 'opened'
export const whyOf = (cx: Pick<Cx, 'say'>, a: ArrivalRow): string | null =>
  a.decision === 'rejected'
    ? a.words
    : a.decision === null && a.waits
      ? cx.say(a.waits, a.waits_values ?? {})
      : null

export async function receiptOf(cx: Cx, a: ArrivalRow, again: boolean): Promise<ArrivalReceipt> {
  const numbers = await caseNumbers(cx, a.case_root ? [a.case_root] : [])
  return {
    id: a.root,
    source: a.source,
    number: a.number,
    version: a.seq,
    state: stateOf(a),
    why: whyOf(cx, a),
    case: (a.case_root && numbers.get(a.case_root)) ?? null,
    digest: a.digest,
    receivedAt: a.at,
    again,
  }
}
