/** Personal values: kept apart with a salt, so that everything else holds only an id and a commitment (decided.md 11). */
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

/** SHA-256 over salt (16 bytes) ‖ canonical JSON of the value, in hex. */
export function commitmentOf(salt: Buffer, value: Json): string {
  return createHash('sha256').update(salt).update(canonical(value)).digest('hex')
}

/** Answers what the covered row keeps: `{ vault, commitment }`. */
export async function keepPersonal(
  cx: Cx,
  root: string | null,
  value: Json,
): Promise<{ vault: string; commitment: string }> {
  const vault = cx.newId()
  const salt = cx.ground.randomBytes(16)
  await cx.tx.run(
    sql`insert into ledger.vault (id, root, salt, value) values (${vault}, ${root}, ${salt}, ${JSON.stringify(value)}::jsonb)`,
  )
  return { vault, commitment: commitmentOf(salt, value) }
}
