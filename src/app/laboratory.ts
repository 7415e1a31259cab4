/** `custodia lab export/apply`: the laboratory's definition as readable files, to compare, review and carry elsewhere. */
import { readLaboratory, writeLaboratory } from '#modules/catalogue/laboratory.ts'
import type { Ground } from '#platform/cx.ts'
import { act, actorNamed } from './people.ts'

export async function exportLaboratory(ground: Ground, dir: string): Promise<void> {
  const definition = await act(ground, await actorNamed(ground, undefined), 'catalogue.export-laboratory', {})
  await writeLaboratory(dir, definition as Parameters<typeof writeLaboratory>[1])
}

export async function applyLaboratory(ground: Ground, dir: string, options: { dryRun?: boolean; as?: string }): Promise<unknown> {
  const definition = await readLaboratory(dir)
  const actor = await actorNamed(ground, options.as)
  return act(ground, actor, options.dryRun ? 'catalogue.compare-laboratory' : 'catalogue.apply-laboratory', definition)
}
