/** A form on the drawing table: what it is called and filled in for, its questions in their order, and what somebody will see. */
import { useAsk } from '#ui/client.ts'
import { Card } from '#ui/Page.tsx'
import type { CodeLists, FormOfType } from '../contract.ts'
import type { z } from 'zod'
import { type Asked, ask, askedNames } from '../rules/asked.ts'
import { LooseFields } from './FieldsDesk.tsx'
import { FormEditor } from './FormEditor.tsx'
import { useAskedFields } from './asked-fields.ts'
import { type DeskProps, questionsIn } from './desk.ts'

/** Of which list the kinds are that a form may be for, where its use has such a list. */
const kindsOf: Readonly<Record<string, string>> = {
  'scene-checklist': 'scene-type',
  'examination-protocol': 'examination-type',
  worksheet: 'discipline',
  'pre-log': 'offence',
}

export function FormDesk({ isNew, values, history, onChange }: DeskProps) {
  const use = String(values.use ?? 'item-type')
  const lists = useAsk<z.output<typeof CodeLists>>('catalogue.list-code-lists')
  const kinds = kindsOf[use]
  const known = kinds !== undefined && (lists.data?.items ?? []).some((l) => l.list === kinds)
  const asked: Asked[] = [
    ...askedNames('form', isNew),
    ask('use', 'code', 'Filled in for', 'Se llena para', { list: 'form-use', required: true }),
    ...(known
      ? [
          ask('for', 'codes', 'Only for', 'Solo para', {
            list: kinds,
            helpEn: 'None: for all.',
            helpEs: 'Ninguno: para todos.',
          }),
        ]
      : []),
  ]
  const fields = useAskedFields(asked)
  const questions = questionsIn(values)
  const named = [...new Set(questions.flatMap((q) => [q.list, ...q.rows.map((r) => r.list)]))].filter(
    (list): list is string => Boolean(list),
  )
  const choices = useAsk<{ lists: FormOfType['lists'] }>(
    'catalogue.get-choices',
    { lists: named.join(',') },
    { enabled: named.length > 0, keep: true },
  )
  return (
    <>
      <Card>
        <LooseFields fields={fields} values={values} onChange={onChange} />
      </Card>
      <FormEditor
        questions={questions}
        lists={choices.data?.lists ?? {}}
        listNames={(lists.data?.items ?? []).map((l) => ({ value: l.list, label: l.name }))}
        onChange={(next) => onChange({ ...values, questions: next })}
      />
      {history}
    </>
  )
}
