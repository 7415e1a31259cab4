/** Once a day: each approved feed whose day has come and that told nothing of this month yet makes its batch, as the system's own act. */
import { systemActor } from '#identity/authority.ts'
import { invariant } from '#kernel/verdict.ts'
import type { Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'
import { monthAndDay } from './feeding.ts'
import { feedsDue } from './store/feeds.ts'

export const feedTask = 'observatory.make-due-batches'

export async function makeDueBatches(ground: Ground): Promise<void> {
  const { month, day } = monthAndDay(ground.now())
  const due = await ground.db.transaction((tx) => feedsDue({ tx }, month, day), { readOnly: true })
  const operation = ground.operations.get('observatory.make-feed-batch')
  invariant(operation, 'no operation observatory.make-feed-batch')
  for (const feed of due)
    await perform(ground, operation, {
      actor: systemActor,
      input: { feed },
      // Twice in a month is once, whoever runs it.
      idempotencyKey: `${feedTask}:${feed}:${month}`,
    }).catch((error: unknown) =>
      ground.log.warn({ err: error, feed }, 'a feed made no batch and will be tried tomorrow'),
    )
}
