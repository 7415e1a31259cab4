/** One value compared with the law as printed: the gazette is asked for, the step-up opens by itself. */
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Facts } from '#ui/Page.tsx'
import { useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

export function ConfirmCard(props: {
  readonly value: string
  readonly name: string
  readonly source: string | null
  /** What cannot go on before somebody confirms it, in words. */
  readonly blocks: string
  readonly onClose: () => void
}) {
  const say = useSay()
  const may = useMay('catalogue.confirm-value')
  const confirm = useTell<{ id: string }>('catalogue.confirm-value', {
    settles: ['catalogue.'],
    onDone: props.onClose,
  })
  return (
    <Dialog wide title={props.name} onClose={props.onClose}>
      <Facts
        rows={[
          [say('catalogue.source'), props.source ?? say('catalogue.no-source')],
          [say('catalogue.blocks'), props.blocks],
        ]}
      />
      {may ? (
        <Form
          name={`catalogue.confirm.${props.value}`}
          problem={confirm.problem}
          sendLabel={say('op.catalogue.confirm-value')}
          fields={[
            {
              key: 'gazette',
              label: say('catalogue.gazette'),
              help: say('catalogue.confirm-explains'),
              kind: 'text',
              required: true,
            },
          ]}
          onSend={async (values) => {
            await confirm.tell({ value: props.value, gazette: String(values.gazette ?? '') })
          }}
        />
      ) : null}
    </Dialog>
  )
}
