/** What can be done with the cases that were ticked on the worklist. */
import { TextAct } from '#ui/Act.tsx'
import { confirm } from '#ui/Confirm.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CaseLine } from '../contract/finding.ts'

/** Says of the chosen cases in one act how soon they are wanted; those that say so already or are closed stand aside. */
export default function BulkPriority(props: {
  readonly rows: readonly CaseLine[]
  readonly onDone: () => void
}) {
  const say = useSay()
  const act = useTell('cases.change-together', { settles: ['cases.'], onDone: props.onDone })
  const cases = props.rows.map((r) => r.id)
  const set = async (priority: string): Promise<void> => {
    const told = await confirm({
      title: say('cases.b-do', { n: cases.length }),
      will: say('cases.b-tried', { good: cases.length, name: say(`cases.priority-${priority}`) }),
      reason: 'required',
    })
    if (told) await act.tell({ what: 'priority', to: priority, cases, partly: true }, told)
  }
  return (
    <>
      {['1', '2', '3', '4'].map((priority) => (
        <TextAct
          key={priority}
          operation="cases.change-together"
          busy={act.busy}
          onAct={() => void set(priority)}
        >
          {say(`cases.priority-${priority}`)}
        </TextAct>
      ))}
      {act.problem ? <span style={{ color: 'var(--achiote)' }}>{act.problem.detail}</span> : null}
    </>
  )
}
