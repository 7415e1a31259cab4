/** What is asked for when a search in a system is written down, followed up and verified. */
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import { type SystemSearches, outcomes } from '../contract/searches.ts'
import { candidatesIn } from './candidates.ts'

const settles = { settles: ['results.', 'evidence.'] } as const
const lines = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

export function RecordSearch({
  of,
  onClose,
}: {
  readonly of: SystemSearches
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const act = useTell('results.record-system-search', { ...settles, onDone: onClose })
  const [system, setSystem] = useState<string | undefined>(undefined)
  const [bad, setBad] = useState<number | null>(null)
  const known = of.systems.find((s) => s.code === system)?.databases ?? []
  return (
    <Dialog wide title={say('op.results.record-system-search')} onClose={onClose}>
      <Form
        name={`results.record-system-search.${of.item.id}`}
        columns={2}
        onChange={(v) => setSystem(v['system'] as string | undefined)}
        fields={[
          {
            key: 'system',
            kind: 'choice',
            required: true,
            label: say('results.ss-system'),
            options: of.systems.map((s) => ({ value: s.code, label: s.name })),
          },
          { key: 'searchedAt', kind: 'instant', required: true, label: say('results.ss-searched-at') },
          known.length > 0
            ? {
                key: 'databases',
                kind: 'choices',
                required: true,
                span: 2,
                label: say('results.ss-databases'),
                options: known.map((value) => ({ value, label: value })),
              }
            : {
                key: 'databases',
                kind: 'prose',
                required: true,
                span: 2,
                rows: 2,
                label: say('results.ss-databases'),
                help: say('results.ss-databases-help'),
              },
          {
            key: 'searched',
            kind: 'text',
            required: true,
            label: say('results.ss-searched'),
            help: say('results.ss-searched-help'),
          },
          { key: 'reference', kind: 'text', label: say('results.ss-reference') },
          {
            key: 'candidates',
            kind: 'prose',
            span: 2,
            rows: 5,
            label: say('results.ss-candidates'),
            help:
              bad === null
                ? say('results.ss-candidates-help')
                : say('results.ss-candidates-fault', { n: bad }),
            placeholder: '1; CC-2019-044; 387',
          },
          { key: 'file', kind: 'file', span: 2, label: say('results.ss-file') },
        ]}
        sendLabel={say('op.results.record-system-search')}
        problem={act.problem}
        onSend={async (v) => {
          const read = candidatesIn(String(v['candidates'] ?? ''))
          setBad(read.ok ? null : read.line)
          if (!read.ok) return
          const file = v['file'] as { sha256?: string } | string | undefined
          await act.tell({
            item: of.item.id,
            system: v['system'],
            searched: v['searched'],
            searchedAt: v['searchedAt'],
            ...(v['reference'] ? { reference: v['reference'] } : {}),
            databases: Array.isArray(v['databases']) ? v['databases'] : lines(v['databases']),
            candidates: read.candidates,
            ...(file ? { file: typeof file === 'string' ? file : file.sha256 } : {}),
          })
        }}
      />
    </Dialog>
  )
}

interface Item {
  readonly id: string
  readonly number: string
  readonly description: string
}
export function FollowUp({
  candidate,
  onClose,
}: {
  readonly candidate: string
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const act = useTell('results.follow-up-candidate', { ...settles, onDone: onClose })
  return (
    <Dialog title={say('op.results.follow-up-candidate')} onClose={onClose}>
      <Form
        name={`results.follow-up-candidate.${candidate}`}
        fields={[
          {
            key: 'outcome',
            kind: 'choice',
            required: true,
            label: say('results.ss-outcome'),
            options: outcomes.map((value) => ({ value, label: say(`results.ss-outcome-${value}`) })),
          },
          {
            key: 'other',
            kind: 'ref',
            label: say('results.ss-other'),
            help: say('results.ss-other-help'),
            show: (v) => v['outcome'] === 'hit',
            ask: {
              name: 'evidence.find-items',
              value: (i: Item) => i.id,
              label: (i: Item) => `${i.number} ${i.description}`,
            },
          },
          { key: 'words', kind: 'prose', rows: 3, required: true, label: say('results.ss-words') },
        ]}
        sendLabel={say('op.results.follow-up-candidate')}
        problem={act.problem}
        onSend={async (values) => void (await act.tell({ candidate, ...values }))}
      />
    </Dialog>
  )
}

export function Verify({
  followUp,
  onClose,
}: {
  readonly followUp: string
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const act = useTell('results.verify-follow-up', { ...settles, onDone: onClose })
  return (
    <Dialog title={say('op.results.verify-follow-up')} onClose={onClose}>
      <Form
        name={`results.verify-follow-up.${followUp}`}
        draft={false}
        fields={[
          { key: 'agrees', kind: 'yes-no', required: true, label: say('results.ss-agrees') },
          {
            key: 'words',
            kind: 'prose',
            rows: 3,
            label: say('results.ss-words'),
          },
        ]}
        sendLabel={say('op.results.verify-follow-up')}
        problem={act.problem}
        onSend={async (values) => void (await act.tell({ followUp, ...values }))}
      />
    </Dialog>
  )
}
