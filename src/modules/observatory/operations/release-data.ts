/** A published table as a file for anybody: CSV with its headings, or JSON with question, instant, policy and hash. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { ReleaseFile } from '../contract.ts'
import { releaseById } from '../store/releases.ts'
import { csvOf } from '../table-file.ts'

export const releaseData = stream({
  name: 'observatory.release-data',
  summary: 'Gives a published table as CSV or JSON to anybody.',
  who: 'anyone',
  input: ReleaseFile,
  async run(cx, input) {
    cx.allow(null)
    const row = await releaseById(cx, input.release)
    if (row.state !== 'published') throw notFound()
    const { rows, rowsEs, columns, columnsEs, cells } = row.shown
    const es = cx.language === 'es'
    if (input.as === 'json') {
      const body = {
        format: 'custodia-table/1',
        number: row.number,
        title: es ? row.title_es : row.title_en,
        asOf: row.as_of,
        question: row.asked,
        policy: row.policy,
        rows,
        columns,
        cells,
        sha256: row.sha256,
      }
      return {
        name: `${row.number}.json`,
        mediaType: 'application/json',
        bytes: Buffer.from(JSON.stringify(body, null, 1)),
      }
    }
    const text = csvOf(cx, es ? rowsEs : rows, es ? columnsEs : columns, cells)
    return { name: `${row.number}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
  },
})
