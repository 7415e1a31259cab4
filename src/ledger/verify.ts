/**
 * Verifies an installation against itself and against checkpoints kept elsewhere: leaf bytes rehashed, columns compared
 * with the leaf, subject chains walked, the tree rebuilt, covered rows digested again, derived rows recomputed, personal
 * values held against their commitments, the read log walked. Each finding names what it is about; nothing is repaired.
 */
import type { Ground, Module } from '#platform/cx.ts'
import type { Problem } from './findings.ts'
import { growTree } from './sequencer.ts'
import { lastHeadIn } from './heads.ts'
import { compareDerived, compareVault, walkCovered } from './walk-rows.ts'
import { compareCheckpoints, compareHeads } from './walk-heads.ts'
import { walkReads } from './walk-reads.ts'
import { walkEntries } from './walk-tree.ts'

export interface VerifyReport {
  ok: boolean
  entries: number
  treeSize: number
  root: string
  rows: number
  /** Where the files were asked after too. */
  files?: number
  problems: Problem[]
}

const MOST_PROBLEMS = 1_000

/** `checkpoints`: signed heads kept elsewhere, as note texts. */
export async function verifyInstallation(
  ground: Ground,
  modules: readonly Module[],
  options: { checkpoints?: readonly string[]; vkey?: string },
): Promise<VerifyReport> {
  const lastHead = await lastHeadIn(ground.house.keysFolder)
  const problems: Problem[] = []
  const found = (problem: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem)
  }
  // What was recorded a moment ago finds its place first; a tree that can no longer grow is a finding, not the end.
  try {
    while ((await growTree(ground, { checkpoint: 'none' })) > 0);
  } catch (error) {
    found({ kind: 'tree-broken', table: 'ledger.leaf', detail: `the tree cannot grow: ${String(error)}` })
  }
  const client = await ground.db.alone()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    const tree = await walkEntries(client, found)
    const rows = await walkCovered(client, tree, found)
    await compareHeads(client, tree.heads, found)
    await compareCheckpoints(client, tree, { ...options, lastHead }, found)
    await compareDerived(client, modules, found)
    await compareVault(client, tree, found)
    await walkReads(client, found)
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
    await client.end()
  }
}
