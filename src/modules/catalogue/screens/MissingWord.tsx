/** Beneath a list from which somebody chooses: what they miss in it they suggest where they stand, and go on. */
import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { useTell } from '#ui/client.ts'
import { useMay } from '#ui/me.ts'
import { useSay } from '#ui/say.ts'

export function MissingWord({ list }: { readonly list: string }) {
  const say = useSay()
  const may = useMay('catalogue.suggest-code')
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState('')
  const suggest = useTell('catalogue.suggest-code', { settles: ['catalogue.find-suggestions'] })
  if (!may) return null
  return (
    <>
      {sent ? (
        <p className="notes dim" role="status">
          {say('catalogue.s-suggested', { name: sent })}
        </p>
      ) : (
        <button type="button" className="text-act" onClick={() => setOpen(true)}>
          {say('catalogue.s-word-missing')}
        </button>
      )}
      {open ? (
        <Dialog title={say('op.catalogue.suggest-code')} onClose={() => setOpen(false)}>
          <Form
            name={`catalogue.suggest-code.${list}`}
            draft={false}
            problem={suggest.problem}
            sendLabel={say('op.catalogue.suggest-code')}
            fields={[
              {
                key: 'name',
                label: say('catalogue.s-word'),
                help: say('catalogue.s-word-help'),
                kind: 'text',
                required: true,
                max: 120,
              },
              { key: 'why', label: say('catalogue.s-word-why'), kind: 'prose', rows: 2 },
            ]}
            onSend={async ({ name, why }) => {
              const done = await suggest.tell({ list, name, why })
              if (!done) return
              setSent(String(name))
              setOpen(false)
            }}
          />
        </Dialog>
      ) : null}
    </>
  )
}
