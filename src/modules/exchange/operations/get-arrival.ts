/** One case as it was sent: what it says, what it says otherwise than before, and which cases bear its number. */
import { casesAlike, isMinor } from '#modules/cases/public.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { ArrivalSeen, OfArrival, type SentCase } from '../contract/arrivals.ts'
import type { SentRecording } from '../contract/recordings.ts'
import { deciders } from '../roles.ts'
import { differencesBetween, mayDecide, saidOf } from '../rules/arrivals.ts'
import { saidOfRecording } from '../rules/recordings.ts'
import { type ArrivalRow, arrivalById, versionBefore } from '../store/arrivals.ts'
import { linesOf } from './arrivals.ts'

/** Fields that hold one code of a list: shown in words. */
const codeLists: ReadonlyMap<string, string> = new Map([
  ['kind', 'number-kind'],
  ['type', 'case-type'],
])
/** Shown as people write a day. */
const days: ReadonlySet<string> = new Set(['takenOn', 'keptUntil'])
const recordingLists: ReadonlyMap<string, string> = new Map([['kind', 'recording-kind']])

/** The number by which its case may be known here. */
const numberOf = (a: ArrivalRow): string =>
  a.sort === 'recording' && a.sent ? (a.sent as SentRecording).case : a.number

export const getArrival = query({
  name: 'exchange.get-arrival',
  summary: 'One case as it was sent: what it says, what differs from before, which cases bear its number.',
  who: deciders,
  reads: 'sensitive',
  input: OfArrival,
  output: ArrivalSeen,
  async run(cx, input) {
    const a = await arrivalById(cx, input.arrival)
    cx.allow(a)
    const [line] = await linesOf(cx, [a])
    const before = await versionBefore(cx, a)
    // Names of minors are for whoever works on the case, not for whoever sorts the post.
    const say = (of: ArrivalRow) =>
      of.sent === null
        ? []
        : of.sort === 'recording'
          ? saidOfRecording(of.sent as SentRecording)
          : saidOf(of.sent as SentCase, (p) => isMinor(p, a.at.slice(0, 10)))
    const named = async (said: readonly { readonly field: string; readonly text: string }[]) => {
      const out = []
      for (const { field, text } of said) {
        const list = a.sort === 'recording' ? recordingLists.get(field) : codeLists.get(field)
        const plain = days.has(field) ? cx.say('exchange.said-day', { day: text }) : text
        out.push({ field, text: list ? await nameOfCode(cx, list, text, cx.language) : plain })
      }
      return out
    }
    const label = (field: string): string =>
      cx.say(a.sort === 'recording' ? `exchange.recording-${field}` : `exchange.sent-${field}`)
    const now = await named(say(a))
    const differs = before ? differencesBetween(await named(say(before)), now) : []
    const matches = a.decision === null ? await casesAlike(cx, { numbers: [numberOf(a)], names: [] }) : []
    const waits = {
      sort: a.sort ?? ('case' as const),
      waits: a.decision === null,
      caseRoot: a.case_root,
      unit: a.office_unit,
    }
    return {
      ...(line as NonNullable<typeof line>),
      title: a.sent?.title ?? null,
      digest: a.digest,
      decidedBy: a.decided_by,
      decidedAt: a.decided_at,
      words: a.words,
      says: now.map((f) => ({ ...f, field: label(f.field) })),
      differences: differs.map((d) => ({ ...d, field: label(d.field) })),
      matches: matches.map((m) => ({ id: m.id, number: m.number, title: m.title })),
      actions: actionsOf(cx, a, { 'exchange.decide-arrival': mayDecide(waits, { decision: 'reject' }) }),
    }
  },
})
