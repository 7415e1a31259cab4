/** The form for one item; it opens with what the last one had in common, so that the hands type what differs. */
import { useState } from 'react'
import { Form } from '#ui/Form.tsx'
import { Button } from '#ui/Button.tsx'
import { useSay } from '#ui/say.ts'
import type { Choice } from '../../things/screens/codes.ts'
import type { Values } from './intake.ts'
import { itemFields, type ItemLists } from './intake-fields.ts'
import { useTypedFields } from '#modules/catalogue/screens/form-fields.ts'

export function IntakeItem(props: {
  lists: ItemLists
  parties: readonly Choice[]
  initial: Values
  sendLabel: string
  onItem: (values: Values) => void
}) {
  const say = useSay()
  const [type, setType] = useState(props.initial.type)
  const typed = useTypedFields(typeof type === 'string' ? type : undefined)
  const [open, setOpen] = useState(Boolean(props.initial.takenFrom ?? props.initial.quantity))
  return (
    <Form
      name="evidence.receive-item"
      fields={[...itemFields(say, props.lists, { open, parties: props.parties }), ...typed]}
      onChange={(values) => setType(values.type)}
      columns={2}
      draft={false}
      initial={props.initial}
      sendLabel={props.sendLabel}
      onSend={(values) =>
        props.onItem(props.initial.contents ? { ...values, contents: props.initial.contents } : values)
      }
      aside={
        <Button plain icon={open ? 'up' : 'down'} expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'evidence.r-fewer-fields' : 'evidence.r-more-fields')}
        </Button>
      }
    />
  )
}
