/** The tree in the database: nodes of complete subtrees by (level, index), the frontier, and proofs out of them. */
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import {
  type NodeName,
  consistencyProof,
  inclusionProof,
  nodesForConsistency,
  nodesForInclusion,
  nodesForRoot,
  rootOf,
} from './merkle.ts'

/** Node (level, index) was completed by the leaf at (index+1)·2^level − 1; level 0 is the leaf hash itself. */
export async function nodesOf(tx: Tx, names: readonly NodeName[]): Promise<Map<string, Buffer>> {
  const positions = [...new Set(names.map((n) => (n.index + 1) * 2 ** n.level - 1))]
  const rows = await tx.many<{ position: number; hash: Buffer; nodes: Buffer }>(
    sql`select position, hash, nodes from ledger.leaf where position = any(${positions}::bigint[])`,
  )
  const byPosition = new Map(rows.map((r) => [r.position, r]))
  const found = new Map<string, Buffer>()
  for (const { level, index } of names) {
    const row = byPosition.get((index + 1) * 2 ** level - 1)
    if (row)
      found.set(
        `${level}/${index}`,
        level === 0 ? row.hash : row.nodes.subarray((level - 1) * 32, level * 32),
      )
  }
  return found
}

const lookupIn =
  (nodes: Map<string, Buffer>) =>
  (name: NodeName): Buffer => {
    const hash = nodes.get(`${name.level}/${name.index}`)
    if (!hash) throw new Error(`Defect: the tree lacks node ${name.level}/${name.index}`)
    return hash
  }

export async function frontierOf(tx: Tx, size: number): Promise<Buffer[]> {
  const names = nodesForRoot(size)
  const lookup = lookupIn(await nodesOf(tx, names))
  return names.map(lookup)
}

export async function proveInclusion(tx: Tx, position: number, size: number): Promise<Buffer[]> {
  return inclusionProof(position, size, lookupIn(await nodesOf(tx, nodesForInclusion(position, size))))
}

export async function proveConsistency(tx: Tx, older: number, newer: number): Promise<Buffer[]> {
  return consistencyProof(older, newer, lookupIn(await nodesOf(tx, nodesForConsistency(older, newer))))
}

/** Undefined where the tree is shorter. */
export async function rootOfSize(tx: Tx, size: number): Promise<Buffer | undefined> {
  const { there } = await tx.one<{ there: number }>(
    sql`select coalesce(max(position) + 1, 0) as there from ledger.leaf`,
  )
  if (size > there) return undefined
  return rootOf(await frontierOf(tx, size))
}
