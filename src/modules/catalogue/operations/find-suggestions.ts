/** Words that people miss in the lists, each with what the list says already that sounds like it. */
import { query } from '#platform/define.ts'
import { handsOf } from '../alone.ts'
import { FindSuggestions, SuggestionsFound } from '../contract.ts'
import { mayBeSetAlone } from '../rules/alone.ts'
import { dayOf } from '../rules.ts'
import { nearTo } from '../rules/suggestion.ts'
import { listCodes, newestLists } from '../store/codes.ts'
import { pageOfSuggestions } from '../store/suggestions.ts'

export const findSuggestions = query({
  name: 'catalogue.find-suggestions',
  summary: 'Lists words that people miss in the lists, with what sounds like them already.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: FindSuggestions,
  output: SuggestionsFound,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfSuggestions(cx.tx, input)
    const hands = await handsOf(cx)
    const names = new Map((await newestLists(cx.tx)).map((l) => [l.list, l[cx.language]]))
    const words = new Map<string, Awaited<ReturnType<typeof listCodes>>>()
    for (const list of new Set(rows.map((r) => r.list)))
      words.set(list, await listCodes(cx.tx, list, dayOf(cx.now)))
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      items: rows.map((r) => ({
        id: r.id,
        list: r.list,
        listName: names.get(r.list) ?? r.list,
        name: r.name,
        why: r.why,
        by: r.by_name ?? '',
        at: r.recorded_at,
        outcome: r.outcome,
        code: r.code,
        near: nearTo(r.name, words.get(r.list) ?? []).map((w) => ({ code: w.code, name: w[cx.language] })),
        alone: mayBeSetAlone([{ what: 'code', key: `${r.list}/x` }], hands).ok,
      })),
      nextCursor: last ? `${last.recorded_at}|${last.id}` : null,
    }
  },
})
