/**
 * Large libraries that most hours do not need (signing, typesetting, barcodes, mail, passkeys, tables) are loaded when they
 * are first used, so that a server at rest is small and starts soon. `test/tidy.test.ts` knows which they are.
 *
 *   import type * as Yaml from 'yaml'
 *   const yaml = onFirstUse<typeof Yaml>('yaml')     … yaml.parse(text)
 *
 * Loading is synchronous (some 10 to 100 ms, once), so that what uses a library need not wait for it in its signature.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export function onFirstUse<Library extends object>(name: string): Library {
  let library: Library | undefined
  const loaded = (): Library => (library ??= require(name) as Library)
  return new Proxy({} as Library, { get: (_, word) => Reflect.get(loaded(), word) as unknown })
}
