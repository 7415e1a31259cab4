/** What cannot be taken is said at the answer, in the person's language: every shape of every operation, every way of missing it. */
import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemOf } from '../src/app/problem.ts'
import { makeRegistry } from '../src/app/registry.ts'
import { Refusal } from '../src/kernel/verdict.ts'
import { faultsOf } from '../src/platform/faults.ts'
import { madeInput } from './made-input.ts'

const { operations, catalogues, say } = makeRegistry()
const all = [...operations.values()]

/** Each of these misses some shape, and each kind of shape is missed by some of these. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0,
  1.5,
  1e300,
  '',
  ' ',
  'x',
  'not so',
  'a\u0000b',
  '-5',
  '2026-02-30',
  '2026-13',
  '9'.repeat(30_000),
  [],
  [null],
  ['x', 'x'],
  Array.from({ length: 2_000 }, () => ({})),
  {},
  { a: 1 },
  { value: 'x' },
  { absent: 'never' },
]

/** The same thing with one place in it, at any depth, holding something wrong. */
function* spoiled(good: unknown, depth = 0): Generator<unknown> {
  yield* wrong
  if (depth > 5 || typeof good !== 'object' || good === null) return
  if (Array.isArray(good)) {
    for (const inner of spoiled(good[0], depth + 1)) yield [inner]
    return
  }
  for (const [key, value] of Object.entries(good))
    for (const inner of spoiled(value, depth + 1)) yield { ...good, [key]: inner }
  yield { ...good, surprise: 1 }
}

test('each fault of each operation is a sentence in both languages, and its code stands beside it', () => {
  const codes = new Set<string>()
  const unsaid = new Set<string>()
  for (const op of all) {
    const good = madeInput(op.input, true)
    for (const input of spoiled(good)) {
      const result = op.input.safeParse(input ?? {}, { reportInput: true })
      if (result.success) continue
      const fields = faultsOf(result.error)
      expect(fields.length, `${op.name}: ${JSON.stringify(input)?.slice(0, 80)}`).toBeGreaterThan(0)
      const refusal = new Refusal('invalid', 'input-does-not-fit', { fields })
      for (const language of ['en', 'es'] as const)
        for (const fault of problemOf(refusal, say(language)).fields ?? []) {
          codes.add(fault.code ?? '')
          if (
            !(fault.code && fault.code in catalogues[language]) ||
            !/^[A-ZÁÉÍÓÚÑ¿¡].*[.]$/.test(fault.message)
          )
            unsaid.add(`${op.name} ${fault.path}: ${fault.code} ${fault.message}`)
        }
    }
  }
  expect([...unsaid]).toEqual([])
  expect(codes.size).toBeGreaterThan(35)
  // Each operation more is some thousand inputs more; on a busy machine they take their time.
}, 240_000)

test('every rule that a shape gives a name has its sentence, and no sentence stands for nothing', async () => {
  let sources = ''
  for (const path of globSync('src/{kernel,platform,app,identity,modules}/**/*.ts'))
    if (
      !/\/(screens|store|rules|texts)\//.test(path) &&
      !path.endsWith('.test.ts') &&
      !path.endsWith('platform/config.ts')
    )
      sources += await readFile(path, 'utf8')
  const named = [
    ...sources.matchAll(
      /\.(?:regex|refine)\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*?,\s*'([a-z0-9-]+)',?\s*\)/gs,
    ),
  ].map((m) => `fault.${m[1]}`)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((key) => !(key in catalogues.en))).toEqual([])
  const dead = Object.keys(catalogues.en).filter(
    (key) =>
      /^fault\.(?!least-|most-|at-)/.test(key) &&
      !sources.includes(`'${key}'`) &&
      !sources.includes(`'${key.slice(6)}'`),
  )
  expect(dead).toEqual([])
})
