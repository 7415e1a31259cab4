/** The words of the screens, fetched as they are needed: those of the frame first, those of a module with its screens. */
import type { Language, Texts } from '#kernel/say.ts'

interface Words {
  readonly language: Language
  readonly texts: Texts
  /** The modules whose words are among them. */
  readonly modules: ReadonlySet<string>
}
type Fetch = () => Promise<Texts>

const frame: Readonly<Record<Language, Fetch>> = {
  en: async () => (await import('./catalogue-en.tsx')).texts,
  es: async () => (await import('./catalogue-es.tsx')).texts,
}
const byFile: Readonly<Record<Language, Readonly<Record<string, Fetch>>>> = {
  en: import.meta.glob<Texts>(
    [
      '../../modules/*/texts.en.ts',
      '../../identity/texts.en.ts',
      '../../ui/offline/texts.en.ts',
      '!../../modules/cases/texts.en.ts',
    ],
    {
      import: 'en',
    },
  ),
  es: import.meta.glob<Texts>(
    [
      '../../modules/*/texts.es.ts',
      '../../identity/texts.es.ts',
      '../../ui/offline/texts.es.ts',
      '!../../modules/cases/texts.es.ts',
    ],
    {
      import: 'es',
    },
  ),
}
/** What is said of the device belongs to no module. */
const folderOf = (module: string): string =>
  module === 'device' ? 'ui/offline' : module === 'identity' ? module : `modules/${module}`
const fetchOf = (language: Language, module: string): Fetch | undefined =>
  byFile[language][`../../${folderOf(module)}/texts.${language}.ts`]

let held: Words = { language: 'en', texts: {}, modules: new Set() }
const coming = new Map<string, Promise<void>>()
const listeners = new Set<() => void>()
function hold(words: Words): void {
  held = words
  for (const listener of listeners) listener()
}

export const heldWords = (): Words => held
export function whenWordsCome(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Everything that was read so far, in this language. */
export async function speak(language: Language): Promise<void> {
  const { modules } = held
  const fetches = [...modules].flatMap((module) => fetchOf(language, module) ?? [])
  const parts = await Promise.all([frame[language], ...fetches].map((fetch) => fetch()))
  hold({ language, texts: Object.assign({}, ...parts), modules })
}

/** Resolves when the words of the module can be said. */
export function wordsOf(module: string): Promise<void> {
  const { language } = held
  const fetch = fetchOf(language, module)
  if (!fetch || held.modules.has(module)) return Promise.resolve()
  const name = `${language} ${module}`
  const already = coming.get(name)
  if (already) return already
  const arrives = fetch()
    .then((texts) => {
      // Another language was chosen meanwhile: what is needed is asked for again in that one.
      if (held.language !== language) return
      const modules = new Set([...held.modules, module])
      hold({ language, texts: { ...held.texts, ...texts }, modules })
    })
    .finally(() => coming.delete(name))
  coming.set(name, arrives)
  return arrives
}

export const moduleOfKey = (key: string): string => key.replace(/^op[.]/, '').split('.')[0] ?? ''
/** Modules whose words were sent for in vain: there is no network, and this device does not have them. */
const lost = new Set<string>()
/** Whether the text is still on its way; asking for it sends for it. */
export function awaited(key: string): boolean {
  const module = moduleOfKey(key)
  if (!fetchOf(held.language, module) || held.modules.has(module)) return false
  // A connection that is lost is said where the page itself is asked for; nobody's work is broken off to ask again.
  if (!lost.has(module))
    wordsOf(module).catch(() => {
      lost.add(module)
      hold({ ...held })
    })
  return true
}
/** Nothing waits for a text that cannot come. */
export const isLost = (key: string): boolean => {
  const module = moduleOfKey(key)
  return lost.has(module) && !held.modules.has(module)
}
