/** A file is not where it should be, and where it was looked for. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReportFileMissing, Stepped } from '../contract.ts'
import { holders } from '../../roles.ts'
import { mayReportMissing } from '../rules.ts'
import { seeFile, takeFileStep } from '../store/files.ts'

export const reportFileMissing = command({
  name: 'archive.report-file-missing',
  summary: 'Says that a paper file is not where it should be, and where it was looked for.',
  who: holders,
  input: ReportFileMissing,
  output: Stepped,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    refuseUnless(mayReportMissing(f))
    await takeFileStep(cx, f, 'missing', { state: 'missing' }, { words: input.words })
    return { file: f.id, state: 'missing' as const, box: f.box_number }
  },
})
