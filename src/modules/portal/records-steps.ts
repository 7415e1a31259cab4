/** What requests for records share: how one is shown, what is owed for it, and the one release, which is a delivery of reports by name. */
import { notify } from '#identity/notices.ts'
import { codesOf, nameOfCode } from '#modules/catalogue/public.ts'
import { kinOfPapers, mayHavePapers } from '#modules/death/public.ts'
import { deliverStep, reportRef, seeReport } from '#modules/reports/public.ts'
import { ref, type Ref } from '#kernel/shapes.ts'
import { Refusal, type Verdict } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { CoveredRow, Cx, NewEntry } from '#platform/cx.ts'
import type { ChargeSeen, RecordSeen, RecordState } from './contract/records.ts'
import {
  type Owed,
  type RecordKind,
  mayDecideRecords,
  mayReleaseRecords,
  maySettle,
  stateOfRecords,
} from './rules/records.ts'
import { isLate } from './rules.ts'
import type { ChargeRow, RecordRow } from './store/records.ts'

export const recordRef = (id: string): Ref => ref('portal.record_request', id)
export const chargeRef = (id: string): Ref => ref('portal.charge', id)

export async function kindOf(cx: Cx, code: string): Promise<RecordKind> {
  const found = (await codesOf(cx, 'record-request')).find((c) => c.code === code)
  if (!found)
    throw new Refusal('conflict', 'portal.records-no-such-kind', { next: 'portal.next-choose-kind' })
  return (found.data ?? {}) as RecordKind
}
export const standing = (r: RecordRow): RecordState =>
  stateOfRecords({
    decision: r.decision,
    owes: r.charge !== null && r.settled === null,
    released: r.released_at !== null,
  })

/** A row of what is owed, for the entry of the caller. */
export const chargeRow = (
  cx: Pick<Cx, 'newId'>,
  owed: Owed,
  of: { root: string; subject: Ref; agency: string | null },
): CoveredRow => ({ id: cx.newId(), ...of, ...owed })

/** What was granted may be held since: a death that a court has still to speak about goes to nobody but whom the rule names. */
export async function mayGoNow(
  cx: Cx,
  r: Pick<RecordRow, 'papers' | 'asked_as' | 'relative'>,
): Promise<Verdict> {
  return mayHavePapers(cx, await requestsOf(cx, r), r.asked_as, r.relative)
}
async function requestsOf(cx: Cx, r: Pick<RecordRow, 'papers'>): Promise<string[]> {
  const requests: string[] = []
  for (const paper of r.papers) requests.push((await seeReport(cx, paper.version)).request)
  return requests
}
/** Told to whoever works here and sees the death. */
async function relativeSaid(cx: Cx, r: RecordRow): Promise<string | null> {
  if (!r.relative || r.asker === cx.actor.id) return null
  const kin = (await kinOfPapers(cx, await requestsOf(cx, r))).find((k) => k.id === r.relative)
  return kin ? `${kin.name}, ${kin.relation}` : null
}

/** Given once: by name in the portal to who has an account, else as paper over the counter. Whoever asked is told. */
export async function releaseStep(cx: Cx, r: RecordRow): Promise<void> {
  const deliveries: string[] = []
  for (const paper of r.papers) {
    await cx.lock([reportRef(paper.report)])
    const v = await seeReport(cx, paper.version)
    if (r.asker)
      deliveries.push(
        await deliverStep(cx, v, { person: r.asker }, { words: cx.say('portal.records-given'), alone: true }),
      )
  }
  await cx.record({
    subject: recordRef(r.id),
    root: r.root,
    facts: { released: r.papers.map((p) => p.version), way: r.asker ? 'portal' : 'paper' },
    rows: {
      'portal.record_release': [
        {
          id: cx.newId(),
          request: r.id,
          root: r.root,
          way: r.asker ? 'portal' : 'paper',
          deliveries,
          by_name: cx.actor.name,
        },
      ],
    },
  })
  await tellAsker(cx, r)
}
export async function tellAsker(cx: Cx, r: Pick<RecordRow, 'id' | 'root' | 'asker'>): Promise<void> {
  if (r.asker && r.asker !== cx.actor.id)
    await notify(cx, [r.asker], 'portal.notice-records', {
      subject: recordRef(r.id),
      root: r.root,
      path: '/portal/records',
    })
}

/** A charge is settled once; what waited for it alone is released in the same act. */
export function settleEntry(
  cx: Cx,
  c: ChargeRow,
  how: { kind: 'paid' | 'waived'; receipt: string | null; words: string | null },
): NewEntry {
  return {
    subject: chargeRef(c.id),
    root: c.root,
    facts: { kind: how.kind, receipt: how.receipt, amount: c.amount },
    rows: {
      'portal.payment': [{ id: cx.newId(), charge: c.id, root: c.root, ...how, by_name: cx.actor.name }],
    },
  }
}

export async function recordSeen(cx: Cx, r: RecordRow): Promise<RecordSeen> {
  const state = standing(r)
  return {
    id: r.id,
    kind: { code: r.kind, name: await nameOfCode(cx, 'record-request', r.kind, cx.language) },
    state,
    numbers: r.numbers,
    case: r.case_id ? { id: r.case_id, number: r.case_number ?? '', title: r.case_title ?? '' } : null,
    text: r.said?.text ?? null,
    authority: r.authority,
    asker: r.asker_name ?? r.said?.name ?? null,
    mine: r.asker === cx.actor.id,
    proof: r.proof,
    document: r.said?.document ?? null,
    by: r.by_name,
    at: r.at,
    dueOn: r.due_on,
    late: state === 'asked' && isLate(r.due_on, cx.now.slice(0, 10)),
    askedAs: r.asked_as && (await nameOfCode(cx, 'death-records-rule', r.asked_as, cx.language)),
    relative: await relativeSaid(cx, r),
    decidedBy: r.decided_by,
    decidedAt: r.decided_at,
    reason: r.why,
    charge:
      r.charge && r.amount && r.currency
        ? { id: r.charge, amount: r.amount, currency: r.currency, settled: r.settled, receipt: r.receipt }
        : null,
    papers: r.papers.map((p) => ({ report: p.report, number: p.number, delivery: p.delivery })),
    releasedAt: r.released_at,
    actions: actionsOf(cx, r, {
      'portal.decide-records': mayDecideRecords(state),
      'portal.release-records': mayReleaseRecords(state),
      'portal.record-payment': maySettle(r.charge ? r.settled : 'none'),
      'portal.waive-charge': maySettle(r.charge ? r.settled : 'none'),
    }),
  }
}

export async function chargeSeen(cx: Cx, c: ChargeRow): Promise<ChargeSeen> {
  const list = c.subject.startsWith('work.') ? 'examination-fee' : 'record-request'
  return {
    id: c.id,
    what: await nameOfCode(cx, list, c.rule, cx.language),
    agency: c.agency_name,
    case: c.case_id ? { id: c.case_id, number: c.case_number ?? '' } : null,
    count: c.count,
    amount: c.amount,
    currency: c.currency,
    at: c.recorded_at,
    settled: c.settled,
    receipt: c.receipt,
    words: c.words,
    settledBy: c.settled_by,
    settledAt: c.settled_at,
    actions: actionsOf(cx, c, {
      'portal.record-payment': maySettle(c.settled),
      'portal.waive-charge': maySettle(c.settled),
    }),
  }
}
