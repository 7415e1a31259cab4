/** What people are shown of a profile: alleles only for those who read profiles, candidates with what must be borne in mind, and each act with its verdict. */
import type { z } from 'zod'
import { seeItems } from '#modules/evidence/public.ts'
import { no, unless, type Verdict } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { ProfileSeen } from './contract/profiles.ts'
import { type Index, dueOf, indexesOf, kitNamed, lawOf, lociOf, purposesOf } from './indexes-of-law.ts'
import { mayBeIndexed, mayCheck, mayJudge, mayPropose, mayRemove, mayUse } from './rules/profiles.ts'
import {
  type CandidateRow,
  type ProfileRow,
  candidatesOf,
  checkOf,
  indexedOf,
  papersOf,
  removalOf,
  searchesOf,
  typedOfProfile,
} from './store/profiles.ts'

/** Alleles are for whoever checks, compares or searches; who only decides on a removal needs none. */
const readers: readonly string[] = ['analyst', 'section-head', 'dna-custodian']

export async function profileSeen(cx: Cx, p: ProfileRow): Promise<z.input<typeof ProfileSeen>> {
  const all = await indexesOf(cx)
  const own = all.find((i) => i.code === p.index_code)
  const nameOf = (code: string): string => all.find((i) => i.code === code)?.name ?? code
  const removal = await removalOf(cx, p.id)
  const indexed = await indexedOf(cx, p.id)
  const purposes = await purposesOf(cx)
  const [item] = await seeItems(cx, [p.item])
  return {
    id: p.id,
    number: p.number,
    // Who keeps the indexes sees which exhibit, not what its case says of it.
    item: item?.may_see
      ? { id: item.id, number: item.number, description: item.description }
      : p.item_number
        ? { id: p.item, number: p.item_number, description: '' }
        : null,
    side: p.side,
    holds: p.holds,
    kit: (await kitNamed(cx, p.kit).catch(() => undefined))?.name ?? p.kit,
    contributors: p.contributors,
    minor: p.minor,
    state: p.state,
    recorded: { by: p.by, at: p.recorded_at },
    file: { name: p.file_name, sha256: p.file },
    check: (await checkOf(cx, p.id)) ?? null,
    loci: await lociShown(cx, p),
    indexed: indexed.map((i) => ({
      index: i.index_code,
      name: nameOf(i.index_code),
      ground: i.ground,
      document: i.paper,
      from: i.counted_from,
      keepUntil: i.keep_until,
      by: i.by,
      at: i.at,
    })),
    due: dueOf(p, all, cx.now.slice(0, 10)),
    proposal: removal ? { why: removal.why, words: removal.words, by: removal.by, at: removal.at } : null,
    removed:
      removal?.certificate && removal.ended_at
        ? { certificate: removal.certificate, by: removal.ended_by ?? '', at: removal.ended_at }
        : null,
    mayEnter: all
      .filter(
        (i) => i.side === p.side && i.holds === p.holds && !indexed.some((one) => one.index_code === i.code),
      )
      .map(({ code, name }) => ({ code, name })),
    against: all
      .filter((i) => i.side === p.side && own?.search.includes(i.code))
      .map(({ code, name }) => ({ code, name })),
    purposes: purposes.filter((one) => one.side === p.side).map(({ code, name }) => ({ code, name })),
    papers: cx.may('results.enter-index', p) ? await papersOf(cx, p.root) : [],
    searches: await searchesShown(cx, p, own, { nameOf, purposes }),
    actions: await actsOn(cx, p, removal?.proposed_by ?? null),
  }
}

async function lociShown(cx: Cx, p: ProfileRow) {
  if (!cx.actor.grants.some((g) => readers.includes(g.role)) && cx.actor.kind === 'person') return null
  const typed = await typedOfProfile(cx, p.vault)
  const known = await lociOf(cx)
  return (
    typed?.map((t) => {
      const locus = known.find((l) => l.code === t.locus)
      return {
        name: locus?.name ?? t.locus,
        alleles: [...t.alleles],
        kind: locus?.kind ?? 'autosomal',
      }
    }) ?? null
  )
}

async function searchesShown(
  cx: Cx,
  p: ProfileRow,
  own: Index | undefined,
  names: { nameOf: (code: string) => string; purposes: readonly { code: string; name: string }[] },
) {
  const searches = await searchesOf(cx, p.id)
  const found = await candidatesOf(
    cx,
    searches.map((s) => s.id),
  )
  return searches.map((s) => ({
    id: s.id,
    at: s.at,
    by: s.by,
    purpose: names.purposes.find((one) => one.code === s.purpose)?.name ?? s.purpose,
    words: s.words,
    against: s.against.map(names.nameOf),
    stringency: s.stringency,
    compared: s.compared,
    candidates: found
      .filter((c) => c.search === s.id)
      .map((c) => ({
        id: c.id,
        place: c.place,
        profile: c.profile,
        number: c.number,
        index: names.nameOf(c.index_code),
        shared: c.shared,
        matched: c.matched,
        warning: warningOf(cx, c, own?.sure ?? 16),
        outcome: c.outcome,
        words: c.words,
        by: c.by,
        actions: actionsOf(
          cx,
          { may_see: true, root: c.root },
          {
            'results.confirm-candidate': mayJudge(
              { outcome: c.outcome, searchedBy: c.searched_by },
              cx.actor.id,
            ),
          },
        ),
      })),
  }))
}

/** Chance matches grow with the index and with what is borne: few loci, one that differs, or less than equal alleles. */
function warningOf(cx: Cx, c: CandidateRow, sure: number): string | null {
  const values = { matched: c.matched, shared: c.shared, compared: c.compared, sure }
  if (c.stringency !== 'high') return cx.say(`results.chance-${c.stringency}`, values)
  if (c.matched < c.shared) return cx.say('results.chance-differs', values)
  return c.matched < sure ? cx.say('results.chance-few', values) : null
}

async function actsOn(cx: Cx, p: ProfileRow, proposedBy: string | null) {
  const law: Verdict = mayUse(await lawOf(cx, p.side))
  const me = cx.actor.id
  const entering = mayBeIndexed({ state: p.state, recordedBy: p.recorded_by }, me)
  return actionsOf(cx, p, {
    'results.check-profile': mayCheck({ state: p.state, recordedBy: p.recorded_by }, me),
    'results.enter-index': law.ok ? entering : law,
    'results.search-index': law.ok
      ? unless(p.state === 'indexed', no('results.not-indexed', {}, 'results.next-enter'))
      : law,
    'results.propose-removal': mayPropose({ state: p.state, proposed: proposedBy !== null }),
    'results.remove-from-index': mayRemove({ state: p.state, proposedBy }, me),
  })
}
