/** What can be done with a file, each as a short form. */
import type { ReactNode } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import type { Field, Values } from '#ui/fields.ts'
import { useSay } from '#ui/say.ts'
import type { FileSeen } from '../shelves/contract.ts'
import type { RequestLine } from '../pages/contract/requests.ts'
import { useCodes } from './codes.ts'

export type FileDialogName =
  | 'archive.check-out-file'
  | 'archive.return-file'
  | 'archive.report-file-missing'
  | 'archive.move-file'
  | 'archive.change-tier'
  | 'archive.request-scan'
  | 'archive.mark-sensitive'
  | 'archive.certify-copy'

/** Ten days from now: nobody needs a paper file for longer without saying so. */
const soon = (): string => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

export function FileDialog(props: { name: FileDialogName; file: FileSeen; onClose: () => void }): ReactNode {
  const say = useSay()
  const { file: f, name } = props
  const tiers = useCodes('archive-tier', name === 'archive.change-tier')
  const purposes = useCodes('scan-purpose', name === 'archive.request-scan')
  const sensitivities = useCodes('archive-sensitivity', name === 'archive.mark-sensitive')
  const asksRequest = name === 'archive.check-out-file' || name === 'archive.certify-copy'
  const requests = useAsk<{ items: RequestLine[] }>(
    'archive.scan-requests',
    { state: 'open', limit: 50 },
    { enabled: asksRequest },
  )
  const send = useTell(name, { onDone: props.onClose })
  const words = (required = false): Field => ({
    key: 'words',
    label: say('archive.field-words'),
    kind: 'prose',
    rows: 2,
    required,
  })
  const request: Field = {
    key: 'request',
    label: say('archive.request'),
    kind: 'choice',
    options: (requests.data?.items ?? [])
      .filter((r) => r.file === null || r.file.id === f.id)
      .map((r) => ({ value: r.id, label: `${r.number} · ${r.by}` })),
  }
  const fields: Record<FileDialogName, Field[]> = {
    'archive.check-out-file': [
      { key: 'due', label: say('archive.field-due'), kind: 'date', required: true },
      { key: 'person', label: say('archive.field-person'), kind: 'person' },
      request,
      words(),
    ],
    'archive.return-file': [
      { key: 'box', label: say('archive.field-to-box'), kind: 'scan', placeholder: f.box.number },
      words(),
    ],
    'archive.report-file-missing': [{ ...words(true), label: say('archive.field-looked') }],
    'archive.move-file': [{ key: 'to', label: say('archive.field-to-box'), kind: 'scan', required: true }],
    'archive.change-tier': [
      { key: 'tier', label: say('archive.field-tier'), kind: 'choice', required: true, options: tiers },
      { ...words(true), label: say('archive.field-why') },
    ],
    'archive.request-scan': [
      {
        key: 'purpose',
        label: say('archive.field-purpose'),
        kind: 'choice',
        required: true,
        options: purposes,
      },
      words(),
    ],
    'archive.mark-sensitive': [
      {
        key: 'why',
        label: say('archive.field-sensitive'),
        help: say('archive.field-sensitive-help'),
        kind: 'choices',
        options: sensitivities,
      },
      words(),
    ],
    'archive.certify-copy': [
      request,
      {
        key: 'from',
        label: say('archive.field-from-page'),
        help: say('archive.field-pages-help'),
        kind: 'number',
      },
      { key: 'to', label: say('archive.field-to-page'), kind: 'number' },
      words(),
    ],
  }
  const input = (v: Values): Values =>
    Object.fromEntries(
      Object.entries({ file: f.id, ...(name === 'archive.mark-sensitive' ? { why: [] } : {}), ...v }).filter(
        ([, value]) => value !== '' && value !== null,
      ),
    )
  return (
    <Dialog title={say(`op.${name}`)} onClose={props.onClose}>
      <Form
        name={`${name}.${f.id}`}
        fields={fields[name]}
        initial={name === 'archive.check-out-file' ? { due: soon() } : {}}
        problem={send.problem}
        onSend={async (v) => void (await send.tell(input(v)))}
        sendLabel={say(`op.${name}`)}
      />
    </Dialog>
  )
}
