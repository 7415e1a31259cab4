/**
 * A new epoch: after a restore that is shorter than a head that was signed, the log goes on under another name (`…/2`),
 * and its next entry quotes the head whose entries are lost (ledger/format.md, 5). Nothing is hidden: the old head stays
 * signed, and whoever holds it reads in the log why it cannot be reached any more.
 */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { systemActor } from '#identity/authority.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal } from '#kernel/verdict.ts'
import { epochOf, lastHeadIn, nextOrigin, vkeyFor } from '#ledger/heads.ts'
import { forgetLogKey, logKeyOf } from '#ledger/log-key.ts'
import { type Checkpoint, verifyNote } from '#ledger/note.ts'
import { growTree } from '#ledger/sequencer.ts'
import { rootOfSize } from '#ledger/tree.ts'
import type { Ground } from '#platform/cx.ts'
import { command, plain } from '#platform/define.ts'
import { perform } from '#platform/operation.ts'
import { sql } from '#platform/sql.ts'

/** Of the heads that are known, the longest whose entries are not here; a note that this log did not sign is refused. */
export async function lostHead(
  ground: Ground,
  notes: readonly string[],
): Promise<(Checkpoint & { note: string }) | undefined> {
  const kept = await ground.db.direct.maybe<{ value: string }>(
    sql`select value from platform.setting where key = 'log-vkey'`,
  )
  let lost: (Checkpoint & { note: string }) | undefined
  for (const note of notes) {
    const vkey = kept && vkeyFor(note.split('\n', 1)[0] ?? '', kept.value)
    const read = vkey ? verifyNote(note, vkey) : undefined
    if (!read?.ok) throw new Refusal('invalid', 'ledger.head-not-ours')
    const { size, root } = read.checkpoint
    const here = await ground.db.transaction((tx) => rootOfSize(tx, size), { readOnly: true })
    if (!here?.equals(root) && size > (lost?.size ?? 0)) lost = { ...read.checkpoint, note }
  }
  return lost
}

/** Answers the new name of the log. */
export async function openEpoch(ground: Ground, lost: Checkpoint & { note: string }): Promise<string> {
  const key = await logKeyOf(ground)
  if (!key) throw new Refusal('conflict', 'ledger.key-not-here')
  while ((await growTree(ground)) > 0);
  const origin = nextOrigin(key.origin)
  const vkey = vkeyFor(origin, key.vkey)
  const opening = command({
    name: 'ledger.open-epoch',
    summary: 'The log goes on under another name after a restore that lost entries.',
    who: 'anyone',
    input: z.unknown(),
    output: z.unknown(),
    run: async (cx) => {
      const { size } = await cx.tx.one<{ size: number }>(
        sql`select coalesce(max(position) + 1, 0) as size from ledger.leaf`,
      )
      await cx.tx.run(
        sql`update platform.setting set value = ${JSON.stringify(vkey)}::jsonb where key = 'log-vkey'`,
      )
      await cx.record({
        subject: ref('ledger.epoch', cx.newId()),
        facts: { origin, entries: size, lostSize: lost.size, lostHead: lost.note },
      })
    },
  })
  await perform(ground, plain(opening), { actor: systemActor, input: {}, reason: 'restore' })
  forgetLogKey(ground)
  const { keysFolder } = ground.house
  if (await lastHeadIn(keysFolder))
    await rename(
      join(keysFolder, 'last-head.json'),
      join(keysFolder, `last-head-of-epoch-${epochOf(key.origin)}.json`),
    )
  while ((await growTree(ground, { checkpoint: true })) > 0);
  return origin
}

/** For a database that was brought back by other means than ours: the head beside the key tells what was there. */
export async function acceptLoss(
  ground: Ground,
  heads: readonly string[],
): Promise<{ origin: string; entriesLost: number }> {
  const kept = await lastHeadIn(ground.house.keysFolder)
  const lost = await lostHead(ground, [...heads, ...(kept ? [kept.note] : [])])
  if (!lost) throw new Refusal('conflict', 'ledger.nothing-lost')
  const { size } = await ground.db.direct.one<{ size: number }>(
    sql`select coalesce(max(position) + 1, 0) as size from ledger.leaf`,
  )
  return { origin: await openEpoch(ground, lost), entriesLost: lost.size - size }
}
