/** Where a request that moved to another laboratory and its exhibits have come apart: what somebody asks after. */
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Linked } from '#ui/Linked.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { Plain } from '#ui/Plain.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { TransferExceptionList } from '../contract.ts'

type Line = z.output<typeof TransferExceptionList>['items'][number]
const tones = { 'not-sent': 'maize', 'not-arrived': 'maize', otherwise: 'achiote' } as const

export default function TransfersPage() {
  const say = useSay()
  const list = useAsk<z.output<typeof TransferExceptionList>>(
    'work.transfer-exceptions',
    {},
    { every: 60_000 },
  )
  const chip = (l: Line) => (
    <StateChip
      key="w"
      tone={l.late ? 'achiote' : tones[l.why]}
      icon={l.why === 'not-sent' ? 'clock' : l.why === 'not-arrived' ? 'truck' : 'warning'}
    >
      {say(l.late ? 'work.x-late' : `work.x-${l.why}`)}
    </StateChip>
  )
  return (
    <Page>
      <RecordHead crumbs={[{ label: say('work.queue-title'), to: '/work' }]} title={say('work.x-title')} />
      <Asked of={list}>
        {(l) => (
          <Card>
            {l.items.length === 0 ? (
              <EmptyState icon="check" title={say('work.x-none')}>
                {say('work.x-none-help')}
              </EmptyState>
            ) : (
              <Plain
                caption={say('work.x-title')}
                head={[
                  say('work.x-request'),
                  say('work.x-to'),
                  say('work.x-item'),
                  say('work.x-what'),
                  say('work.x-where'),
                  say('work.x-since'),
                ]}
                rows={l.items.map((r) => [
                  <Linked key="r" to={`/work/requests/${r.request.id}`} mono>
                    {r.request.number}
                  </Linked>,
                  r.unit.name,
                  <Linked key="i" to={`/evidence/items/${r.item.id}`} mono>
                    {r.item.number}
                  </Linked>,
                  chip(r),
                  r.consignment ?? r.holder ?? '–',
                  showInstant(r.since),
                ])}
              />
            )}
          </Card>
        )}
      </Asked>
    </Page>
  )
}
