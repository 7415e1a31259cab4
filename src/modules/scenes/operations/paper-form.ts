/** The sheet itself as a PDF: the code on every page, the questions with room to answer, or lines with their numbers. */
import { answersSaid, letterhead } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { PaperFormFile } from '../contract.ts'
import { paperFormPdf } from '../paper-forms.ts'
import { attending } from '../roles.ts'
import { paperForm as rowOf } from '../store/keeping.ts'

export const paperForm = stream({
  name: 'scenes.paper-form',
  summary: 'A sheet of paper for a scene as a PDF, with the code by which it comes back in.',
  who: attending,
  input: PaperFormFile,
  async run(cx, input) {
    const row = await rowOf(cx, { id: input.form })
    if (!row) throw notFound()
    cx.allow(row)
    const [said] = row.form ? await answersSaid(cx, [{ form: row.form, answers: {} }]) : []
    const bytes = paperFormPdf(row, said?.form ?? null, {
      lang: cx.language,
      say: cx.say,
      head: await letterhead(cx, cx.language),
      demo: cx.ground.house.demo,
      at: cx.now,
    })
    return { name: `${row.number}-${row.kind}.pdf`, mediaType: 'application/pdf', bytes }
  },
})
