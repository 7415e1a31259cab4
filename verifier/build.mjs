#!/usr/bin/env node
/** Makes verify.html, the one self-contained page, out of the same sources that run on the command line. `--check` only compares. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name) =>
  readFileSync(join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, name), 'utf8')
/** Each before those that use it. */
const order = [
  'sha256',
  'ed25519',
  'p256',
  'core',
  'texts',
  'plain-leaf',
  'export',
  'pdf-signature',
  'certificate',
  'run',
  'page',
]

const named = (name) => `${name.replaceAll('-', '_')}Module`

/** A module becomes a function that answers what it exports. */
function inlined(name) {
  const exported = []
  const source = read(`${name}.mjs`)
    .replace(
      /^import \{([^}]+)\} from '\.\/([a-z0-9-]+)\.mjs'$/gm,
      (_all, names, from) => `const {${names}} = ${named(from)}`,
    )
    .replace(/^export ((?:async )?function\*?|class|const) (\w+)/gm, (_all, kind, id) => {
      exported.push(id)
      return `${kind} ${id}`
    })
  if (/^(import|export) /m.test(source))
    throw new Error(`${name}.mjs imports or exports in a form that the page cannot take`)
  return `const ${named(name)} = (() => {\n${source}return { ${exported.join(', ')} }\n})()\n`
}

export function pageText() {
  const script = `'use strict'\n${order.map(inlined).join('')}`
  const style = read('page.css')
  if (script.includes('</script') || style.includes('</style'))
    throw new Error('The sources hold a closing tag')
  const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  const parts = { script, style, 'script-hash': hash(script), 'style-hash': hash(style) }
  return read('page.html').replace(/\{\{([a-z-]+)\}\}/g, (_all, name) => parts[name])
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const path = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'verify.html')
  if (!process.argv.includes('--check')) writeFileSync(path, pageText())
  else if (readFileSync(path, 'utf8') !== pageText()) {
    process.stderr.write('verify.html is not made from these sources: run node verifier/build.mjs\n')
    process.exitCode = 1
  }
}
