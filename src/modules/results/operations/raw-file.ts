/** The instrument's own file, byte for byte, always as an attachment. */
import { stream } from '#platform/define.ts'
import { RunQuery } from '../contract.ts'
import { getRun } from '../store.ts'

export const rawFile = stream({
  name: 'results.raw-file',
  summary: "Gives the instrument's own file, byte for byte.",
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer'],
  reads: 'sensitive',
  input: RunQuery,
  async run(cx, input) {
    const row = await getRun(cx, input.run)
    cx.allow({ may_see: row.may_see, root: row.root, sensitive: row.sensitive })
    return { name: row.file_name, mediaType: 'application/octet-stream', file: row.file }
  },
})
