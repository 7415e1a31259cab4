/** The form by which things of a kind are described: as of a day, or the version that a record was made with. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { choicesFor, formOfType, formSeen, formsFor } from '../answering.ts'
import { FormOfType, GetForm } from '../contract.ts'
import { findDefinition } from '../store/definitions.ts'

export const getForm = query({
  name: 'catalogue.get-form',
  summary:
    'Shows the form by which things of a kind are described, or that is filled in for a use, on a day; or one version of a form.',
  who: 'signed-in',
  input: GetForm,
  output: FormOfType,
  async run(cx, input) {
    cx.allow(null)
    if (input.form === undefined) {
      const [form] =
        input.use === undefined
          ? [await formOfType(cx, input.type ?? '', input.on)]
          : await formsFor(cx, input.use, input)
      return { form: form ?? null, lists: form ? await choicesFor(cx, form.questions) : {} }
    }
    const row = await findDefinition(cx.tx, input.form)
    if (row?.kind !== 'form') throw notFound()
    const form = formSeen(row, cx.language)
    return { form, lists: await choicesFor(cx, form.questions) }
  },
})
