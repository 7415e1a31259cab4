/** Files of which two people read something differently, with what each of them read. */
import { query } from '#platform/define.ts'
import { AdjudicationList, ToAdjudicate } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { mayAdjudicate } from '../rules.ts'
import { fileToKey } from '../seen-keying.ts'
import { listDiffering, passesOf, valuesOf } from '../store/keyed.ts'
import { fieldsOf } from '../words.ts'

export const toAdjudicate = query({
  name: 'archive.to-adjudicate',
  summary: 'Lists files of which two people read something differently, with what each of them read.',
  who: keepers,
  input: ToAdjudicate,
  output: AdjudicationList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listDiffering(cx, { ...input, limit: Math.min(input.limit, 20) })
    const shown = rows.slice(0, Math.min(input.limit, 20))
    const items = []
    for (const f of shown) {
      const [first, second] = await passesOf(cx, f.id, f.generation)
      const differing = (await valuesOf(cx, f.id, f.generation)).filter((v) => v.how === 'differs')
      const open = new Set(differing.map((v) => v.field))
      const fields = await fieldsOf(cx, differing)
      const verdict = mayAdjudicate({ ...f, keyed: [first?.person ?? '', second?.person ?? ''] }, cx.actor.id)
      const side = (pass: typeof first, code: string) => {
        const said = pass?.fields.find((k) => k.field === code)
        return {
          by: pass?.by_name ?? '',
          values: verdict.ok ? [...(said?.values ?? [])] : [],
          absent: verdict.ok ? (said?.absent ?? null) : null,
          page: said?.page ?? null,
        }
      }
      items.push({
        file: await fileToKey(cx, f),
        fields: fields
          .filter((x) => open.has(x.code))
          .map((field) => ({ field, first: side(first, field.code), second: side(second, field.code) })),
        ok: verdict.ok,
        why: verdict.ok ? null : cx.say(verdict.code, verdict.values),
      })
    }
    return { items, nextCursor: rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null }
  },
})
