/** Answers the checklist of this kind of scene, by the version that holds, or that the device had with it. */
import { answersSaid, checkForm, formsFor } from '#modules/catalogue/public.ts'
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CompleteChecklist, Done } from '../contract.ts'
import { attending } from '../roles.ts'
import { openToWrite, ofScene, write } from '../writing.ts'

export const completeChecklist = command({
  name: 'scenes.complete-checklist',
  summary: 'Answers the checklist of this kind of scene.',
  who: attending,
  input: CompleteChecklist,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const [today] = await formsFor(cx, 'scene-checklist', { of: a.scene_type })
    // A device that was away answers the version it took along, whichever holds by now.
    const [along] = input.form ? await answersSaid(cx, [{ form: input.form, answers: {} }]) : []
    const form = along?.form.use === 'scene-checklist' ? along.form : today
    if (!form) throw new Refusal('conflict', 'scenes.no-checklist', { next: 'scenes.next-ask-quality' })
    const checked = await checkForm(cx, form, input.answers)
    return write(
      cx,
      a,
      'scenes.checklist',
      { id: input.id ?? cx.newId(), ...ofScene(cx, a), form: checked.form, answers: checked.answers },
      { form: checked.form },
    )
  },
})
