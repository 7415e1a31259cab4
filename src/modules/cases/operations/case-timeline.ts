/** The timeline of a case from offence to court, read from the ledger by root; also as it was known at an instant. */
import { historyOfRoot } from '#ledger/history.ts'
import { instantAt } from '#kernel/calendar.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { Timeline, type TimelineEvent, TimelineQuery } from '../contract/telling.ts'
import { readers } from '../roles.ts'
import { seeCase } from '../store/case-file.ts'
import { namesOf, type Wanted } from '../store/codes.ts'
import { labelsOf } from '../store/handles.ts'
import { caseAt } from '../store/past.ts'
import { eventsOf, questionOf, type Told } from '../timeline.ts'
import { chargesOf } from '../store/readings.ts'

export const caseTimeline = query({
  name: 'cases.case-timeline',
  summary: 'The timeline of a case from offence to court; also as it was known at an instant.',
  who: readers,
  input: TimelineQuery,
  output: Timeline,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const entries = (
      await historyOfRoot(cx.tx, file.root, { limit: 2_000, ...(input.asOf ? { asOf: input.asOf } : {}) })
    ).reverse()
    const past = await caseAt(cx, file.root, input.asOf ?? cx.now)
    const labels = await labelsOf(cx, [...new Set(entries.map((e) => e.subject))])
    const events: TimelineEvent[] = eventsOf(entries, labels, cx.say, await questionsOf(cx, entries))
    const { incident } = past.card
    const own = {
      id: '',
      until: null,
      subject: `cases.case/${file.id}`,
      recordedAt: file.opened_at,
      count: 1,
      action: 'cases.open-case',
    }
    if (incident?.on)
      events.unshift({
        ...own,
        id: 'incident',
        lane: 'offence',
        at: atOf(incident.on, incident.time),
        kind: 'point',
        tone: 'mahogany',
        text: past.card.title,
        action: 'cases.set-incident',
      })
    for (const c of past.court) {
      if (c.kind === 'charge') continue
      events.push({
        ...own,
        id: c.id,
        lane: 'court',
        at: atOf(c.on, c.time),
        kind: c.on > cx.now.slice(0, 10) ? 'planned' : 'point',
        tone: 'mahogany',
        text: c.text,
        action: `cases.record-${c.kind === 'outcome' ? 'court-outcome' : c.kind}`,
      })
    }
    const charges = await chargesOf(cx, file.root, input.asOf ?? cx.now)
    return {
      events: [
        ...events.filter((e) => e.action !== 'cases.record-charge'),
        ...charges.map((c) => ({
          ...own,
          id: c.id,
          lane: 'offence' as const,
          at: atOf(c.on_day, null),
          kind: 'point' as const,
          tone: 'mahogany',
          text: c.text,
          action: 'cases.record-charge',
        })),
      ],
      entries: entries.length,
      later: input.asOf ? past.later : 0,
      asOf: input.asOf ?? null,
      now: cx.now,
    }
  },
})

/** Questions are asked by code; the picture says them in the reader’s words. */
async function questionsOf(cx: Cx, entries: readonly Told[]): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(entries.map(questionOf).filter((q) => q !== ''))]
  const name = await namesOf(
    cx,
    codes.map((code): Wanted => ['question', code]),
  )
  return new Map(codes.map((code) => [code, name('question', code)]))
}

/** A day without a time stands at noon of the laboratory's own clock, so that no time zone moves it to another day. */
const atOf = (day: string, time: string | null | undefined): string =>
  instantAt(day.length === 4 ? `${day}-07-01` : day.length === 7 ? `${day}-15` : day, time ?? '12:00')
