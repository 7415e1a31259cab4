/** Asking a library about a scan of a run. */
import { type ReactNode, useState } from 'react'
import { TextAct } from '#ui/Act.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Card } from '#ui/Page.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useMe } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'
import { type Run, apexOf } from './bench.ts'
import { lastUsed, noteUsed } from './last-used.ts'

interface Library {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly spectra: number
}

export function SearchAgain(props: { run: Run; first: boolean }): ReactNode {
  const { run } = props
  const say = useSay()
  const person = useMe()?.person.id
  const [open, setOpen] = useState(props.first)
  const libraries = useAsk<{ items: Library[] }>('results.list-libraries')
  const search = useTell('results.search-library', { onDone: () => setOpen(false) })
  const fields: Field[] = [
    {
      key: 'library',
      label: say('results.library'),
      kind: 'choice',
      required: true,
      options: (libraries.data?.items ?? []).map((l) => ({
        value: l.id,
        label: `${l.name} ${l.version} (${l.spectra})`,
      })),
    },
    ...(run.spectra > 1
      ? [
          {
            key: 'spectrum',
            label: say('results.scan-number'),
            help: say('results.help-scan', { last: run.spectra - 1 }),
            kind: 'number' as const,
            required: true,
          },
        ]
      : []),
  ]
  const may = run.actions.find((a) => a.operation === 'results.search-library')
  if (!may?.ok || !open)
    return (
      <TextAct
        operation="results.search-library"
        actions={run.actions}
        icon="search"
        onAct={() => setOpen(true)}
      />
    )
  return (
    <Card title={say('op.results.search-library')}>
      <p className="notes dim">{say('results.search-is-proposal')}</p>
      <Form
        name={`results.search.${run.id}`}
        draft={false}
        fields={fields}
        initial={{
          library: lastUsed(person, 'library') ?? libraries.data?.items[0]?.id,
          spectrum: apexOf(run),
        }}
        key={libraries.data?.items.length ?? 0}
        problem={search.problem}
        onSend={async (v: Record<string, unknown>) => {
          noteUsed(person, { library: String(v['library']) })
          await search.tell({
            run: run.id,
            library: v['library'],
            spectrum: Number(v['spectrum'] ?? 0),
          })
        }}
        sendLabel={say('op.results.search-library')}
      />
    </Card>
  )
}
