/** One act on a case, asked for in a panel over the page: its fields as they stand, its reason, and what will be recorded. */
import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form, type Values } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'
import type { CaseSeen } from '../contract/case-seen.ts'
import { fieldsOfAct, needReason } from './fields.ts'
import { useChoices } from './lists.ts'
import { said } from './said.ts'

type Fixed = Readonly<Record<string, string>>

export function ActPanel(props: {
  readonly file: CaseSeen
  readonly operation: string
  readonly fixed?: Fixed
  readonly onClose: () => void
}) {
  const { file, operation, fixed, onClose } = props
  const say = useSay()
  const lists = useChoices()
  const act = useTell<{ id: string }>(operation, { settles: ['cases.'], onDone: onClose })
  const [sent, setSent] = useState(false)
  const reason = needReason.has(operation)
  const fields = [
    ...fieldsOfAct(operation, say, lists, file.court),
    ...(reason
      ? [
          {
            key: 'reason',
            label: say('cases.form-reason'),
            kind: 'prose' as const,
            required: true,
            span: 2 as const,
            ...(operation === 'cases.unmask-party' ? { help: say('cases.unmask-why') } : {}),
          },
        ]
      : []),
  ]
  const send = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    setSent(true)
    const {
      reason: why,
      file: paper,
      ...rest
    } = said(values) as Record<string, unknown> & { reason?: string; file?: unknown }
    const sha = typeof paper === 'string' ? paper : (paper as { sha256?: string } | undefined)?.sha256
    await act.tell(
      { case: file.id, ...fixed, ...rest, ...(sha ? { file: sha } : {}) },
      why ? { reason: why } : {},
    )
    setSent(false)
  }
  return (
    <Dialog
      title={say(`op.${operation}`)}
      onClose={onClose}
      wide={fields.length > 3 || fields.some((f) => f.kind === 'group')}
    >
      {fields.length === 0 ? <p>{say(`cases.will-${operation.slice('cases.'.length)}`)}</p> : null}
      <Form
        name={`${operation}.${file.id}`}
        fields={fields}
        initial={standing(file, operation, fixed)}
        onSend={send}
        problem={act.problem}
        sendLabel={say(`op.${operation}`)}
        // What a person types about a protected person does not lie about on a device.
        draft={!sent && !about.has(operation)}
        columns={fields.length > 3 ? 2 : 1}
      />
    </Dialog>
  )
}

const about: ReadonlySet<string> = new Set([
  'cases.unmask-party',
  'cases.correct-party',
  'cases.correct-case',
  'cases.set-incident',
])

/** A correction begins from what stands. */
function standing(file: CaseSeen, operation: string, fixed: Fixed | undefined): Values {
  const i = file.incident
  if (operation === 'cases.correct-case')
    return { title: file.title, type: file.type.code, summary: file.summary ?? '' }
  if (operation === 'cases.set-priority') return { priority: String(file.priority) }
  if (operation === 'cases.set-incident')
    return {
      incident: { on: i?.on ?? '', time: i?.time ?? '', until: i?.until ?? '', absent: i?.absent ?? '' },
      place: {
        settlement: i?.settlement?.code ?? null,
        district: i?.district?.code ?? '',
        highway: i?.highway?.code ?? '',
        mile: i?.mile ?? '',
        text: i?.text ?? '',
      },
    }
  const party = file.parties.find((p) => p.id === fixed?.party)
  if (operation === 'cases.correct-party' && party)
    return {
      role: party.role,
      name: party.name ?? '',
      age: party.age === null ? '' : String(party.age),
      born: party.born ?? '',
      sex: party.sex ?? '',
    }
  return {}
}
