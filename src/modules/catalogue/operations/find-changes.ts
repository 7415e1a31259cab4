/** Proposed and decided changes, the newest first. */
import { query } from '#platform/define.ts'
import { contentIn } from '../changing.ts'
import { type Content, FindChanges, FoundChanges } from '../contract.ts'
import { pageOfChanges } from '../store/changes.ts'

export const findChanges = query({
  name: 'catalogue.find-changes',
  summary: 'Lists changes to the laboratory’s rules: what waits and what was decided.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: FindChanges,
  output: FoundChanges,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfChanges(cx.tx, { state: input.state, q: input.q }, input)
    const last = rows.length === input.limit ? rows.at(-1) : undefined
    return {
      items: rows.map((r) => ({
        id: r.id,
        why: r.why,
        from: r.from_on,
        by: r.by_name ?? '',
        at: r.recorded_at,
        state: r.state,
        names: namesOf(contentIn(r), cx.language),
      })),
      nextCursor: last ? `${last.recorded_at}|${last.id}` : null,
    }
  },
})

const namesOf = (content: Content, language: 'en' | 'es'): string[] => [
  ...content.lists.flatMap((l) => [l, ...l.codes].slice(l.codes.length > 0 ? 1 : 0)).map((c) => c[language]),
  ...content.limits.map((l) => l[language]),
  ...content.definitions.map((d) => d[language]),
  ...content.stores.map((s) => String(s.name)),
]
