/** Photographs counted again: when, how many, and each that is no longer what it was. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Act } from '#ui/Act.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { When } from '#ui/Mono.tsx'
import { Note, ProblemNote } from '#ui/Note.tsx'
import { Page, Stacked } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showBytes } from '#ui/show.ts'
import type { FixityList } from '../contract.ts'

export default function FixityPage(): ReactNode {
  const say = useSay()
  const reports = useAsk<z.output<typeof FixityList>>('scenes.fixity-reports', { limit: 50 })
  const count = useTell('scenes.check-fixity')
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('scenes.title'), to: '/scenes' }]}
        title={say('op.scenes.fixity-reports')}
        facts={say('scenes.fixity-facts')}
        acts={
          <Act
            operation="scenes.check-fixity"
            icon="refresh"
            primary
            busy={count.busy}
            onAct={() => void count.tell({})}
          />
        }
      />
      <ProblemNote of={count.problem} />
      <Asked of={reports}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('scenes.fixity-none')} icon="shield" />
          ) : (
            <Stacked>
              {items.map((r) => (
                <Note
                  key={r.id}
                  tone={r.wrong.length > 0 ? 'achiote' : 'reef'}
                  icon={r.wrong.length > 0 ? 'warning' : 'check'}
                  title={<When at={r.at} />}
                >
                  {r.text} {showBytes(r.bytes)} · {r.by || 'Custodia'}
                </Note>
              ))}
            </Stacked>
          )
        }
      </Asked>
    </Page>
  )
}
