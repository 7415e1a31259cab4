/** What must be carried out, in the order of walking; printed before the power goes. */
import { useParams } from '@tanstack/react-router'
import { Asked } from '#ui/Asked.tsx'
import { Button } from '#ui/Button.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Note } from '#ui/Note.tsx'
import { Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { StateChip } from '#ui/StateChip.tsx'
import { fileUrl, useAsk } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { EvacuationList } from '../../contract.ts'
import { shortWay } from '../../../things/rules.ts'
import { Dangers } from '../../../things/screens/Lines.tsx'

const tones = { 1: 'mahogany', 2: 'maize', 3: 'slate' } as const

export default function EvacuationPage() {
  const { place } = useParams({ strict: false }) as { place?: string }
  const of = place ? { place } : {}
  const list = useAsk<z.output<typeof EvacuationList>>('evidence.evacuation-list', of)
  return <Asked of={list}>{(l) => <Whole list={l} of={of} />}</Asked>
}

function Whole({ list, of }: { list: z.output<typeof EvacuationList>; of: { place?: string } }) {
  const say = useSay()
  return (
    <Page>
      <RecordHead
        crumbs={[
          { label: say('evidence.st-title'), to: '/evidence/store' },
          ...(of.place ? [{ label: list.title, to: `/evidence/places/${of.place}` }] : []),
        ]}
        title={`${say('evidence.v-title')}: ${list.title}`}
        facts={[
          `${say('evidence.v-containers')}: ${list.containers}`,
          `${say('evidence.v-things')}: ${list.things}`,
          showInstant(list.at),
        ].join(' · ')}
        acts={
          <Button
            icon="print"
            primary
            onClick={() => window.open(fileUrl('evidence.evacuation-paper', of), '_blank', 'noopener')}
          >
            {say('evidence.v-print')}
          </Button>
        }
      />
      <Note tone="slate" icon="route" title={say('evidence.v-how')} />
      <DataTable
        name="evacuation"
        rows={list.items}
        rowKey={(l) => l.id}
        rowTo={(l) => `/evidence/places/${l.id}`}
        empty={{ title: say('evidence.v-none'), icon: 'store' }}
        columns={[
          {
            key: 'first',
            label: say('evidence.v-first'),
            cell: (l) => (
              <StateChip
                tone={tones[l.first as 1 | 2 | 3]}
                icon={l.first === 1 ? 'people' : l.first === 2 ? 'temperature' : 'box'}
              >
                {say(`evidence.v-first-${l.first}`)}
              </StateChip>
            ),
            text: (l) => String(l.first),
          },
          {
            key: 'code',
            label: say('evidence.st-code-short'),
            cell: (l) => l.code,
            text: (l) => l.code,
            mono: true,
            primary: true,
          },
          {
            key: 'place',
            label: say('evidence.c-place'),
            cell: (l) => shortWay(l.path),
            text: (l) => shortWay(l.path),
          },
          {
            key: 'containers',
            label: say('evidence.v-containers'),
            cell: (l) => l.containers,
            text: (l) => String(l.containers),
            number: true,
          },
          {
            key: 'things',
            label: say('evidence.v-things'),
            cell: (l) => l.things,
            text: (l) => String(l.things),
            number: true,
          },
          {
            key: 'keeps',
            label: say('evidence.st-keeps'),
            cell: (l) => l.keeps.join(', '),
            text: (l) => l.keeps.join(', '),
          },
          {
            key: 'dangers',
            label: say('evidence.p-danger'),
            cell: (l) => <Dangers of={l.dangers} />,
            text: (l) => l.dangers.join(', '),
          },
        ]}
      />
    </Page>
  )
}
