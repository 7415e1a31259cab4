/** Searches of an exhibit in systems that stand alone, with every candidate and what people made of it, and what names it from elsewhere. */
import { type Verdict, yes } from '#kernel/verdict.ts'
import { codesOf } from '#modules/catalogue/public.ts'
import { seeItem } from '#modules/evidence/public.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { OfItem, SystemRule, SystemSearches } from '../contract/searches.ts'
import { mayFollowUp, mayVerifyFollowUp } from '../rules/searches.ts'
import {
  type FollowUpRow,
  type SystemCandidateRow,
  candidatesOf,
  followUpsOf,
  linkedHere,
  searchesOf,
} from '../store/searches.ts'

export const systemSearches = query({
  name: 'results.system-searches',
  summary: 'Searches of an exhibit in IBIS, AFIS and the like, and what people made of each candidate.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'evidence-officer'],
  input: OfItem,
  output: SystemSearches,
  async run(cx, input) {
    const item = await seeItem(cx, input.item)
    cx.allow(item)
    const codes = await codesOf(cx, 'search-system')
    const named = (code: string): string => codes.find((c) => c.code === code)?.[cx.language] ?? code
    const searches = await searchesOf(cx, item.id)
    const candidates = await candidatesOf(
      cx,
      searches.map((s) => s.id),
    )
    const followed = await followUpsOf(
      cx,
      candidates.map((c) => c.id),
    )
    return {
      item: { id: item.id, number: item.number, description: item.description },
      systems: codes.map((c) => ({
        code: c.code,
        name: c[cx.language],
        databases: SystemRule.parse(c.data ?? {}).databases,
      })),
      searches: searches.map((s) => ({
        id: s.id,
        system: named(s.system),
        databases: [...s.databases],
        searched: s.searched,
        reference: s.reference,
        searchedAt: s.searched_at,
        by: s.by,
        at: s.at,
        file: s.file ? { name: s.file_name ?? '', sha256: s.file, size: s.file_size ?? '' } : null,
        candidates: candidates.filter((c) => c.search === s.id).map((c) => seenOf(cx, c, followed)),
      })),
      linkedHere: (await linkedHere(cx, item.id)).map((l) => ({
        id: l.id,
        system: named(l.system),
        outcome: l.outcome,
        verified: l.verified,
        by: l.by,
        at: l.at,
        link: l.item
          ? {
              item: {
                id: l.item,
                number: l.number ?? '',
                description: l.description ?? '',
                case: l.case_number ?? '',
              },
              ask: null,
            }
          : { item: null, ask: l.by ?? '' },
      })),
      actions: actionsOf(cx, item, { 'results.record-system-search': yes }),
    }
  },
})

function seenOf(cx: Cx, c: SystemCandidateRow, all: readonly FollowUpRow[]) {
  const followed = all.filter((f) => f.candidate === c.id)
  const newest = followed.at(-1)
  const may: Verdict = mayFollowUp(newest && { by: newest.by_id, verified: newest.verified })
  return {
    id: c.id,
    rank: c.rank,
    label: c.label,
    score: c.score,
    followUps: followed.map((f) => ({
      id: f.id,
      outcome: f.outcome,
      words: f.words,
      by: f.by,
      at: f.at,
      link: f.other ? linkOf(f) : null,
      verified: f.verified,
      actions: actionsOf(
        cx,
        f,
        f.verified || f !== newest
          ? {}
          : {
              'results.verify-follow-up': mayVerifyFollowUp(
                { by: f.by_id, verified: null },
                true,
                cx.actor.id,
              ),
            },
      ),
    })),
    actions: actionsOf(cx, c, may.ok ? { 'results.follow-up-candidate': may } : {}),
  }
}
const linkOf = (f: FollowUpRow) =>
  f.sees_other
    ? {
        item: {
          id: f.other ?? '',
          number: f.other_number ?? '',
          description: f.other_description ?? '',
          case: f.other_case ?? '',
        },
        ask: null,
      }
    : { item: null, ask: f.by ?? '' }
