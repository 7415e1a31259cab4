/** The recording or page of what somebody said, as it came; each look is logged. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { StatementFile } from '../contract.ts'
import { readers } from '../roles.ts'
import { statementFile as fileOf } from '../store/written.ts'

export const statementFile = stream({
  name: 'scenes.statement-file',
  summary: 'The recording or page of what somebody said at a scene, as it came.',
  who: readers,
  reads: 'sensitive',
  input: StatementFile,
  async run(cx, input) {
    const row = await fileOf(cx, input.statement)
    if (!row) throw notFound()
    cx.allow(row)
    return { name: row.name, mediaType: row.media_type, file: row.file }
  },
})
