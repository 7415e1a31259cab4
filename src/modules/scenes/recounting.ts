/** Every night a part of the photographs is counted again, and on from there the next. */
import { systemActor } from '#identity/authority.ts'
import type { Ground } from '#platform/cx.ts'
import { perform } from '#platform/operation.ts'

export const fixityTask = 'scenes.check-fixity'

export async function recount(ground: Ground): Promise<void> {
  const op = ground.operations.get('scenes.check-fixity')
  if (op) await perform(ground, op, { actor: systemActor, input: {} })
}
