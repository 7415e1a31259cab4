/** What is said of a recording, in a panel: added, said better, withdrawn, or a copy compared. */
import { type ReactNode, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { type Field, Form, type Values } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { type Say, useSay } from '#ui/say.ts'
import type { PlatformSeen } from '../contract/platforms.ts'
import type { RecordingSeen, comparisons } from '../contract/recordings.ts'

export type RecordingAct =
  | { readonly operation: 'exchange.link-recording' }
  | {
      readonly operation: 'exchange.correct-recording' | 'exchange.withdraw-recording' | 'exchange.bring-copy'
      readonly recording: RecordingSeen
    }

export function RecordingDialog(props: {
  readonly act: RecordingAct
  readonly caseId: string
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const { act, caseId, onClose } = props
  return (
    <Dialog
      title={say(`op.${act.operation}`)}
      onClose={onClose}
      wide={act.operation !== 'exchange.withdraw-recording'}
    >
      {act.operation === 'exchange.link-recording' ? (
        <Said caseId={caseId} onClose={onClose} />
      ) : act.operation === 'exchange.correct-recording' ? (
        <Said caseId={caseId} recording={act.recording} onClose={onClose} />
      ) : act.operation === 'exchange.withdraw-recording' ? (
        <Withdrawing recording={act.recording} onClose={onClose} />
      ) : (
        <Bringing caseId={caseId} recording={act.recording} onClose={onClose} />
      )}
    </Dialog>
  )
}

function saidFields(say: Say, kinds: Field['options'], form: string): Field[] {
  const field = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
    key,
    label: say(`exchange.recording-${key}`),
    kind,
    ...more,
  })
  return [
    field('title', 'text', { span: 2 }),
    field('kind', 'choice', { required: true, options: kinds }),
    field('by', 'text'),
    field('takenAt', 'instant'),
    field('takenOn', 'partial-date'),
    field('device', 'text'),
    field('seconds', 'number'),
    field('size', 'number'),
    field('keptUntil', 'partial-date'),
    field('sha256', 'text', { span: 2 }),
    field('address', 'text', {
      span: 2,
      placeholder: 'https://',
      help: say('exchange.recording-address-help', { form }),
    }),
    field('saidBy', 'text', { span: 2, help: say('exchange.recording-said-help') }),
  ]
}

/** A correction begins from what stands. */
const standing = (r: RecordingSeen): Values => ({
  title: r.title ?? '',
  kind: r.kind.code,
  by: r.by ?? '',
  takenAt: r.takenAt ?? '',
  takenOn: r.takenOn ?? '',
  device: r.device ?? '',
  seconds: r.seconds ?? '',
  size: r.size ?? '',
  sha256: r.sha256 ?? '',
  keptUntil: r.keptUntil ?? '',
})

function Said(props: {
  readonly caseId: string
  readonly recording?: RecordingSeen
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const { caseId, recording, onClose } = props
  const operation = recording ? 'exchange.correct-recording' : 'exchange.link-recording'
  const act = useTell(operation, { settles: ['exchange.', 'cases.'], onDone: onClose })
  const platforms = useAsk<{ items: PlatformSeen[] }>('exchange.platforms', { standing: true })
  const kinds = useAsk<{ items: { code: string; name: string }[] }>('catalogue.get-code-list', {
    list: 'recording-kind',
  })
  const usable = platforms.data?.items ?? []
  const form = recording
    ? (usable.find((p) => p.id === recording.platform.id)?.form ?? '')
    : usable.map((p) => p.form).join(' · ')
  const options = (kinds.data?.items ?? []).map((k) => ({ value: k.code, label: k.name }))
  const fields: Field[] = [
    ...(recording
      ? []
      : [
          {
            key: 'platform',
            label: say('exchange.recording-platform'),
            kind: 'choice' as const,
            required: true,
            options: usable.map((p) => ({ value: p.id, label: p.name })),
          },
          {
            key: 'number',
            label: say('exchange.recording-number'),
            kind: 'text' as const,
            required: true,
          },
        ]),
    ...saidFields(say, options, form),
    ...(recording
      ? [
          {
            key: 'words',
            label: say('exchange.recording-words'),
            kind: 'prose' as const,
            required: true,
            span: 2 as const,
          },
        ]
      : []),
  ]
  if (platforms.data && usable.length === 0)
    return (
      <Note tone="maize" title={say('exchange.no-platforms')}>
        {say('exchange.next-platform')}
      </Note>
    )
  return (
    <Form
      key={kinds.data && platforms.data ? 'there' : 'coming'}
      name={`${operation}.${recording?.id ?? caseId}`}
      columns={2}
      // What a person types about a protected person does not lie about on a device.
      draft={false}
      fields={fields}
      initial={recording ? standing(recording) : usable.length === 1 ? { platform: usable[0]?.id } : {}}
      problem={act.problem}
      sendLabel={say(`op.${operation}`)}
      onSend={async (values) => {
        const on = recording
          ? { recording: recording.id, ...(values.address ? {} : { page: recording.page }) }
          : { case: caseId }
        await act.tell({ ...values, ...on })
      }}
    />
  )
}

function Withdrawing(props: { readonly recording: RecordingSeen; readonly onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useTell('exchange.withdraw-recording', { settles: ['exchange.'], onDone: props.onClose })
  return (
    <Form
      name="exchange.withdraw-recording"
      draft={false}
      fields={[
        { key: 'words', label: say('exchange.recording-words'), kind: 'prose', required: true },
        {
          key: 'saidBy',
          label: say('exchange.recording-saidBy'),
          kind: 'text',
          help: say('exchange.recording-said-help'),
        },
      ]}
      problem={act.problem}
      sendLabel={say('op.exchange.withdraw-recording')}
      onSend={async (values) => void (await act.tell({ recording: props.recording.id, ...values }))}
    />
  )
}

interface Papers {
  readonly documents: readonly { readonly id: string; readonly name: string; readonly destroyed: boolean }[]
}
interface Exhibits {
  readonly items: readonly { readonly id: string; readonly number: string; readonly description: string }[]
}
const tones = { equal: 'reef', differs: 'achiote', 'not-stated': 'maize' } as const

function Bringing(props: {
  readonly caseId: string
  readonly recording: RecordingSeen
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const [done, setDone] = useState<{ compares: (typeof comparisons)[number]; says: string } | null>(null)
  const act = useTell<{ compares: (typeof comparisons)[number]; says: string }>('exchange.bring-copy', {
    settles: ['exchange.'],
    onDone: setDone,
  })
  const file = useAsk<Papers>('cases.get-case', { case: props.caseId })
  const items = useAsk<Exhibits>('evidence.find-items', {
    case: props.caseId,
    state: 'all',
    sort: 'number',
    limit: 100,
  })
  if (done) return <Note tone={tones[done.compares]}>{done.says}</Note>
  const papers = (file.data?.documents ?? []).filter((d) => !d.destroyed)
  return (
    <Form
      name="exchange.bring-copy"
      draft={false}
      fields={[
        {
          key: 'file',
          label: say('exchange.field-copy'),
          kind: 'file',
          help: say('exchange.field-copy-help'),
        },
        {
          key: 'document',
          label: say('exchange.field-copy-document'),
          kind: 'choice',
          options: papers.map((d) => ({ value: d.id, label: d.name })),
          show: (values) => !values['file'] && papers.length > 0,
        },
        {
          key: 'item',
          label: say('exchange.field-copy-item'),
          kind: 'choice',
          options: (items.data?.items ?? []).map((i) => ({
            value: i.id,
            label: `${i.number} ${i.description}`,
          })),
        },
      ]}
      problem={act.problem}
      sendLabel={say('op.exchange.bring-copy')}
      onSend={async (values) => void (await act.tell({ recording: props.recording.id, ...values }))}
    />
  )
}
