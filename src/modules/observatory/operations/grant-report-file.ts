/** A report to a donor, byte for byte as it was made. */
import { stream } from '#platform/define.ts'
import { GrantReportFile } from '../contract/grants.ts'
import { fileOf } from '../keeping-reports.ts'
import { releasers } from '../roles.ts'
import { reportById } from '../store/grants.ts'

const media = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export const grantReportFile = stream({
  name: 'observatory.grant-report-file',
  summary: 'A report to a donor as PDF or spreadsheet, in either language, byte for byte as it was made.',
  who: releasers,
  input: GrantReportFile,
  async run(cx, input) {
    cx.allow(null)
    const row = await reportById(cx, input.report)
    const file = fileOf(row, input.as, input.language)
    return {
      name: `${row.answer.agreement.replaceAll(/[^\w.-]+/g, '-')}-${row.seq}-${input.language}.${input.as}`,
      mediaType: media[input.as],
      file,
    }
  },
})
