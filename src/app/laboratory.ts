/** `custodia lab export/apply`: the laboratory's definition as readable files, to compare, review and carry elsewhere. */
import { migrationActor } from '#identity/authority.ts'
import type { Laboratory } from '#modules/catalogue/contract.ts'
import {
  type Difference,
  applyParts,
  compareParts,
  onlyNew,
  readLaboratory,
  writeLaboratory,
} from '#modules/catalogue/laboratory.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import type { Say } from '#kernel/say.ts'
import { Refusal } from '#kernel/verdict.ts'
import type { Actor, Ground } from '#platform/cx.ts'
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
  /** Where the laboratory works already, its rules are proposed, and another person approves them. */
  readonly proposed?: { readonly change: string; readonly by: string; readonly again: boolean }
  /** What the person who applied has no right to: whoever answers for it does it on screen. */
  readonly refused?: readonly string[]
}
type Told = Omit<Applied, 'parts'> & { readonly works: boolean; readonly needsAnother: boolean }

export async function applyLaboratory(
  ground: Ground,
  dir: string,
  options: { dryRun?: boolean; as?: string; from?: string },
): Promise<Applied> {
  const definition = await readLaboratory(dir)
  const actor = await actorNamed(ground, options.as)
  const parts = compareParts(definition, await standing(ground, options.as))
  const told = (await act(ground, actor, 'catalogue.compare-laboratory', definition)) as Told
  if (options.dryRun) return { ...told, parts }
  if (!told.works) return { ...(await applyFreely(ground, actor, definition)), parts }
  const fresh = onlyNew(definition, parts)
  if (told.needsAnother || fresh.stores.length > 0) {
    const content = contentOf(definition, told.differences, fresh.stores)
    return { ...told, parts, proposed: await propose(ground, actor, content, options.from) }
  }
  const done = (await act(ground, actor, 'catalogue.apply-laboratory', definition)) as Told
  return { ...done, parts, refused: await applyInName(ground, actor, fresh) }
}

/** Before anything is recorded: the first set-up, and whatever is mended of it. */
async function applyFreely(ground: Ground, actor: Actor, definition: Laboratory): Promise<Told> {
  goToZoneOf(definition)
  const told = (await act(ground, actor, 'catalogue.apply-laboratory', definition)) as Told
  await keepSettings(ground, settingsOf(definition))
  await takeZone(ground)
  await applyParts(definition, (operation, input) => act(ground, migrationActor, operation, input))
  return told
}

/** Units, methods and equipment by the person's own rights: no file opens a door that its reader has not. */
async function applyInName(ground: Ground, actor: Actor, fresh: Laboratory): Promise<string[]> {
  const refused: string[] = []
  await applyParts(fresh, async (operation, input) => {
    try {
      await act(ground, actor, operation, input)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'conflict') throw error
      refused.push(`${operation} ${String((input as { code?: unknown }).code ?? '')}`.trim())
    }
  })
  return refused
}

type Content = Pick<Laboratory, 'lists' | 'limits' | 'definitions' | 'stores'>
/** Of the files what differs here, as a change is proposed: codes keep the places that the files give them. */
function contentOf(files: Laboratory, differences: readonly Change[], stores: Laboratory['stores']): Content {
  const differs = new Set(differences.map((d) => `${d.what} ${d.key}`))
  return {
    lists: files.lists.flatMap((list) => {
      const codes = list.codes
        .map((code, i) => ({ ...code, place: code.place ?? (i + 1) * 10 }))
        .filter((code) => differs.has(`code ${list.list}/${code.code}`))
      return codes.length > 0 || differs.has(`list ${list.list}`) ? [{ ...list, codes }] : []
    }),
    limits: files.limits.filter((l) => differs.has(`limit ${l.key}`)),
    definitions: files.definitions.filter((d) => differs.has(`${d.kind} ${d.key}`)),
    stores,
  }
}

async function propose(
  ground: Ground,
  actor: Actor,
  content: Content,
  from: string | undefined,
): Promise<NonNullable<Applied['proposed']>> {
  try {
    const { id } = (await act(ground, actor, 'catalogue.propose-change', {
      why: ground.say(actor.language)('catalogue.why-from-files'),
      from: from ?? dayOfInstant(ground.now()),
      content,
    })) as { id: string }
    return { change: id, by: '', again: false }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'catalogue.already-proposed') throw error
    const { change, by } = error.values as { change: string; by: string }
    return { change, by, again: true }
  }
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
  if (applied.proposed)
    return [
      ...all.map(line),
      say(applied.proposed.again ? 'catalogue.proposed-already' : 'catalogue.proposed-from-files', {
        ...applied.proposed,
      }),
    ].join('\n')
  return [
    ...all.map(line),
    ...(applied.refused ?? []).map((what) => say('catalogue.left-to-others', { what })),
    say(dryRun ? 'catalogue.diff-would' : 'catalogue.diff-done', {
      added: applied.added + applied.parts.filter((p) => p.change === 'added').length,
      changed: applied.changed,
      same: applied.same,
    }),
  ].join('\n')
}
