/** A published table as a file for anybody, in the form asked for. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { ReleaseFile } from '../contract.ts'
import { formOfRelease } from '../release-forms.ts'
import { releaseById } from '../store/releases.ts'

export const releaseData = stream({
  name: 'observatory.release-data',
  summary: 'Gives a published table as CSV, spreadsheet, JSON or GeoJSON to anybody.',
  who: 'anyone',
  input: ReleaseFile,
  async run(cx, input) {
    cx.allow(null)
    const row = await releaseById(cx, input.release)
    if (row.state !== 'published') throw notFound()
    return formOfRelease(cx, row, input.as)
  },
})
