/** `custodia lab export/apply`: the laboratory's definition as readable files, to compare, review and carry elsewhere. */
import { applyParts, readLaboratory, writeLaboratory } from '#modules/catalogue/laboratory.ts'
import type { Ground } from '#platform/cx.ts'
import { migrationActor } from '#identity/authority.ts'
import { act, actorNamed } from './people.ts'

export async function exportLaboratory(ground: Ground, dir: string): Promise<void> {
  const definition = await act(ground, await actorNamed(ground, undefined), 'catalogue.export-laboratory', {})
  await writeLaboratory(dir, definition as Parameters<typeof writeLaboratory>[1])
}

export async function applyLaboratory(
  ground: Ground,
  dir: string,
  options: { dryRun?: boolean; as?: string },
): Promise<unknown> {
  const definition = await readLaboratory(dir)
  const actor = await actorNamed(ground, options.as)
  if (options.dryRun) return act(ground, actor, 'catalogue.compare-laboratory', definition)
  const applied = (await act(ground, actor, 'catalogue.apply-laboratory', definition)) as object
  const parts = await applyParts(definition, (operation, input) =>
    act(ground, migrationActor, operation, input),
  )
  return { ...applied, parts }
}
