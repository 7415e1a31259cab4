/** Labels: on which paper, from which place of the sheet on; that they are printed is recorded before they leave. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { fileUrl, useTell } from '#ui/client.ts'
import { useSay } from '#ui/say.ts'

const sheets = ['a4-70x37', 'a4-63x34', 'roll-50x25', 'zpl', 'own', 'own-zpl'] as const
const LAST = 'custodia.label-sheet'
/** This device's printer is the same tomorrow. */
const lastSheet = (): string => {
  try {
    return localStorage.getItem(LAST) ?? 'a4-70x37'
  } catch {
    return 'a4-70x37'
  }
}

export function LabelDialog(props: { items: readonly string[]; again: boolean; onClose: () => void }) {
  const say = useSay()
  const act = useTell('evidence.print-label', { settles: ['evidence.get-item'] })
  const print = async (v: Readonly<Record<string, unknown>>): Promise<void> => {
    const sheet = String(v.sheet)
    const format = sheet.endsWith('zpl') ? 'zpl' : 'pdf'
    const own = sheet.startsWith('own')
    const done = await act.tell(
      { items: props.items, format },
      typeof v.why === 'string' ? { reason: v.why } : {},
    )
    if (!done) return
    try {
      localStorage.setItem(LAST, sheet)
    } catch {
      // The choice is asked again.
    }
    window.open(
      fileUrl('evidence.label', {
        items: props.items.join(','),
        format,
        ...(own ? { sheet: 'own' } : format === 'pdf' ? { sheet, skip: Number(v.skip ?? 1) - 1 } : {}),
      }),
      '_blank',
      'noopener',
    )
    props.onClose()
  }
  return (
    <Dialog title={say('evidence.l-title', { n: props.items.length })} onClose={props.onClose}>
      <Form
        name="evidence.print-label"
        draft={false}
        problem={act.problem}
        sendLabel={say('evidence.l-print')}
        initial={{ sheet: lastSheet() }}
        onSend={print}
        fields={[
          {
            key: 'sheet',
            label: say('evidence.l-sheet'),
            kind: 'choice',
            required: true,
            options: sheets.map((s) => ({ value: s, label: say(`evidence.l-${s}`) })),
          },
          {
            key: 'skip',
            label: say('evidence.l-first'),
            kind: 'number',
            help: say('evidence.l-first-help'),
            show: (v) => String(v.sheet).startsWith('a4'),
          },
          ...(props.again
            ? [{ key: 'why', label: say('evidence.l-why'), kind: 'text' as const, required: true }]
            : []),
        ]}
      />
    </Dialog>
  )
}
