/** The picture of a case from offence to court: which ledger entries stand in which of the seven lanes; pure. */
import type { Json } from '#kernel/canonical.ts'
import type { TimelineEvent } from './contract/telling.ts'

export interface Told {
  readonly id: string
  readonly action: string
  readonly subject: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly facts: Readonly<Record<string, Json>>
}
type Lane = TimelineEvent['lane']
type Say = (key: string, values?: Record<string, unknown>) => string
interface Sign {
  readonly lane: Lane
  readonly tone: string
  readonly kind?: 'point' | 'trouble'
}

/** What is worth a point in the picture; everything else is in the history. */
const points: Readonly<Record<string, Sign>> = {
  'cases.record-charge': { lane: 'offence', tone: 'mahogany' },
  'scenes.open-attendance': { lane: 'scene', tone: 'maya' },
  'scenes.arrive': { lane: 'scene', tone: 'maya' },
  'scenes.leave-scene': { lane: 'scene', tone: 'maya' },
  'scenes.sign-scene-record': { lane: 'scene', tone: 'reef' },
  'scenes.collect-item': { lane: 'scene', tone: 'maya' },
  'evidence.submit-prelog': { lane: 'exhibits', tone: 'maya' },
  'evidence.receive-submission': { lane: 'exhibits', tone: 'maya' },
  'evidence.receive-item': { lane: 'exhibits', tone: 'maya' },
  'evidence.refuse-submission': { lane: 'exhibits', tone: 'achiote', kind: 'trouble' },
  'evidence.accept-hand-over': { lane: 'exhibits', tone: 'maya' },
  'evidence.store-item': { lane: 'exhibits', tone: 'reef' },
  'evidence.note-discrepancy': { lane: 'exhibits', tone: 'achiote', kind: 'trouble' },
  'evidence.report-missing': { lane: 'exhibits', tone: 'achiote', kind: 'trouble' },
  'evidence.dispose-item': { lane: 'exhibits', tone: 'slate' },
  'evidence.return-item': { lane: 'exhibits', tone: 'slate' },
  'evidence.break-seal': { lane: 'exhibits', tone: 'mahogany' },
  'evidence.take-subsample': { lane: 'exhibits', tone: 'maya' },
  'results.import-run': { lane: 'results', tone: 'maya' },
  'results.record-conclusion': { lane: 'results', tone: 'reef' },
  'results.record-inconclusive': { lane: 'results', tone: 'slate' },
  'results.verify-result': { lane: 'results', tone: 'reef' },
  'results.review-technically': { lane: 'results', tone: 'reef' },
  'results.return-for-correction': { lane: 'results', tone: 'achiote', kind: 'trouble' },
  'reports.draft-report': { lane: 'reports', tone: 'maya' },
  'reports.sign-report': { lane: 'reports', tone: 'maya' },
  'reports.issue-report': { lane: 'reports', tone: 'reef' },
  'reports.amend-report': { lane: 'reports', tone: 'mahogany' },
  'reports.withdraw-report': { lane: 'reports', tone: 'achiote', kind: 'trouble' },
  'reports.deliver-report': { lane: 'reports', tone: 'reef' },
  'reports.receive-subpoena': { lane: 'court', tone: 'mahogany' },
  'reports.schedule-testimony': { lane: 'court', tone: 'mahogany' },
  'reports.record-testimony': { lane: 'court', tone: 'mahogany' },
  'death.take-call': { lane: 'scene', tone: 'maya' },
  'death.start-examination': { lane: 'results', tone: 'maya' },
  'death.certify-cause': { lane: 'reports', tone: 'reef' },
}
/** Work that lasts: from the first action to one of the last, on the same subject; what is open ends at now. */
const bars: readonly { readonly from: string; readonly ends: readonly string[]; readonly lane: Lane }[] = [
  {
    from: 'work.request-examination',
    ends: ['work.complete-request', 'work.withdraw-request', 'work.decline-request'],
    lane: 'requests',
  },
  {
    from: 'results.start-worksheet',
    ends: ['results.review-technically', 'results.close-worksheet'],
    lane: 'results',
  },
]

/** `labels` names subjects by their number; entries come oldest first. One act on many things is one point with its count. */
export function eventsOf(
  entries: readonly Told[],
  labels: ReadonlyMap<string, string>,
  say: Say,
  questions: ReadonlyMap<string, string> = new Map(),
): TimelineEvent[] {
  const events: TimelineEvent[] = []
  const grouped = new Map<string, TimelineEvent>()
  for (const entry of entries) {
    // The receipt of a submission is told by its exhibits.
    const sign =
      entry.action === 'evidence.receive-submission' && !entry.subject.startsWith('evidence.item/')
        ? undefined
        : points[entry.action]
    const received = entry.action.startsWith('evidence.receive-')
    if (sign) {
      const key = `${received ? 'received' : entry.action} ${entry.occurredAt.slice(0, 10)}`
      const same = grouped.get(key)
      if (same) {
        grouped.set(
          key,
          Object.assign(same, {
            count: same.count + 1,
            text: received
              ? say('cases.timeline-received', { count: same.count + 1 })
              : say('cases.timeline-many', { count: same.count + 1, what: say(`op.${entry.action}`) }),
          }),
        )
      } else {
        const label = labels.get(entry.subject)
        const event: TimelineEvent = {
          ...pointOf(entry, sign),
          text: received
            ? say('cases.timeline-received', { count: 1 })
            : label
              ? say('cases.timeline-one', { what: say(`op.${entry.action}`), label })
              : say(`op.${entry.action}`),
        }
        grouped.set(key, event)
        events.push(event)
      }
    }
    const bar = bars.find((b) => b.from === entry.action)
    if (bar) events.push(...barOf(entry, bar, entries, labels, say, questions))
  }
  return events
}

const pointOf = (e: Told, sign: Sign): Omit<TimelineEvent, 'text'> => ({
  id: e.id,
  lane: sign.lane,
  at: e.occurredAt,
  until: null,
  kind: sign.kind ?? 'point',
  tone: sign.tone,
  action: e.action,
  subject: e.subject,
  recordedAt: e.recordedAt,
  count: 1,
})

export const questionOf = (e: Told): string => (typeof e.facts.question === 'string' ? e.facts.question : '')

function barOf(
  entry: Told,
  bar: (typeof bars)[number],
  entries: readonly Told[],
  labels: ReadonlyMap<string, string>,
  say: Say,
  questions: ReadonlyMap<string, string>,
): TimelineEvent[] {
  const end = entries.find((e) => e.subject === entry.subject && bar.ends.includes(e.action))
  const label = labels.get(entry.subject) ?? ''
  const question = questionOf(entry)
  const what = (questions.get(question) ?? question) || say(`op.${entry.action}`)
  const text = label ? say('cases.timeline-one', { what, label }) : what
  const events: TimelineEvent[] = [
    {
      id: entry.id,
      lane: bar.lane,
      at: entry.occurredAt,
      until: end?.occurredAt ?? null,
      kind: 'bar',
      tone: end ? 'reef' : 'maya',
      text,
      action: entry.action,
      subject: entry.subject,
      recordedAt: entry.recordedAt,
      count: 1,
    },
  ]
  const due = [entry.facts.dueOn, entry.facts.due, entry.facts.due_on].find(
    (d): d is string => typeof d === 'string' && /^\d{4}-\d\d-\d\d/.test(d),
  )
  if (due && !end)
    events.push({
      id: `${entry.id}-due`,
      lane: bar.lane,
      at: `${due.slice(0, 10)}T12:00:00.000Z`,
      until: null,
      kind: 'planned',
      tone: 'maize',
      text: say('cases.timeline-due', { label: label || what }),
      action: entry.action,
      subject: entry.subject,
      recordedAt: entry.recordedAt,
      count: 1,
    })
  return events
}
