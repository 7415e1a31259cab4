/** What waits at the bench: requests to take on, to assign, to examine; worksheets given back and worksheets to review. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { WorksheetList } from '#modules/results/contract.ts'
import type { QueueAnswer, WorkloadAnswer } from '#modules/work/contract.ts'
import { BarChart } from '#ui/Charts.tsx'
import { type Asking, useAsk } from '#ui/client.ts'
import { Asked } from '#ui/Asked.tsx'
import type { IconName } from '#ui/Icon.tsx'
import type { Me } from '#ui/me.ts'
import { Card } from '#ui/Page.tsx'
import { useSay } from '#ui/say.ts'
import { WaitCard, type Waiting } from './WaitCard.tsx'

type Requests = z.output<typeof QueueAnswer>
type Sheets = z.output<typeof WorksheetList>
const often = { every: 60_000 }

const requestRow = (request: Requests['items'][number]): Waiting => ({
  key: request.id,
  to: `/work/requests/${request.id}`,
  number: request.number,
  what: request.questionName,
  note: request.case.title,
  due: request.dueOn,
  since: request.askedAt,
  late: request.overdue,
})
function Requests(props: { icon: IconName; word: string; of: Asking<Requests>; to: string }): ReactNode {
  const say = useSay()
  return (
    <WaitCard
      icon={props.icon}
      title={say(`home.${props.word}`)}
      to={props.to}
      of={props.of}
      rows={(data) => data.items.map(requestRow)}
      empty={say(`home.${props.word}-none`)}
    />
  )
}

export function MyBench(): ReactNode {
  const bench = useAsk<Requests>('work.my-bench', { limit: 6 }, often)
  return <Requests icon="microscope" word="bench" of={bench} to="/work/bench" />
}
export function ToTakeOn(): ReactNode {
  const asked = useAsk<Requests>('work.queue', { state: 'asked', limit: 6 }, often)
  return <Requests icon="requests" word="take-on" of={asked} to="/work?queue.state=asked" />
}
export function ToAssign(): ReactNode {
  const accepted = useAsk<Requests>('work.queue', { state: 'accepted', limit: 6 }, often)
  return <Requests icon="person" word="assign" of={accepted} to="/work?queue.state=accepted" />
}
/** Soonest due first, so the late ones lead. */
export function Overdue(): ReactNode {
  const open = useAsk<Requests>('work.queue', { open: true, overdue: true, limit: 6 }, often)
  return <Requests icon="clock" word="overdue" of={open} to="/work" />
}
export function MyRequests(): ReactNode {
  const open = useAsk<Requests>('work.queue', { open: true, limit: 6 }, often)
  return <Requests icon="requests" word="my-requests" of={open} to="/work" />
}

function Worksheets(props: {
  icon: IconName
  word: string
  of: Asking<Sheets>
  others?: boolean
}): ReactNode {
  const say = useSay()
  return (
    <WaitCard
      icon={props.icon}
      title={say(`home.${props.word}`)}
      to="/results/review"
      of={props.of}
      rows={(data) =>
        data.items.map((sheet) => ({
          key: sheet.id,
          to: `/results/worksheets/${sheet.id}`,
          number: sheet.number,
          what: sheet.case.number,
          note: props.others ? sheet.analyst : undefined,
          since: sheet.since,
        }))
      }
      empty={say(`home.${props.word}-none`)}
    />
  )
}
export function GivenBack(): ReactNode {
  const returned = useAsk<Sheets>(
    'results.find-worksheets',
    { state: 'returned', mine: true, limit: 6 },
    often,
  )
  return <Worksheets icon="back" word="given-back" of={returned} />
}
/** One's own work is never there: nobody reviews it but somebody else. */
export function ToReview(): ReactNode {
  const concluded = useAsk<Sheets>(
    'results.find-worksheets',
    { state: 'concluded', mine: false, limit: 6 },
    often,
  )
  return <Worksheets icon="eye-check" word="review" of={concluded} others />
}

export function Workload(props: { me: Me }): ReactNode {
  const say = useSay()
  const load = useAsk<z.output<typeof WorkloadAnswer>>(
    'work.workload',
    props.me.unit ? { unit: props.me.unit.id } : {},
    often,
  )
  return (
    <Card title={say('home.workload')}>
      <Asked of={load}>
        {(data) => (
          <BarChart
            describe={say('home.workload')}
            rows={data.items.map((line) => ({
              label:
                line.overdue > 0 ? say('home.person-late', { name: line.name, n: line.overdue }) : line.name,
              value: line.open,
              ...(line.overdue > 0 ? { tone: 'achiote' as const } : {}),
            }))}
          />
        )}
      </Asked>
    </Card>
  )
}
