/** How the browser's half is built: hashed files under dist/web, screens split from the first visit, the service worker with the list of what it keeps, and /api passed on while developing. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Plugin, type Rolldown, defineConfig } from 'vite'

const server = process.env['CUSTODIA_URL'] ?? 'http://127.0.0.1:8080'
const publicDir = 'src/ui/public'
const WORKER = 'service-worker'

const isWorker = (chunk: Rolldown.OutputChunk): boolean => chunk.fileName === `${WORKER}.js`
type Chunks = readonly Rolldown.OutputChunk[]

/** A chunk with everything that it stands on. */
function filesOf(chunks: Chunks, first: Rolldown.OutputChunk, seen = new Set<string>()): Set<string> {
  if (seen.has(first.fileName)) return seen
  seen.add(first.fileName)
  for (const css of first.viteMetadata?.importedCss ?? []) seen.add(css)
  for (const name of first.imports) {
    const next = chunks.find((chunk) => chunk.fileName === name)
    if (next) filesOf(chunks, next, seen)
  }
  return seen
}
/** The chunks that hold such a module, with all they stand on; `asked`: also what any of these draws in when it is used (the drawing of a code). */
function filesWith(chunks: Chunks, which: RegExp, asked = false): string[] {
  const common = new Set(
    chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [...filesOf(chunks, chunk)]),
  )
  const holders = chunks.filter(
    (chunk) => !chunk.isEntry && chunk.moduleIds.some((module) => which.test(module)),
  )
  const stood = new Set(holders.flatMap((chunk) => [...filesOf(chunks, chunk)]))
  // What every page stands on draws in the pages of everybody: that is not meant.
  const own = chunks.filter((chunk) => stood.has(chunk.fileName) && !common.has(chunk.fileName))
  const drawn = new Set(own.flatMap((chunk) => chunk.dynamicImports))
  const also = asked ? chunks.filter((chunk) => drawn.has(chunk.fileName)) : []
  const all = [...stood, ...also.flatMap((chunk) => [...filesOf(chunks, chunk)])]
  return [...new Set(all)].map((name) => `/${name}`)
}
/** The screens and words of each module by its name, and its words alone: what the service worker keeps for whoever has a place there. */
function partsOf(chunks: Chunks, shell: readonly string[]): Record<string, string[]> {
  const modules = chunks.flatMap((chunk) => chunk.moduleIds)
  const words = new Set(
    modules.map((id) => /\/src\/(?:modules\/)?(\w+)\/(?:\w+\/)?(?:screens|texts)/.exec(id)?.[1] ?? ''),
  )
  const own = (pattern: string, asked: boolean): string[] =>
    filesWith(chunks, new RegExp(pattern), asked).filter((file) => !shell.includes(file))
  return Object.fromEntries(
    [...words]
      .filter(Boolean)
      .sort()
      .flatMap((word) => [
        [word, own(`/src/(modules/)?${word}/((\\w+/)?screens/|texts[.])`, true)],
        [`${word}/texts`, own(`/src/(modules/)?${word}/texts[.]`, false)],
      ]),
  )
}

/** Tells the service worker its version, what every page stands on, and which files belong to each module's screens. */
function listForTheWorker(): Plugin {
  return {
    name: 'custodia-service-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const outputs = Object.values(bundle)
        const chunks = outputs.filter((one) => one.type === 'chunk')
        const first = chunks.find((chunk) => chunk.isEntry && !isWorker(chunk))
        const worker = chunks.find(isWorker)
        if (!first || !worker?.code.includes('CUSTODIA_BUILD'))
          throw new Error('no page is built, or the service worker has no place for its list')
        const fonts = outputs.filter((one) => /plex-\w+-latin-.*woff2$/.test(one.fileName))
        const shell = [
          ...new Set([
            ...[first.fileName, ...filesOf(chunks, first)].map((name) => `/${name}`),
            ...filesWith(chunks, /\/src\/(app\/shell\/(Home|catalogue-\w\w)\.tsx$|ui\/offline\/)/),
            ...fonts.map((one) => `/${one.fileName}`),
          ]),
        ]
        const names = readdirSync(publicDir)
        const build = { shell, plain: names.map((name) => `/${name}`), parts: partsOf(chunks, shell) }
        const hash = createHash('sha256').update(JSON.stringify(build))
        for (const name of names) hash.update(readFileSync(join(publicDir, name)))
        const version = hash.digest('hex').slice(0, 12)
        worker.code = `const CUSTODIA_BUILD=${JSON.stringify({ version, ...build })};${worker.code}`
      },
    },
  }
}

export default defineConfig({
  base: '/',
  publicDir,
  plugins: [react(), listForTheWorker()],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts stay files: inlined ones would be fetched by everybody in the first script.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Browsers that cannot fetch a part ahead fetch it when it is asked for.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'src/ui/offline/service-worker.ts' },
      output: {
        // Its address is its scope: it stands at the root, and under one name for ever.
        entryFileNames: (chunk) => (chunk.name === WORKER ? `${WORKER}.js` : 'assets/[name]-[hash:7].js'),
        // Every first visit carries the names of all parts, and what is random in them cannot be packed.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  server: { proxy: { '/api': server, '/verify': server } },
})
