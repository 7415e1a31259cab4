/** Any word, name or number on any page that the reader may see, with its place on the page. */
import { query } from '#platform/define.ts'
import { PageHits, SearchPages } from '../contract.ts'
import { readers } from '../../roles.ts'
import { searched } from '../searching.ts'

export const searchPages = query({
  name: 'archive.search-pages',
  summary:
    'Finds words, names as they sound and numbers in any punctuation on all pages that the reader may see.',
  who: readers,
  reads: 'sensitive',
  input: SearchPages,
  output: PageHits,
  async run(cx, input) {
    cx.allow(null)
    return searched(cx, input)
  },
})
