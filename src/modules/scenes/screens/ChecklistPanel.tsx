/** The checklist of this kind of scene, by the form that this device had with it. */
import type { ReactNode } from 'react'
import type { FormOfType } from '#modules/catalogue/contract.ts'
import { fieldsOfQuestions } from '#modules/catalogue/screens/form-fields.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { Note } from '#ui/Note.tsx'
import { type AskedOrKept, useAskOrKept } from '#ui/offline/ask-kept.ts'
import { useLanguage, useSay } from '#ui/say.ts'
import { useActing } from './acting.ts'
import { newId, type Scene } from './scene-kept.ts'

/** The form of this kind of scene as the server told it last, kept on the device. */
export const useChecklist = (sceneType: string): AskedOrKept<FormOfType> =>
  useAskOrKept<FormOfType>(
    'catalogue.get-form',
    { use: 'scene-checklist', of: sceneType === '' ? 'x' : sceneType },
    { kind: 'form', id: sceneType, always: true },
  )

export function ChecklistPanel(props: { scene: Scene; onClose: () => void }): ReactNode {
  const say = useSay()
  const { language } = useLanguage()
  const { scene, onClose } = props
  const acting = useActing()
  const asked = useChecklist(scene.sceneType)
  const form = asked.data?.form
  return (
    <Dialog title={form?.name ?? say('scenes.checklist')} onClose={onClose} wide>
      {form ? (
        <Form
          name={`scenes.checklist.${scene.id}`}
          columns={2}
          fields={fieldsOfQuestions(form.questions, language, asked.data?.lists ?? {})}
          problem={acting.problem}
          onSend={async (answers) => {
            const given = Object.fromEntries(
              Object.entries(answers).filter(([, v]) => v !== '' && v !== undefined && v !== null),
            )
            const done = await acting.act({
              operation: 'scenes.complete-checklist',
              input: { id: newId(), attendance: scene.id, form: form.id, answers: given },
              label: form.name,
              attendance: scene.id,
            })
            if (done) onClose()
          }}
          sendLabel={say('op.scenes.complete-checklist')}
        />
      ) : asked.isPending ? null : (
        <Note tone="slate">{say('scenes.no-checklist-made')}</Note>
      )}
    </Dialog>
  )
}
