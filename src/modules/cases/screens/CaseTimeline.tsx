/** The picture of a case from offence to court: seven lanes, drawn by the kit from what the ledger tells. */
import { useAsk } from '#ui/client.ts'
import { Asked } from '#ui/Asked.tsx'
import { Timeline, type TimelineMark } from '#ui/Timeline.tsx'
import { useSay } from '#ui/say.ts'
import type { Timeline as Told } from '../contract/telling.ts'
import { addressOf } from './addresses.ts'

const lanes = ['offence', 'scene', 'exhibits', 'requests', 'results', 'reports', 'court'] as const
const kinds = { point: 'act', bar: 'work', planned: 'planned', trouble: 'trouble' } as const

export function CaseTimeline(props: {
  readonly caseId: string
  readonly knownAt?: string | null | undefined
}) {
  const say = useSay()
  const told = useAsk<Told>(
    'cases.case-timeline',
    { case: props.caseId, asOf: props.knownAt ?? undefined },
    { keep: true },
  )
  return (
    <Asked of={told}>
      {(line) => (
        <Timeline
          title={say('cases.picture-title')}
          lanes={lanes.map((id) => ({ id, label: say(`cases.lane-${id}`) }))}
          marks={line.events.map((e): TimelineMark => {
            const to = addressOf(e.subject, null)
            return {
              lane: e.lane,
              kind: e.kind === 'planned' && e.tone === 'maize' ? 'due' : kinds[e.kind],
              at: e.at,
              ...(e.until ? { until: e.until } : {}),
              label: e.text,
              tone: e.tone as NonNullable<TimelineMark['tone']>,
              ...(to && !to.startsWith('/cases/') ? { to } : {}),
            }
          })}
          now={line.now}
          {...(props.knownAt ? { knownAt: props.knownAt } : {})}
        />
      )}
    </Asked>
  )
}
