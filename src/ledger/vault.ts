/** Personal values: kept apart with a salt, so that everything else holds only an id and a commitment (decided.md 11). */
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

/** SHA-256 over salt (16 bytes) ‖ canonical JSON of the value, in hex. */
export function commitmentOf(salt: Buffer, value: Json): string {
  return createHash('sha256').update(salt).update(canonical(value)).digest('hex')
}

/** What the covered row keeps of a personal value. */
export interface Kept {
  readonly vault: string
  readonly commitment: string
}

export async function keepPersonal(cx: Vaulted, root: string | null, value: Json): Promise<Kept> {
  const [kept] = await keepAllPersonal(cx, [{ root, value }])
  return kept as Kept
}

type Vaulted = Pick<Cx, 'tx' | 'newId' | 'ground'>

/** Many at once, in one statement; answers, in order, what each covered row keeps. */
export async function keepAllPersonal(
  cx: Vaulted,
  values: readonly { readonly root: string | null; readonly value: Json }[],
): Promise<Kept[]> {
  if (values.length === 0) return []
  const salts = cx.ground.randomBytes(16 * values.length)
  const rows = values.map(({ root, value }, i) => {
    const salt = salts.subarray(16 * i, 16 * i + 16)
    return { id: cx.newId(), root, salt: salt.toString('hex'), value, commitment: commitmentOf(salt, value) }
  })
  await cx.tx.send(sql`
    insert into ledger.vault (id, root, salt, value)
    select id, root, decode(salt, 'hex'), value from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, root uuid, salt text, value jsonb)`)
  return rows.map((r) => ({ vault: r.id, commitment: r.commitment }))
}

/** Destroys personal values alone: the rows that spoke of them stay, with id and commitment; the entry names the values (`facts.emptied`, format.md 2). */
export async function emptyValues(cx: Pick<Cx, 'tx'>, values: readonly string[]): Promise<void> {
  await cx.tx.run(sql`delete from ledger.vault where id = any(${values as string[]}::uuid[])`)
}

/**
 * Destroys by order of law: the covered rows leave their names with the entry that says so (ledger.destroyed), their
 * personal values leave nothing.
 */
export async function destroyRows(
  cx: Pick<Cx, 'tx'>,
  table: string,
  rows: readonly { readonly id: string; readonly vault: string | null }[],
  entry: string | undefined,
): Promise<void> {
  for (const row of rows) await cx.tx.run(sql`select ledger.destroy_row(${table}, ${row.id}, ${entry})`)
  const values = rows.flatMap((r) => (r.vault ? [r.vault] : []))
  await cx.tx.run(sql`delete from ledger.vault where id = any(${values}::uuid[])`)
}
