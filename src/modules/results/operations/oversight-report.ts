/** What the overseer reads: counts by index, searches by purpose, leads, removals and what is overdue; no number of a profile, no name, no allele. */
import { laboratoryZone } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { Oversight, OversightReport } from '../contract/profiles.ts'
import { endsOf, indexesOf, purposesOf } from '../indexes-of-law.ts'
import { countExports, sumsOfIndexes, sumsOfLeads, sumsOfRemovals, sumsOfSearches } from '../store/indexes.ts'
import { standingByIndex } from '../store/profiles.ts'

export const oversightReport = query({
  name: 'results.oversight-report',
  summary: 'Counts by index, searches by purpose, leads, removals and what is overdue, for the overseer.',
  who: ['dna-overseer', 'dna-custodian', 'director', 'quality-manager'],
  input: OversightReport,
  output: Oversight,
  async run(cx, input) {
    cx.allow(null)
    const days = { from: input.from, until: input.until, zone: await laboratoryZone(cx) }
    const all = await indexesOf(cx)
    const purposes = await purposesOf(cx)
    const due = await standingByIndex(cx, endsOf(all))
    const nameOf = (code: string): string => all.find((i) => i.code === code)?.name ?? code
    return {
      from: input.from,
      until: input.until,
      indexes: (await sumsOfIndexes(cx, days)).map((i) => ({
        ...i,
        index: nameOf(i.index),
        overdue: due.find((d) => d.index_code === i.index)?.due ?? 0,
      })),
      searches: (await sumsOfSearches(cx, days)).map((s) => ({
        ...s,
        purpose: purposes.find((p) => p.code === s.purpose)?.name ?? s.purpose,
      })),
      leads: (await sumsOfLeads(cx, days)).map(({ what, n }) => ({
        what: cx.say(`results.lead-${what}`),
        n,
      })),
      removals: (await sumsOfRemovals(cx, days)).map(({ what, n }) => ({
        what: cx.say(`results.why-${what}`),
        n,
      })),
      exports: await countExports(cx, days),
    }
  },
})
