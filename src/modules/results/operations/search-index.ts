/** Searches a profile against indexes of its own side, for a purpose that is written down; what is found is a lead. Each search is an entry. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { SearchIndex, SearchMade } from '../contract/profiles.ts'
import { type Index, indexNamed, indexesOf, lawOf, lociOf, purposesOf } from '../indexes-of-law.ts'
import { type Compared, byRank, compare, isCandidate, maySearch, mayUse } from '../rules/profiles.ts'
import { type ProfileRow, getProfile, typedOfProfile } from '../store/profiles.ts'
import { type Searched, searchable } from '../store/indexes.ts'

const MOST_CANDIDATES = 50

export const searchIndex = command({
  name: 'results.search-index',
  summary: 'Searches a profile against indexes of its own side; what is found is a lead.',
  who: ['dna-custodian'],
  input: SearchIndex,
  output: SearchMade,
  async run(cx, input) {
    const subject = ref('results.profile', input.profile)
    await cx.lock([subject])
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    refuseUnless(mayUse(await lawOf(cx, p.side)))
    const own = (await indexesOf(cx)).find((i) => i.code === p.index_code)
    const against = await Promise.all(
      (input.against ?? own?.search ?? []).map((code) => indexNamed(cx, code)),
    )
    const purpose = (await purposesOf(cx)).find((one) => one.code === input.purpose)
    refuseUnless(maySearch({ state: p.state, side: p.side, index: p.index_code }, own, against, purpose))
    const least = own?.least ?? 8
    const { found, compared } = await searchedFor(cx, p, against, input.stringency, least)
    const search = cx.newId()
    await cx.record({
      subject,
      root: p.root,
      facts: {
        number: p.number,
        search,
        purpose: input.purpose,
        against: against.map((i) => i.code),
        compared,
        candidates: found.length,
      },
      rows: {
        'results.index_search': [
          {
            id: search,
            root: p.root,
            profile: p.id,
            side: p.side,
            index_code: p.index_code,
            purpose: input.purpose,
            words: input.words,
            against: against.map((i) => i.code),
            stringency: input.stringency,
            least,
            compared,
          },
        ],
        'results.candidate': found.map(({ one, how }, i) => ({
          id: cx.newId(),
          root: p.root,
          search,
          side: p.side,
          profile: one.id,
          index_code: one.index_code,
          place: i + 1,
          shared: how.shared,
          matched: how.matched,
        })),
      },
    })
    return {
      id: search,
      compared,
      candidates: found.length,
      says: cx.say(found.length > 0 ? 'results.search-leads' : 'results.search-none', {
        n: found.length,
        compared,
      }),
    }
  },
})

async function searchedFor(
  cx: Cx,
  p: ProfileRow,
  against: readonly Index[],
  stringency: 'high' | 'moderate' | 'low',
  least: number,
): Promise<{ found: { one: Searched; how: Compared }[]; compared: number }> {
  const mine = (await typedOfProfile(cx, p.vault)) ?? []
  const autosomal = new Set((await lociOf(cx)).filter((l) => l.kind === 'autosomal').map((l) => l.code))
  const there = await searchable(
    cx,
    p.id,
    against.map((i) => i.code),
  )
  const found = there
    .map((one) => ({ one, how: compare(mine, one.typed, autosomal, stringency) }))
    .filter(({ how }) => isCandidate(how, least))
    .sort((a, b) => byRank(a.how, b.how) || a.one.number.localeCompare(b.one.number))
    .slice(0, MOST_CANDIDATES)
  return { found, compared: there.length }
}
