/** The list of a system as it gave it, byte for byte. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { OfSearch } from '../contract/searches.ts'
import { getSearch } from '../store/searches.ts'

export const systemSearchFile = stream({
  name: 'results.system-search-file',
  summary: 'Gives the list of a system as it gave it, byte for byte.',
  who: ['analyst', 'section-head', 'director', 'quality-manager'],
  reads: 'sensitive',
  input: OfSearch,
  async run(cx, input) {
    const row = await getSearch(cx, input.search)
    cx.allow(row)
    if (!row.file) throw notFound()
    return { name: row.file_name ?? row.file, mediaType: 'application/octet-stream', file: row.file }
  },
})
