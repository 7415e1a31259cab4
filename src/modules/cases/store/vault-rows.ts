/** Many personal values at once, as ledger/vault.ts keeps one: an import would else spend its time on round trips. */
import type { Json } from '#kernel/canonical.ts'
import { commitmentOf } from '#ledger/vault.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface Kept {
  readonly vault: string
  readonly commitment: string
}

/** Answers, in order, what each covered row keeps. */
export async function keepAllPersonal(
  cx: Pick<Cx, 'tx' | 'newId' | 'ground'>,
  values: readonly { readonly root: string | null; readonly value: Json }[],
): Promise<Kept[]> {
  if (values.length === 0) return []
  const salts = cx.ground.randomBytes(16 * values.length)
  const rows = values.map(({ root, value }, i) => {
    const salt = salts.subarray(16 * i, 16 * i + 16)
    return { id: cx.newId(), root, salt: salt.toString('hex'), value, commitment: commitmentOf(salt, value) }
  })
  await cx.tx.run(sql`
    insert into ledger.vault (id, root, salt, value)
    select id, root, decode(salt, 'hex'), value from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, root uuid, salt text, value jsonb)`)
  return rows.map((r) => ({ vault: r.id, commitment: r.commitment }))
}
