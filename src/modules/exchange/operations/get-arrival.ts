/** One case as it was sent: what it says, what it says otherwise than before, and which cases bear its number. */
import { casesAlike, isMinor } from '#modules/cases/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { ArrivalSeen, OfArrival } from '../contract/arrivals.ts'
import { deciders } from '../roles.ts'
import { differencesBetween, mayDecide, saidOf } from '../rules/arrivals.ts'
import { arrivalById, versionBefore } from '../store/arrivals.ts'
import { linesOf } from './arrivals.ts'

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
    const say = (sent: typeof a.sent) => (sent ? saidOf(sent, (p) => isMinor(p, a.at.slice(0, 10))) : [])
    const named = (said: readonly { field: string; text: string }[]) =>
      said.map((f) => ({ ...f, field: cx.say(`exchange.sent-${f.field}`) }))
    const matches = a.decision === null ? await casesAlike(cx, { numbers: [a.number], names: [] }) : []
    const waits = { waits: a.decision === null, caseRoot: a.case_root, unit: a.office_unit }
    return {
      ...(line as NonNullable<typeof line>),
      title: a.sent?.title ?? null,
      digest: a.digest,
      decidedBy: a.decided_by,
      decidedAt: a.decided_at,
      words: a.words,
      says: named(say(a.sent)),
      differences: before
        ? differencesBetween(say(before.sent), say(a.sent)).map((d) => ({
            ...d,
            field: cx.say(`exchange.sent-${d.field}`),
          }))
        : [],
      matches: matches.map((m) => ({ id: m.id, number: m.number, title: m.title })),
      actions: actionsOf(cx, a, { 'exchange.decide-arrival': mayDecide(waits, { decision: 'reject' }) }),
    }
  },
})
