/**
 * Checks that whoever runs Custodia may do so for ever: every package in the lock file carries a licence of which we
 * know that it goes with ours (AGPL-3.0-or-later) and asks for nothing from a public service. Copyleft packages would
 * pass the letter of the law, but tie the parts we may want to hand on alone (the verifier, formats), so none is taken.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')

/** SPDX identifiers that are welcome. Weak copyleft by file (MPL) or by dynamic linking (LGPL) is named apart, below. */
const welcome = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/** Packages whose licence stands elsewhere than in their package.json, each with where it was read. */
const readByHand: Readonly<Record<string, string>> = {
  '@lhncbc/ucum-lhc': 'BSD-3-Clause', // its LICENSE.md: the same terms as fhirpath; the UCUM table in it is free with its notice
  fhirpath: 'BSD-3-Clause', // its LICENSE.md: the three terms of BSD and a request to be cited
  'combine-errors': 'MIT', // its Readme.md
  'humanize-number': 'MIT', // its Readme.md
  only: 'MIT', // its Readme.md
  'png-js': 'MIT', // its LICENSE
}

/** LGPL libraries that stand as files of their own, unmodified, and may be exchanged by whoever runs Custodia: libvips beneath sharp. */
const linked = /^@img\/sharp-/

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly optional?: boolean
}

/** The text of package.json may be a string, {type}, or [{type}] in old packages. */
function stated(path: string): string | undefined {
  const file = join(home, path, 'package.json')
  if (!existsSync(file)) return undefined
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: unknown
    licenses?: unknown
  }
  const word = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : ((value as { type?: string } | undefined)?.type ?? undefined)
  if (Array.isArray(licenses)) return licenses.map(word).join(' OR ')
  return word(license) ?? word(licenses)
}

/** `A OR B`: one is enough; `A AND B`: both. Nested parentheses are read from the inside. */
export function isWelcome(expression: string): boolean {
  const inner = /\(([^()]*)\)/.exec(expression)
  if (inner) return isWelcome(expression.replace(inner[0], isWelcome(inner[1] ?? '') ? 'MIT' : 'refused'))
  return expression
    .split(/\s+OR\s+/i)
    .some((either) => either.split(/\s+AND\s+/i).every((both) => welcome.has(both.trim())))
}

export function objections(): string[] {
  const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const out: string[] = []
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path === '' || locked.link) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 13)
    const licence = readByHand[name] ?? locked.license ?? stated(path)
    if (licence === undefined) out.push(`${name} states no licence`)
    else if (!isWelcome(linked.test(name) ? licence.replace('LGPL-3.0-or-later', 'MIT') : licence))
      out.push(`${name} is ${licence}`)
  }
  return out
}

if (import.meta.main) {
  const found = objections()
  for (const line of found) console.error(line)
  if (found.length > 0) process.exitCode = 1
  else console.log('Every package carries a licence that goes with ours.')
}
