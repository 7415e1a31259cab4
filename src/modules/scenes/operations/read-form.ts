/** What a sheet of paper is, by the code on it: whose scene, which version of which form, which numbers it gave out. */
import { answersSaid, formsFor } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { FormRead, ReadForm } from '../contract.ts'
import { attending } from '../roles.ts'
import { numbersOfLabels, paperForm } from '../store/keeping.ts'

export const readForm = query({
  name: 'scenes.read-form',
  summary: 'What a sheet of paper is, by the code on it: whose scene, which form version, which numbers.',
  who: attending,
  input: ReadForm,
  output: FormRead,
  async run(cx, input) {
    const row = await paperForm(cx, { code: input.code.toUpperCase() })
    if (!row) throw notFound()
    cx.allow(row)
    const [said] = row.form ? await answersSaid(cx, [{ form: row.form, answers: {} }]) : []
    const [today] =
      row.kind === 'checklist' ? await formsFor(cx, 'scene-checklist', { of: row.scene_type }) : []
    const used = new Map((await numbersOfLabels(cx, row.labels)).map((l) => [l.barcode, l.number]))
    return {
      id: row.id,
      kind: row.kind,
      attendance: { id: row.attendance, number: row.number, place: row.place },
      case: { id: row.root, number: row.case_number },
      form: said?.form.name ?? null,
      version: said?.form.version ?? null,
      newer: today !== undefined && row.form !== null && today.id !== row.form,
      marks: row.marks,
      labels: row.labels.map((code) => ({ code, number: used.get(code) ?? null })),
      printedAt: row.printed_at,
    }
  },
})
