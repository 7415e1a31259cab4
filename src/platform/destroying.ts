/** Bytes that a court or a statute orders destroyed: out of the store, and out of the list of what the store holds. */
import type { Ground } from './cx.ts'
import { sql } from './sql.ts'

/** May run again: what is gone is gone. */
export async function destroyFile(ground: Ground, sha256: string): Promise<void> {
  await ground.files.destroy(sha256)
  await ground.db.transaction(async (tx) => {
    await tx.run(sql`delete from platform.upload where sha256 = ${sha256}`)
    await tx.run(sql`delete from platform.file_copy where sha256 = ${sha256}`)
    await tx.run(sql`delete from platform.file where sha256 = ${sha256}`)
  })
}
