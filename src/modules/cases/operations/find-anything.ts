/** Finds anything by any number, part of a number, barcode or name in any spelling, or by several of these together. */
import { query } from '#platform/define.ts'
import { FindAnything as Find, Hits } from '../contract/finding.ts'
import { nameIn, whatWasFound } from '../store/found.ts'
import { findHandles, MOST } from '../store/search.ts'

export const findAnything = query({
  name: 'cases.find-anything',
  summary: 'Finds anything by any number, part of a number, barcode or name in any spelling.',
  who: 'signed-in',
  input: Find,
  output: Hits,
  async run(cx, input) {
    cx.allow(null)
    const rows = await findHandles(cx, input.q, {
      limit: input.limit,
      offset: input.offset,
      kind: input.kind,
    })
    const total = rows[0]?.total ?? 0
    const what = await whatWasFound(cx, rows)
    return {
      items: rows.map((r, i) => ({
        subject: r.subject,
        kind: r.kind,
        label: r.label,
        root: r.root,
        why: r.why,
        score: Math.round(r.score * 10) / 10,
        what: what[i] ?? null,
        case:
          r.root && r.number !== null
            ? {
                id: r.root,
                number: r.number,
                title: r.title ?? '',
                state: r.state ?? 'open',
                offenceOn: r.offence_on,
                districtName: nameIn(cx, r.district_name) ?? r.district,
              }
            : null,
      })),
      total: Math.min(total, MOST),
      totalIsAtLeast: total > MOST || (rows[0]?.more ?? false),
      nextCursor:
        input.offset + rows.length < Math.min(total, MOST) ? String(input.offset + rows.length) : null,
    }
  },
})
