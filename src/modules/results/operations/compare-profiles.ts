/** Two profiles of one case beside each other, locus by locus: casework, which needs no index, and still stays on its side of the wall. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { CompareProfiles, ProfilesCompared } from '../contract/profiles.ts'
import { lociOf } from '../indexes-of-law.ts'
import { compare } from '../rules/profiles.ts'
import { getProfile, seesWholeCase, typedOfProfile } from '../store/profiles.ts'

export const compareProfiles = query({
  name: 'results.compare-profiles',
  summary: 'Compares two profiles of one case, locus by locus.',
  who: ['analyst', 'section-head'],
  reads: 'sensitive',
  input: CompareProfiles,
  output: ProfilesCompared,
  async run(cx, input) {
    const one = await getProfile(cx, input.profile)
    const other = await getProfile(cx, input.other)
    cx.allow(one)
    cx.allow(other)
    if (!(await seesWholeCase(cx, one.root)) || !(await seesWholeCase(cx, other.root))) throw notFound()
    refuseUnless(unless(one.root === other.root, no('results.compare-one-case', {}, 'results.next-enter')))
    refuseUnless(
      unless(
        one.side === other.side,
        no('results.compare-wall', { side: one.side, other: other.side }, 'results.next-wall'),
      ),
    )
    const [a, b] = [await typedOfProfile(cx, one.vault), await typedOfProfile(cx, other.vault)]
    refuseUnless(unless(a !== null && b !== null, no('results.profile-removed')))
    const loci = await lociOf(cx)
    const autosomal = new Set(loci.filter((l) => l.kind === 'autosomal').map((l) => l.code))
    const how = compare(a ?? [], b ?? [], autosomal, 'high')
    return {
      shared: how.shared,
      matched: how.matched,
      says: cx.say('results.compared-says', { shared: how.shared, matched: how.matched }),
      loci: loci.flatMap((l) => {
        const mine = a?.find((t) => t.locus === l.code)?.alleles
        const theirs = b?.find((t) => t.locus === l.code)?.alleles
        if (!mine && !theirs) return []
        return [
          {
            name: l.name,
            one: [...(mine ?? [])],
            other: [...(theirs ?? [])],
            agrees: how.loci.find((x) => x.locus === l.code)?.agrees ?? null,
          },
        ]
      }),
    }
  },
})
