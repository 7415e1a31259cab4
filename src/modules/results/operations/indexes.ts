/** The indexes of the law: on which side of the wall each stands, whether the law is in force for it, what it may be searched against, how long it keeps. */
import { query } from '#platform/define.ts'
import { z } from 'zod'
import { Indexes, type Side } from '../contract/profiles.ts'
import { type Index, type Law, endsOf, indexesOf, lawOf } from '../indexes-of-law.ts'
import { waitingCounts } from '../store/indexes.ts'
import { standingByIndex } from '../store/profiles.ts'

const sides: readonly Side[] = ['criminal', 'humanitarian', 'elimination']

export const indexes = query({
  name: 'results.indexes',
  summary: 'Shows the indexes of the law, whether it is in force, and how many profiles stand in each.',
  who: ['dna-custodian', 'dna-overseer', 'section-head', 'director', 'quality-manager'],
  input: z.strictObject({}),
  output: Indexes,
  async run(cx) {
    cx.allow(null)
    const all = await indexesOf(cx)
    const counts = await standingByIndex(cx, endsOf(all))
    const nameOf = (code: string): string => all.find((i) => i.code === code)?.name ?? code
    const kept = (i: Index): string =>
      i.years === null || i.years === undefined
        ? cx.say('results.kept-no-clock')
        : cx.say('results.kept-years', { years: i.years, minor: i.minorYears ?? i.years })
    const says = (law: Law): string =>
      law.inForce
        ? cx.say('results.law-in-force')
        : law.from
          ? cx.say('results.law-from', { side: law.side, from: law.from })
          : cx.say('results.law-not-in-force', { side: law.side })
    const told = []
    for (const side of sides) {
      const law = await lawOf(cx, side)
      told.push({
        ...law,
        says: says(law),
        indexes: all
          .filter((i) => i.side === side)
          .map((i) => {
            const n = counts.find((c) => c.index_code === i.code)
            return {
              code: i.code,
              name: i.name,
              holds: i.holds,
              standing: n?.standing ?? 0,
              due: n?.due ?? 0,
              searched: i.search.map(nameOf),
              kept: kept(i),
              unverified: i.unverified,
              source: i.source,
            }
          }),
      })
    }
    return { sides: told, ...(await waitingCounts(cx)) }
  },
})
