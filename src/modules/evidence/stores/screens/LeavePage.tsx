/** Whoever comes when nobody is there: what is left, in which place, before whom or with which photograph. */
import { useSearch } from '@tanstack/react-router'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useList, useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { showInstant } from '#ui/show.ts'
import type { z } from 'zod'
import type { PrelogLine } from '../../counter/contract.ts'
import type { Held } from '../../things/contract.ts'
import { second, signedAs, type Values } from '../../things/screens/asks.ts'
import { fileOf } from '../../things/screens/state.ts'
import type { TemporaryPlaceList } from '../contract.ts'

export default function LeavePage() {
  const say = useSay()
  const places = useAsk<z.output<typeof TemporaryPlaceList>>('evidence.temporary-places')
  return (
    <Page narrow>
      <RecordHead
        crumbs={[{ label: say('evidence.af-title'), to: '/evidence/after-hours' }]}
        title={say('evidence.af-leave')}
      />
      <Asked of={places}>
        {(p) =>
          p.items.length > 0 ? (
            <Leave places={p.items} />
          ) : (
            <Card>
              <EmptyState icon="moon" title={say('evidence.af-no-places')}>
                {say('evidence.af-no-places-help')}
              </EmptyState>
            </Card>
          )
        }
      </Asked>
    </Page>
  )
}

function Leave({ places }: { places: z.output<typeof TemporaryPlaceList>['items'] }) {
  const say = useSay()
  const { announced } = useSearch({ strict: false }) as { announced?: string }
  const held = useAsk<z.output<typeof Held>>('evidence.held-by', { limit: 200 })
  const prelogs = useList<PrelogLine>(
    'evidence.my-prelogs',
    { state: 'announced', limit: 50 },
    { enabled: useMay('evidence.my-prelogs') },
  )
  const act = useTell<{ dueAt: string }>('evidence.leave-items', { settles: ['evidence.'] })
  const send = async (v: Values): Promise<void> => {
    const { what, things, prelog, photograph, place, words, second: who, pin } = v
    await act.tell({
      ...signedAs('witness', { second: who, pin }),
      place,
      ...(what === 'announced' ? { announced: prelog } : { things }),
      ...(photograph ? { photograph: fileOf(photograph) } : {}),
      ...(words ? { words } : {}),
    })
  }
  if (act.done)
    return (
      <Note tone="reef" icon="check" title={say('evidence.af-left', { due: showInstant(act.done.dueAt) })} />
    )
  const mine = (held.data?.items ?? []).filter((i) => i.seals.length > 0)
  const free = places.filter((p) => p.free)
  return (
    <Card>
      <Form
        key={`${mine.length} ${prelogs.rows.length}`}
        name="evidence.leave-items"
        draft={false}
        problem={act.problem}
        sendLabel={say('op.evidence.leave-items')}
        onSend={send}
        initial={{
          what: announced || mine.length === 0 ? 'announced' : 'things',
          ...(announced ? { prelog: announced } : {}),
        }}
        fields={[
          {
            key: 'what',
            label: say('evidence.af-what'),
            kind: 'choice',
            required: true,
            options: (['things', 'announced'] as const).map((w) => ({
              value: w,
              label: say(`evidence.af-what-${w}`),
            })),
          },
          {
            key: 'things',
            label: say('evidence.af-what-things'),
            kind: 'choices',
            required: true,
            show: (v) => v.what === 'things',
            options: mine.map((i) => ({ value: i.id, label: `${i.number} ${i.description}` })),
          },
          {
            key: 'prelog',
            label: say('evidence.af-prelog'),
            kind: 'choice',
            required: true,
            show: (v) => v.what === 'announced',
            options: prelogs.rows.map((p) => ({
              value: p.id,
              label: [p.number, p.title].filter(Boolean).join(' '),
            })),
          },
          {
            key: 'place',
            label: say('evidence.af-place'),
            kind: 'choice',
            required: true,
            options: free.map((p) => ({
              value: p.id,
              label: `${p.code} ${p.name}, ${p.unitName} (${say(`evidence.af-asks-${p.asks}`)})`,
            })),
          },
          { key: 'photograph', label: say('evidence.af-photo'), kind: 'file' },
          ...second(say, 'evidence.d-witness', 'evidence.af-second-help'),
          { key: 'words', label: say('evidence.d-words'), kind: 'text' },
        ]}
      />
    </Card>
  )
}
