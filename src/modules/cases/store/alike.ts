/** Cases that may be the one of which an old cover speaks: by any number it bears and any name as written or as it sounds. */
import { visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { soundsOfName } from '../normalise.ts'
import { normaliseName, normaliseNumber } from '../rules/plain-text.ts'

export interface AlikeCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly type: string | null
  readonly offence_on: string | null
  readonly opened_at: string
  readonly numbers: string[]
  readonly names: { readonly text: string; readonly exact: boolean }[]
}
const MOST = 40

/** Only what the reader may see; guarded names are no ground for a proposal, for the proposal itself would tell them. */
export async function casesAlike(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  cover: { readonly numbers: readonly string[]; readonly names: readonly string[] },
): Promise<AlikeCase[]> {
  const numbers = cover.numbers
    .map((text) => ({ text, plain: normaliseNumber(text) }))
    .filter((n) => n.plain.length > 2)
  const names = cover.names
    .map((text) => ({ text, plain: normaliseName(text), sounds: soundsOfName(text) }))
    .filter((n) => n.plain !== '')
  if (numbers.length + names.length === 0) return []
  const hits = await cx.tx.many<{
    root: string
    class: string
    normalised: string
    phonetic: string[] | null
  }>(sql`
    select h.root, h.class, h.normalised, h.phonetic from (
      select * from (select root, class, normalised, phonetic from cases.handle where class = 'number' and subject like 'cases.%' and normalised = any(${numbers.map((n) => n.plain)}) limit 500) by_number
      union all
      select * from (select root, class, normalised, phonetic from cases.handle where class = 'name' and not guarded and subject like 'cases.%' and normalised = any(${names.map((n) => n.plain)}) limit 500) by_name
      union all
      select * from (select root, class, normalised, phonetic from cases.handle where class = 'name' and not guarded and subject like 'cases.%' and phonetic && ${names.flatMap((n) => n.sounds)}::text[] limit 2000) by_sound
    ) h where h.root is not null and ${visible(cx, 'h.root')}`)
  const found = new Map<string, { numbers: Set<string>; names: Map<string, boolean> }>()
  for (const hit of hits) {
    const at = found.get(hit.root) ?? { numbers: new Set<string>(), names: new Map<string, boolean>() }
    if (hit.class === 'number')
      for (const n of numbers) if (n.plain === hit.normalised) at.numbers.add(n.text)
    if (hit.class === 'name')
      for (const n of names) {
        const exact = n.plain === hit.normalised
        // A name sounds alike when each of its words does: one common first name is nothing.
        const words = n.plain.split(' ').map((w) => soundsOfName(w))
        const alike =
          words.length > 1 && words.every((w) => w.length === 0 || w.some((s) => hit.phonetic?.includes(s)))
        if (exact || alike) at.names.set(n.text, exact || at.names.get(n.text) === true)
      }
    if (at.numbers.size + at.names.size > 0) found.set(hit.root, at)
  }
  const rows = await cx.tx.many<Omit<AlikeCase, 'numbers' | 'names'>>(sql`
    select root as id, number, title, type, offence_on, opened_at from cases.standing where root = any(${[...found.keys()].slice(0, 400)}::uuid[]) order by opened_at desc limit ${MOST * 5}`)
  return rows
    .map((row) => ({
      ...row,
      numbers: [...(found.get(row.id)?.numbers ?? [])],
      names: Array.from(found.get(row.id)?.names ?? [], ([text, exact]) => ({ text, exact })),
    }))
    .toSorted((a, b) => b.numbers.length - a.numbers.length || b.names.length - a.names.length)
    .slice(0, MOST)
}
