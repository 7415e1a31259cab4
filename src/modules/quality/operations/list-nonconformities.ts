/** Work that did not conform, newest first (ISO/IEC 17025:2017, 7.10). */
import { staff } from '#identity/roles.ts'
import { query } from '#platform/define.ts'
import { ListNonconformities, NonconformityList } from '../contract.ts'
import { countNonconformities, cursorAt, pageOfNonconformities } from '../store/departures.ts'

/** Who looks into all of them; others read what they reported themselves. */
const offices: readonly string[] = ['quality-manager', 'director', 'section-head']

export const listNonconformities = query({
  name: 'quality.list-nonconformities',
  summary: 'Lists reported work that does not conform; whoever does not look into it reads their own.',
  who: staff,
  input: ListNonconformities,
  output: NonconformityList,
  async run(cx, input) {
    cx.allow(null)
    const chosen = { ...input, all: cx.actor.grants.some((g) => offices.includes(g.role)) }
    const rows = await pageOfNonconformities(cx, chosen)
    const names = await cx.ground.roots.names(
      cx.tx,
      rows.flatMap((r) => r.root ?? []),
    )
    return {
      items: rows.map((r) => ({
        id: r.id,
        number: r.number,
        kind: r.kind as 'other',
        text: r.text,
        thing: r.thing_named,
        case: r.root === null ? null : { id: r.root, number: names.get(r.root) ?? '' },
        found: r.found_on,
        by: r.by,
      })),
      nextCursor: rows.length === input.limit ? cursorAt(rows.at(-1)) : null,
      total: await countNonconformities(cx, chosen),
    }
  },
})
