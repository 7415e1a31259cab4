// Where the program's own modules lie. Each import inside src names its file in full (`./rules.ts`, `#platform/db.ts`), so it is
// found without asking the disk on every step up whether a package.json lies there: of seventeen hundred modules that is a quarter of
// what loading them takes. Without this file everything runs the same, and starts later.
import { registerHooks } from 'node:module'

const own = new URL('../src/', import.meta.url).href
const format = 'module-typescript'

registerHooks({
  resolve(name, context, next) {
    const { parentURL = '' } = context
    if (!name.endsWith('.ts') || !parentURL.startsWith(own)) return next(name, context)
    if (name.startsWith('#')) return { url: own + name.slice(1), format, shortCircuit: true }
    if (name.startsWith('.')) return { url: new URL(name, parentURL).href, format, shortCircuit: true }
    return next(name, context)
  },
})
