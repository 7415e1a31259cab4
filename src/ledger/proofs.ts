/** Proofs for people outside: of an entry, or of the newest entry of a subject, against the newest signed tree head. */
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { writeProof } from './proof-file.ts'
import { growTree } from './sequencer.ts'
import { proveInclusion } from './tree.ts'

export interface Proof {
  readonly text: string
  readonly position: number
  readonly size: number
  readonly checkpoint: string
}

export const proofOfEntry = (ground: Ground, entry: string): Promise<Proof> =>
  proofWhere(ground, sql`e.id = ${entry}`)
export const proofOfSubject = (ground: Ground, subject: string): Promise<Proof> =>
  proofWhere(ground, sql`e.subject = ${subject}`)

/** The newest of the entries `e` for which this holds. */
export async function proofWhere(ground: Ground, which: Sql): Promise<Proof> {
  const find = () =>
    ground.db.direct.maybe<{ position: number; leaf: Buffer; size: number; note: string }>(sql`
    select l.position, e.leaf, c.size, c.note from ledger.entry e join ledger.leaf l on l.entry_no = e.no
      join lateral (select size, note from ledger.checkpoint where size > l.position order by size desc limit 1) c on true
     where ${which} order by e.no desc limit 1`)
  let row = await find()
  if (!row) {
    // Issued a moment ago: the tree is grown and a head signed now, so that a proof stands within two seconds.
    await growTree(ground, { checkpoint: true })
    row = await find()
  }
  if (!row) throw new Refusal('not-found', 'not-found')
  const { position, size, note, leaf } = row
  // One statement on leaves that never change: no transaction is opened for it.
  const hashes = await proveInclusion(ground.db.direct, position, size)
  return {
    text: writeProof({ index: position, hashes, checkpoint: note, extra: leaf }),
    position,
    size,
    checkpoint: note,
  }
}

export async function newestCheckpoint(ground: Ground): Promise<string | undefined> {
  return (
    await ground.db.direct.maybe<{ note: string }>(
      sql`select note from ledger.checkpoint order by size desc limit 1`,
    )
  )?.note
}
