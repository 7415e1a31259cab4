/** The gallery: a form with a fault, scanning, files. */
import type { ReactNode } from 'react'
import { FileDrop } from '../FileDrop.tsx'
import { Form } from '../Form.tsx'
import { Card, Columns } from '../Page.tsx'
import { ScanList } from '../ScanList.tsx'
import { SignaturePad } from '../SignaturePad.tsx'
import { Problem } from '../client.ts'

const problem = new Problem({
  status: 400,
  code: 'invalid',
  detail: 'The seal lacks 2 signs.',
  fields: [{ path: 'seal', message: 'The seal lacks 2 signs. It is on the red band of the bag.' }],
})

export function FormParts(): ReactNode {
  return (
    <>
      <Columns kind="halves">
        <Card title="New submission">
          <Form
            name="gallery.submission"
            columns={2}
            draft={false}
            problem={problem}
            onSend={() => undefined}
            initial={{ seal: 'A1044', by: 'me' }}
            sendLabel="Send"
            fields={[
              { key: 'on', label: 'Seized on', kind: 'partial-date', required: true },
              { key: 'at', label: 'Received', kind: 'instant' },
              {
                key: 'by',
                label: 'Who seized it?',
                kind: 'choice',
                options: [
                  { value: 'me', label: 'I did' },
                  { value: 'other', label: 'Somebody else' },
                ],
              },
              { key: 'gross', label: 'Gross weight', kind: 'quantity', unit: ['g', 'kg', 'lb'] },
              { key: 'seal', label: 'Seal', kind: 'scan' },
              { key: 'owner', label: 'Taken from', kind: 'text', absent: true },
              {
                key: 'what',
                label: 'What is it?',
                help: 'As you see it, without a guess',
                kind: 'prose',
                span: 2,
                max: 500,
              },
              {
                key: 'offence',
                label: 'Offence',
                kind: 'choice',
                options: ['Possession', 'Trafficking', 'Robbery', 'Murder', 'Other'].map((word) => ({
                  value: word,
                  label: word,
                })),
              },
              {
                key: 'hazards',
                label: 'Hazards',
                kind: 'choices',
                options: ['Sharp', 'Biological', 'Firearm'].map((word) => ({ value: word, label: word })),
              },
            ]}
          />
        </Card>
        <Card title="Check in by scanning">
          <ScanList
            label="Exhibit"
            expect={12}
            onResolve={(text) =>
              Promise.resolve(
                text.startsWith('2026')
                  ? { id: text, label: text, note: 'Drug store' }
                  : `${text} is not known. Check the label.`,
              )
            }
            onDone={() => undefined}
            doneLabel="Store them"
          />
          <FileDrop label="Photographs" many />
          <SignaturePad label="Signature of the one who takes it" onChange={() => undefined} />
        </Card>
      </Columns>
    </>
  )
}
