/** The only place that knows every module: operations, reactions, texts and constraint names, gathered once at start. */
import type { AnyOperation, Module, Reaction, Roots } from '#platform/cx.ts'
import { type Say, type Texts, makeSay } from '#kernel/say.ts'
import { en as platformEn } from '#platform/texts.en.ts'
import { es as platformEs } from '#platform/texts.es.ts'
import { modules, texts } from './modules.ts'

export interface Registry {
  readonly modules: readonly Module[]
  readonly operations: ReadonlyMap<string, AnyOperation>
  readonly reactions: readonly Reaction[]
  readonly constraints: Readonly<Record<string, string>>
  readonly catalogues: Readonly<Record<'en' | 'es', Texts>>
  readonly roots: Roots
  say(language: string): Say
}

export function makeRegistry(): Registry {
  const operations = new Map<string, AnyOperation>()
  for (const module of modules) {
    for (const op of module.operations) {
      if (operations.has(op.name)) throw new Error(`Defect: two operations are called ${op.name}`)
      if (!op.name.startsWith(`${module.name}.`))
        throw new Error(`Defect: ${op.name} does not bear the word ${module.name}`)
      operations.set(op.name, op)
    }
  }
  const catalogues = {
    en: Object.assign({}, platformEn, ...texts.map((t) => t.en)) as Texts,
    es: Object.assign({}, platformEs, ...texts.map((t) => t.es)) as Texts,
  }
  const spoken = new Map<string, Say>()
  return {
    modules,
    operations,
    catalogues,
    roots: rootsOf(modules),
    reactions: modules.flatMap((m) => m.reactions ?? []),
    constraints: Object.assign({}, ...modules.map((m) => m.constraints ?? {})) as Record<string, string>,
    say(language) {
      const key = language === 'es' ? 'es' : 'en'
      let say = spoken.get(key)
      if (!say) spoken.set(key, (say = makeSay(catalogues, key)))
      return say
    },
  }
}

/** The first module that knows the name decides; names are gathered from all. */
function rootsOf(all: readonly Module[]): Roots {
  const keepers = all.flatMap((m) => m.roots ?? [])
  return {
    async find(tx, said) {
      for (const keeper of keepers) {
        const root = await keeper.find(tx, said)
        if (root !== undefined) return root
      }
      return undefined
    },
    async names(tx, roots) {
      const named = new Map<string, string>()
      for (const keeper of keepers)
        for (const [root, name] of await keeper.names(tx, roots)) named.set(root, name)
      return named
    },
  }
}
