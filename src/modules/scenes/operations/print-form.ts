/** A sheet for where no device may go: it carries the case, the version of the form and its numbers, and comes back in by its code. */
import { formsFor } from '#modules/catalogue/public.ts'
import { barcodeOf } from '#modules/evidence/public.ts'
import { command } from '#platform/define.ts'
import { FormPrinted, PrintForm } from '../contract.ts'
import { attending } from '../roles.ts'
import { attendanceRef } from '../store/attendances.ts'
import { marksPrinted } from '../store/keeping.ts'
import { marksOf } from '../store/written.ts'
import { openToWrite } from '../writing.ts'

export const printForm = command({
  name: 'scenes.print-form',
  summary: 'Makes a sheet of paper for a scene that carries its case, form version and numbers in a code.',
  who: attending,
  input: PrintForm,
  output: FormPrinted,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    const [form] =
      input.kind === 'checklist' ? await formsFor(cx, 'scene-checklist', { of: a.scene_type }) : []
    const id = input.id ?? cx.newId()
    // A thing's barcode is made of an id; a sheet has one of the same kind, which no thing will bear.
    const code = `PF/${barcodeOf(id).slice(2)}`
    const labels =
      input.kind === 'exhibits' ? Array.from({ length: input.lines }, () => barcodeOf(cx.newId())) : []
    // What an earlier sheet carries is given out, though nobody has set it down yet.
    const given = [...(await marksOf(cx, a.id)).map((m) => m.label), ...(await marksPrinted(cx, a.id))]
    const used = given.map((label) => Number.parseInt(label, 10) || 0)
    const first = 1 + Math.max(0, ...used)
    const marks = labels.map((_, i) => String(first + i))
    await cx.record({
      subject: attendanceRef(a.id),
      root: a.root,
      facts: { number: a.number, form: id, kind: input.kind },
      rows: {
        'scenes.paper_form': [
          {
            id,
            root: a.root,
            attendance: a.id,
            form: form?.id ?? null,
            kind: input.kind,
            code,
            marks,
            labels,
          },
        ],
        ...(labels.length > 0
          ? {
              'scenes.label': labels.map((label) => ({
                id: cx.newId(),
                code: label,
                roll: id,
                unit: a.office,
              })),
            }
          : {}),
      },
    })
    return { id, code }
  },
})
