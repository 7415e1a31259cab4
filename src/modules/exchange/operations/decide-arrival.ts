/** Decides what becomes of a case that was sent and waits: opened, added to one that is there, noted, or rejected with the reason. */
import { addToCase, checkedCase, giveSight } from '#modules/cases/public.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { addToRecordings } from '../arriving-recordings.ts'
import { arrivalRef, decisionRow, noLongerBefore, openingOf, receiptOf } from '../arriving.ts'
import { ArrivalReceipt, DecideArrival } from '../contract/arrivals.ts'
import type { SentRecording } from '../contract/recordings.ts'
import { deciders } from '../roles.ts'
import { mayDecide } from '../rules/arrivals.ts'
import { type ArrivalRow, arrivalById } from '../store/arrivals.ts'

type Sent = NonNullable<ArrivalRow['sent']>
const isRecording = (a: ArrivalRow, _sent: Sent): _sent is SentRecording => a.sort === 'recording'
const done = { open: 'opened', add: 'added', note: 'noted', reject: 'rejected' } as const

export const decideArrival = command({
  name: 'exchange.decide-arrival',
  summary:
    'Decides what becomes of a case that was sent and waits: opened, added, noted, or rejected with the reason.',
  who: deciders,
  input: DecideArrival,
  output: ArrivalReceipt,
  async run(cx, input) {
    const seen = await arrivalById(cx, input.arrival)
    await cx.lock([arrivalRef(seen.root)])
    const a = await arrivalById(cx, input.arrival)
    cx.allow(a)
    const sort = a.sort ?? 'case'
    refuseUnless(
      mayDecide({ sort, waits: a.decision === null, caseRoot: a.case_root, unit: a.office_unit }, input),
    )
    const sent = a.sent
    if (!sent)
      throw new Refusal('conflict', 'exchange.arrival-words-gone', { next: 'exchange.next-send-again' })
    const unit = input.unit ?? a.office_unit
    const entry =
      a.sort === 'recording' && input.decision === 'add' && input.case
        ? await addToRecordings(cx, a, { case: input.case, type: input.type })
        : null
    const opening =
      !isRecording(a, sent) && input.decision === 'open' && unit
        ? await checkedCase(cx, openingOf(sent, a.root, unit, input.type ?? sent.type), {
            seenAlready: true,
          })
        : null
    if (!isRecording(a, sent) && input.decision === 'add' && input.case) {
      await addToCase(cx, input.case, {
        aliases: [{ kind: sent.kind, text: sent.number }],
        parties: sent.parties,
      })
      await giveSight(cx, input.case, [unit], cx.operation)
    }
    const number = opening ? await opening.draw() : null
    const caseRoot = opening ? a.root : input.decision === 'add' ? (input.case ?? null) : a.case_root
    await cx.record({
      subject: arrivalRef(a.root),
      // Under the case it was added to, so that the case tells of it and an expunction of the case reaches what was sent.
      root: caseRoot ?? a.root,
      facts: { version: a.seq, decision: done[input.decision], unit: unit ?? null },
      rows: {
        'exchange.arrival_decided': [
          decisionRow(cx, a, { decision: done[input.decision], caseRoot, unit, words: input.words ?? null }),
        ],
      },
    })
    if (entry) await cx.record(entry)
    if (opening && number !== null) {
      await opening.open(number)
      await giveSight(cx, a.root, [unit], cx.operation)
      await noLongerBefore(cx, a.root)
    }
    return receiptOf(cx, await arrivalById(cx, a.id), false)
  },
})
