/** The reference libraries that searches use, each by name and version, and the form that registers one from its own file. */
import { type ReactNode, useState } from 'react'
import { Act } from '#ui/Act.tsx'
import { DataTable } from '#ui/DataTable.tsx'
import { Asked, EmptyState } from '#ui/Asked.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Form, type Field } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { Card, Page } from '#ui/Page.tsx'
import { RecordHead } from '#ui/RecordHead.tsx'
import { useAsk, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

interface Library {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly spectra: number
}

export default function LibrariesPage(): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const libraries = useAsk<{ items: Library[] }>('results.list-libraries')
  return (
    <Page>
      <RecordHead
        crumbs={[{ label: say('results.review-title'), to: '/results/review' }]}
        title={say('op.results.list-libraries')}
        facts={say('results.libraries-facts')}
        acts={<Act operation="results.register-library" icon="add" primary onAct={() => setOpen(true)} />}
      />
      {open ? <Register onDone={() => setOpen(false)} /> : null}
      <Asked of={libraries}>
        {(found) => (
          <DataTable<Library>
            name="results.libraries"
            rows={found.items}
            rowKey={(l) => l.id}
            columns={[
              {
                key: 'name',
                label: say('results.library'),
                cell: (l) => l.name,
                text: (l) => l.name,
                primary: true,
                sortable: true,
              },
              {
                key: 'version',
                label: say('results.version'),
                cell: (l) => l.version,
                text: (l) => l.version,
                mono: true,
              },
              {
                key: 'spectra',
                label: say('results.spectra'),
                cell: (l) => String(l.spectra),
                text: (l) => String(l.spectra),
                number: true,
                sortable: true,
              },
            ]}
            empty={
              <EmptyState title={say('results.libraries-empty')}>
                {say('results.libraries-empty-how')}
              </EmptyState>
            }
          />
        )}
      </Asked>
    </Page>
  )
}

function Register(props: { onDone: () => void }): ReactNode {
  const say = useSay()
  const [file, setFile] = useState<string | null>(null)
  const register = useTell('results.register-library', { onDone: props.onDone })
  const fields: Field[] = [
    { key: 'name', label: say('results.library-name'), kind: 'text', required: true },
    { key: 'version', label: say('results.version'), kind: 'text', required: true },
    { key: 'licence', label: say('results.licence'), help: say('results.help-licence'), kind: 'text' },
  ]
  return (
    <Card title={say('op.results.register-library')}>
      <FileDrop
        label={say('results.library-file')}
        accept=".msp,.txt,.jdx,.dx"
        onFiles={(files) => setFile(files[0]?.sha256 ?? null)}
      />
      {file === null ? (
        <Note>{say('results.library-file-first')}</Note>
      ) : (
        <Form
          name="results.register-library"
          fields={fields}
          columns={2}
          problem={register.problem}
          onSend={async (v: Record<string, unknown>) => void (await register.tell({ file, ...v }))}
          sendLabel={say('op.results.register-library')}
        />
      )}
    </Card>
  )
}
