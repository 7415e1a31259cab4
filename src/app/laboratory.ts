/** `custodia lab export/apply`: the laboratory's definition as readable files, to compare, review and carry elsewhere. */
import { migrationActor } from '#identity/authority.ts'
import type { Laboratory } from '#modules/catalogue/contract.ts'
import {
  type Difference,
  applyParts,
  compareParts,
  readLaboratory,
  writeLaboratory,
} from '#modules/catalogue/laboratory.ts'
import type { Say } from '#kernel/say.ts'
import type { Ground } from '#platform/cx.ts'
import { modules } from './modules.ts'
import { act, actorNamed } from './people.ts'
import { keepSettings, settingsOf } from './setup.ts'
import { goToZoneOf, takeZone } from './zone.ts'

/** The whole of it: what catalogue and identity hold, and the part of every other module in that module's own words. */
export async function standing(ground: Ground, as?: string): Promise<Laboratory> {
  const own = await act(ground, await actorNamed(ground, as), 'catalogue.export-laboratory', {})
  const parts = await ground.db.transaction(
    async (tx) => Promise.all(modules.map((m) => m.laboratory?.(tx) ?? Promise.resolve({}))),
    { readOnly: true },
  )
  return Object.assign({}, own, ...parts) as Laboratory
}

export async function exportLaboratory(ground: Ground, dir: string): Promise<Counts> {
  const laboratory = await standing(ground)
  await writeLaboratory(dir, laboratory)
  const { lists, limits, definitions, agencies, units, methods, equipment, stores } = laboratory
  return countsOf({ lists, limits, definitions, agencies, units, methods, equipment, stores })
}
type Counts = Readonly<Record<string, number>>
const countsOf = (parts: Readonly<Record<string, readonly unknown[]>>): Counts =>
  Object.fromEntries(Object.entries(parts).map(([name, entries]) => [name, entries.length]))

interface Change {
  readonly what: string
  readonly key: string
  readonly change: 'added' | 'changed'
  readonly fields: readonly string[]
}
export interface Applied {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly differences: readonly Change[]
  readonly parts: readonly Difference[]
}

export async function applyLaboratory(
  ground: Ground,
  dir: string,
  options: { dryRun?: boolean; as?: string },
): Promise<Applied> {
  const definition = await readLaboratory(dir)
  const actor = await actorNamed(ground, options.as)
  const parts = compareParts(definition, await standing(ground, options.as))
  if (!options.dryRun) goToZoneOf(definition)
  const told = (await act(
    ground,
    actor,
    options.dryRun ? 'catalogue.compare-laboratory' : 'catalogue.apply-laboratory',
    definition,
  )) as Omit<Applied, 'parts'>
  if (!options.dryRun) {
    await keepSettings(ground, settingsOf(definition))
    await takeZone(ground)
    await applyParts(definition, (operation, input) => act(ground, migrationActor, operation, input))
  }
  return { ...told, parts }
}

/** Fields of other modules' parts are named as their files name them. */
function named(say: Say, field: string): string {
  const name = say(`catalogue.field-${field}`)
  return name.startsWith('catalogue.') ? field : name
}

/** The differences as sentences, what the files bring first; nothing is hidden that will not be done. */
export function inWords(applied: Applied, say: Say, dryRun: boolean): string {
  const line = (d: Change | Difference): string =>
    say(`catalogue.diff-${d.change}`, {
      what: say(`catalogue.what-${d.what}`),
      key: d.key,
      fields: d.fields.map((f) => named(say, f)).join(', '),
    })
  const all = [...applied.differences, ...applied.parts]
  return [
    ...all.map(line),
    say(dryRun ? 'catalogue.diff-would' : 'catalogue.diff-done', {
      added: applied.added + applied.parts.filter((p) => p.change === 'added').length,
      changed: applied.changed,
      same: applied.same,
    }),
  ].join('\n')
}
