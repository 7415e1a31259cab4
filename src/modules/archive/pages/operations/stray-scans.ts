/** Scans that belong to no batch: nobody's until they are scanned again with their cover, or withdrawn. */
import { query } from '#platform/define.ts'
import { StrayQuery, StrayScans } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { strayScans as listStrays } from '../store/scans.ts'

export const strayScans = query({
  name: 'archive.stray-scans',
  summary: 'Lists scans that belong to no batch, each with why.',
  who: keepers,
  input: StrayQuery,
  output: StrayScans,
  async run(cx) {
    cx.allow(null)
    return { items: await listStrays(cx) }
  },
})
