/** Bytes that a court or a statute orders destroyed: out of the store, and out of the list of what the store holds. */
import { coldStoreOf } from './carrying.ts'
import type { Ground } from './cx.ts'
import type { Tx } from './db.ts'
import { sql } from './sql.ts'

/** May run again: what is gone is gone. The list is held meanwhile, so that nobody heals the file from its other place in between. */
export const destroyFile = (ground: Ground, sha256: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    await tx.run(sql`delete from platform.upload where sha256 = ${sha256}`)
    await tx.run(sql`delete from platform.file_copy where sha256 = ${sha256}`)
    await tx.run(sql`delete from platform.file where sha256 = ${sha256}`)
    // A disk that is not in keeps the order open, as a place that cannot be reached does.
    for (const copy of (await ground.files.coldCopies?.(sha256)) ?? [])
      await (await coldStoreOf(ground, copy)).destroy(sha256)
    await ground.files.destroy(sha256)
  })
/** Whether the house still holds it; until the transaction ends nobody destroys it. */
export const heldFile = async (tx: Tx, sha256: string): Promise<boolean> =>
  (await tx.maybe(sql`select 1 from platform.file where sha256 = ${sha256} for key share`)) !== undefined
