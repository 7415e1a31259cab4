/** Both languages are whole: every key in both, every sentence reads, every code that is refused has its sentence. */
import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { makeSay } from '../src/kernel/say.ts'
import { makeRegistry } from '../src/app/registry.ts'

const { catalogues } = makeRegistry()

test('every text stands in both languages and reads', () => {
  expect(Object.keys(catalogues.es).sort()).toEqual(Object.keys(catalogues.en).sort())
  for (const [language, texts] of Object.entries(catalogues)) {
    for (const [key, text] of Object.entries(texts))
      expect(() => new IntlMessageFormat(text, language), `${language} ${key}`).not.toThrow()
  }
})

test('a day inside a sentence stands as people write it, in both languages; a number that only looks like one does not', () => {
  const due = { code: 'REF-01', name: 'Refrigerator', due: '2026-11-21' }
  expect(makeSay(catalogues, 'en')('quality.calibration-overdue', due)).toContain('ended on 21/11/2026.')
  expect(makeSay(catalogues, 'es')('quality.calibration-overdue', due)).toContain('21/11/2026')
  expect(makeSay(catalogues, 'en')('quality.calibration-overdue', { ...due, code: '2026-11-211' })).toContain(
    '2026-11-211',
  )
})

test('no sentence was left in English on the Spanish side', () => {
  const same = Object.keys(catalogues.en).filter(
    (key) =>
      catalogues.en[key] === catalogues.es[key] &&
      /\b(the|this|is|not|and|with)\b/i.test(catalogues.en[key] ?? ''),
  )
  expect(same).toEqual([])
})

test('every code that a rule or refusal names has its sentence', async () => {
  const missing: string[] = []
  for (const path of globSync('src/**/*.ts')) {
    if (path.endsWith('.test.ts')) continue
    const source = await readFile(path, 'utf8')
    for (const m of source.matchAll(
      /\bno\('([a-z][a-z0-9.-]+)'(?:, \{[^}]*\}(?:, '([a-z0-9.-]+)')?)?|new Refusal\('[a-z-]+', '([a-z0-9.-]+)'/g,
    )) {
      for (const key of [m[1], m[2], m[3]])
        if (key && !(key in catalogues.en)) missing.push(`${path}: ${key}`)
    }
  }
  expect(missing).toEqual([])
})
