/** Profiles by index, side and state, those whose clock has run out among them; no allele is in a list. */
import { query } from '#platform/define.ts'
import { FindProfiles, ProfileList } from '../contract/profiles.ts'
import { dueOf, endsOf, indexesOf } from '../indexes-of-law.ts'
import { countProfiles, findProfileRows } from '../store/profiles.ts'

export const findProfiles = query({
  name: 'results.find-profiles',
  summary: 'Lists STR profiles by index, side and state, without their alleles.',
  who: ['dna-custodian', 'analyst', 'section-head', 'director', 'quality-manager'],
  input: FindProfiles,
  output: ProfileList,
  async run(cx, input) {
    cx.allow(null)
    const indexes = await indexesOf(cx)
    const ends = endsOf(indexes)
    const rows = await findProfileRows(cx, input, ends)
    const total = await countProfiles(cx, input, ends)
    return {
      items: rows.map((p) => ({
        id: p.id,
        number: p.number,
        item: p.item_number,
        side: p.side,
        index:
          p.index_code === null
            ? null
            : {
                code: p.index_code,
                name: indexes.find((i) => i.code === p.index_code)?.name ?? p.index_code,
              },
        state: p.state,
        loci: p.loci,
        keepUntil: p.keep_until,
        due: dueOf(p, indexes, cx.now.slice(0, 10)),
      })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
