/** Who did what on a case and when, in sentences, newest first. */
import { historyOfRoot } from '#ledger/history.ts'
import { query } from '#platform/define.ts'
import { History, HistoryQuery } from '../contract/telling.ts'
import { readers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { labelsOf } from '../store/handles.ts'
import { entriesOf, namesOf } from '../store/readings.ts'

export const history = query({
  name: 'cases.history',
  summary: 'Who did what on a case and when, newest first.',
  who: readers,
  reads: 'sensitive',
  input: HistoryQuery,
  output: History,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const entries = await historyOfRoot(cx.tx, file.root, {
      limit: input.limit,
      ...(input.before ? { before: input.before } : {}),
      ...(input.asOf ? { asOf: input.asOf } : {}),
    })
    const labels = await labelsOf(cx, [...new Set(entries.map((e) => e.subject))])
    const people = await namesOf(cx, [...new Set(entries.flatMap((e) => (e.actorId ? [e.actorId] : [])))])
    const nameOf = new Map(people.map((p) => [p.id, p.name]))
    const n = await entriesOf(cx, file.root, input.asOf)
    return {
      items: entries.map((e) => {
        const label = labels.get(e.subject)
        const what = cx.say(`op.${e.action}`)
        return {
          no: e.no,
          id: e.id,
          action: e.action,
          subject: e.subject,
          text: label && label !== file.number ? cx.say('cases.timeline-one', { what, label }) : what,
          who:
            e.actorKind === 'person'
              ? (nameOf.get(e.actorId ?? '') ?? '')
              : cx.say(`cases.actor-${e.actorKind}`),
          occurredAt: e.occurredAt,
          recordedAt: e.recordedAt,
          reason: e.reason,
        }
      }),
      nextBefore: entries.length === input.limit ? (entries.at(-1)?.no ?? null) : null,
      total: n,
    }
  },
})
