/** The guide inside the product: a page for every role, whole in both languages, with its pictures at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '#identity/contract.ts'
import { names, pageOf } from './pages.ts'

const docs = join(import.meta.dirname, '../../../../docs')
const page = (language: 'en' | 'es', name: string): string =>
  readFileSync(join(docs, 'guide', language, `${name}.md`), 'utf8')
const headings = (text: string): number => [...text.matchAll(/^##? /gm)].length

test('A28 every role has its guide in the product: short pages in both languages with the same parts, each picture there, each said in the words of the screens', () => {
  for (const role of roles) expect(names, role).toContain(pageOf[role])
  for (const name of names) {
    const [en, es] = [page('en', name), page('es', name)]
    expect(headings(es), name).toBe(headings(en))
    expect(en.split(/\s+/).length, name).toBeGreaterThan(60)
    for (const text of [en, es]) {
      // A guide that nobody reads to the end helps nobody.
      expect(text.split(/\s+/).length, name).toBeLessThan(1_200)
      for (const [, picture] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
        expect(existsSync(join(docs, 'guide/en', picture ?? '')), `${name}: ${picture}`).toBe(true)
    }
    expect(es).not.toBe(en)
  }
})
