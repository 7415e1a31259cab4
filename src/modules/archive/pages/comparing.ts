/** Two keyings laid side by side: what they say alike becomes the index, what they say differently waits for a third. */
import { keepAllPersonal } from '#ledger/vault.ts'
import type { CoveredRow, Cx } from '#platform/cx.ts'
import type { Field, Keyed } from './contract/keying.ts'
import { agree } from './rules.ts'
import type { FileRow } from '../shelves/store/files.ts'

interface Pass {
  readonly id: string
  readonly fields: readonly Keyed[]
}
export async function comparedValues(
  cx: Cx,
  f: FileRow,
  fields: readonly Field[],
  { first, second }: { first: Pass; second: Pass },
): Promise<{ rows: CoveredRow[]; differs: string[] }> {
  const pairs = fields.flatMap((field) => {
    const [a, b] = [first, second].map((pass) => pass.fields.find((k) => k.field === field.code))
    const said = a ?? b
    return said ? [{ field, said, same: a && b ? agree(field.kind, a, b) : false }] : []
  })
  const kept = await keepAllPersonal(
    cx,
    pairs.map(({ said, field }) => ({ root: f.root, value: { ...said, field: field.code } })),
  )
  return {
    rows: pairs.map(({ field, same }, i) => ({
      id: cx.newId(),
      root: f.root,
      file: f.id,
      generation: f.generation,
      field: field.code,
      seq: 1,
      how: same ? 'agreed' : 'differs',
      vault: kept[i]?.vault ?? '',
      commitment: kept[i]?.commitment ?? '',
      first: first.id,
      second: second.id,
      why: null,
      by_name: cx.actor.name,
    })),
    differs: pairs.filter((p) => !p.same).map((p) => p.field.code),
  }
}
