/**
 * Verifies an installation against itself and against checkpoints kept elsewhere: leaf bytes rehashed, columns compared
 * with the leaf, subject chains walked, the tree rebuilt, covered rows digested again, derived rows recomputed, personal
 * values held against their commitments. Each finding names what it is about; nothing is repaired.
 */
import type { Ground, Module } from '#platform/cx.ts'
import type { Problem } from './findings.ts'
import { growTree } from './sequencer.ts'
import { compareDerived, compareVault, walkCovered } from './walk-rows.ts'
import { compareCheckpoints, compareHeads, walkEntries } from './walk-tree.ts'

export interface VerifyReport {
  ok: boolean
  entries: number
  treeSize: number
  root: string
  rows: number
  problems: Problem[]
}

const MOST_PROBLEMS = 1_000

/** `checkpoints`: signed heads kept elsewhere, as note texts. */
export async function verifyInstallation(
  ground: Ground,
  modules: readonly Module[],
  options: { checkpoints?: readonly string[]; vkey?: string },
): Promise<VerifyReport> {
  while ((await growTree(ground)) > 0);
  const problems: Problem[] = []
  const found = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
  }
  const client = await ground.db.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    const tree = await walkEntries(client, found)
    const rows = await walkCovered(client, tree.digests, found)
    await compareHeads(client, tree.heads, found)
    await compareCheckpoints(client, tree, options, found)
    await compareDerived(client, modules, found)
    await compareVault(client, found)
    await client.query('commit')
    return {
      ok: problems.length === 0,
      entries: tree.entries,
      treeSize: tree.size,
      root: tree.root,
      rows,
      problems,
    }
  } finally {
    client.release(true)
  }
}
