/** Lines above every page: those that stand, those to come and those that were; and a new one. */
import { useState } from 'react'
import { Act, TextAct } from '#ui/Act.tsx'
import { EmptyState } from '#ui/Asked.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { ProblemNote } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import { type BannersSeen, tones, whoms } from '../contract/banners.ts'

type Line = BannersSeen['items'][number]
const chips = {
  'to-come': { tone: 'slate', icon: 'clock' },
  up: { tone: 'reef', icon: 'check' },
  over: { tone: 'slate', icon: 'archive' },
  down: { tone: 'slate', icon: 'ban' },
} as const
const standing = (line: Line): string => (line.state === 'over' ? 'over-now' : line.state)

export default function BannersPage() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const all = useAsk<BannersSeen>('portal.banners', { show: 'all' })
  const put = useTell('portal.put-up-banner', { settles: ['portal.banners'], onDone: () => setOpen(false) })
  const down = useTell('portal.take-down-banner', { settles: ['portal.banners'] })
  const rows = all.data?.items ?? []
  return (
    <Page>
      <RecordHead
        crumbs={[]}
        title={say('portal.nav-banners')}
        facts={say('portal.banners-note')}
        acts={<Act operation="portal.put-up-banner" icon="add" primary onAct={() => setOpen(true)} />}
      />
      <ProblemNote of={down.problem} />
      <DataTable<Line>
        name="portal.banners"
        rows={rows}
        rowKey={(r) => r.id}
        count={rows.length}
        empty={
          <EmptyState title={say('portal.no-banners')} icon="circle-check">
            {say('portal.no-banners-next')}
          </EmptyState>
        }
        columns={[
          {
            key: 'text',
            label: say('portal.nav-banners'),
            primary: true,
            cell: (r) => r.text,
            text: (r) => r.text,
          },
          {
            key: 'state',
            label: say('portal.banner-state'),
            cell: (r) => <StateChip {...chips[r.state]}>{say(`portal.banner-${standing(r)}`)}</StateChip>,
            text: (r) => r.state,
          },
          {
            key: 'whom',
            label: say('portal.banner-whom'),
            cell: (r) => say(`portal.whom-${r.whom}`),
            text: (r) => say(`portal.whom-${r.whom}`),
          },
          {
            key: 'from',
            label: say('portal.banner-from'),
            cell: (r) => showInstant(r.from),
            text: (r) => r.from,
          },
          {
            key: 'until',
            label: say('portal.banner-until'),
            cell: (r) => showInstant(r.until),
            text: (r) => r.until,
          },
          { key: 'by', label: say('portal.banner-by'), cell: (r) => r.by, text: (r) => r.by },
          {
            key: 'act',
            label: say('op.portal.take-down-banner'),
            cell: (r) =>
              r.state === 'up' || r.state === 'to-come' ? (
                <TextAct
                  operation="portal.take-down-banner"
                  icon="x"
                  onAct={() => void down.tell({ banner: r.id })}
                />
              ) : null,
          },
        ]}
      />
      {open ? (
        <Dialog title={say('op.portal.put-up-banner')} onClose={() => setOpen(false)}>
          <Form
            name="portal.put-up-banner"
            problem={put.problem}
            initial={{ tone: 'maya', whom: 'everybody' }}
            sendLabel={say('op.portal.put-up-banner')}
            fields={[
              { key: 'en', label: say('portal.banner-en'), kind: 'text', required: true, max: 300 },
              { key: 'es', label: say('portal.banner-es'), kind: 'text', required: true, max: 300 },
              {
                key: 'tone',
                label: say('portal.banner-tone'),
                kind: 'choice',
                required: true,
                options: tones.map((value) => ({ value, label: say(`portal.tone-${value}`) })),
              },
              {
                key: 'whom',
                label: say('portal.banner-whom'),
                kind: 'choice',
                required: true,
                options: whoms.map((value) => ({ value, label: say(`portal.whom-${value}`) })),
              },
              { key: 'from', label: say('portal.banner-from'), kind: 'instant' },
              { key: 'until', label: say('portal.banner-until'), kind: 'instant', required: true },
            ]}
            onSend={async (values) => {
              await put.tell(values)
            }}
          />
        </Dialog>
      ) : null}
    </Page>
  )
}
