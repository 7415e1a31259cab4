/**
 * Files healed from their other place. What is broken is first ordered healed, in an entry of the ledger, and only then touched: whatever ends the worker
 * in between leaves an order that stands, and doing it again does no harm. So no file is ever healed of which nobody was told.
 */
import { systemActor } from '#identity/authority.ts'
import { Refusal } from '#kernel/verdict.ts'
import { silent } from '#platform/checked-bytes.ts'
import type { AnyOperation, Ground } from '#platform/cx.ts'
import type { Files } from '#platform/files.ts'
import { perform } from '#platform/operation.ts'
import { openHealings } from './store/places.ts'

export const healTask = 'archive.heal-files'
const NONE = '00000000-0000-0000-0000-000000000000'

export function twoPlaces(ground: Pick<Ground, 'files'>): { near: Files; far: Files } {
  const { places } = ground.files
  if (!places) throw new Refusal('conflict', 'archive.one-place', { next: 'archive.next-second-place' })
  return places
}
/** A place that is down is said in a sentence, and what was begun goes on later. */
export const answering = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch((fault: unknown) => {
    throw silent(fault)
  })

/** Goes on until nothing is ordered or a place does not answer; the task asks again by itself. */
export async function healFiles(ground: Ground): Promise<void> {
  const op = ground.operations.get('archive.heal-file') as AnyOperation
  for (let after = NONE; ; ) {
    const ids = await openHealings(ground, after)
    for (const id of ids) {
      after = id
      try {
        await perform(ground, op, { actor: systemActor, input: { healing: id } })
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        // Somebody else's worker was faster with this one; a place that does not answer does not answer for the next either.
        if (fault.kind !== 'unavailable') continue
        ground.log.warn({ healing: id, fault: fault.code }, 'a file waits to be healed')
        return
      }
    }
    if (ids.length === 0) return
  }
}
