/** docs/features.md is honest: every id has a row, every named test exists. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const groups = {
  A: 31,
  B: 51,
  C: 27,
  D: 50,
  E: 18,
  F: 21,
  G: 20,
  H: 54,
  I: 14,
  J: 16,
  K: 15,
  L: 16,
  M: 8,
  N: 9,
  'S-B': 30,
}

test('every feature and story has exactly one row, and every test that is named exists', async () => {
  const page = await readFile('docs/features.md', 'utf8')
  const rows = [...page.matchAll(/^\| ((?:S-B|[A-N])\d+) \| (proven|not yet|left out) \| ?(.*?) ?\|$/gm)].map(
    (m) => ({ id: m[1] as string, state: m[2], what: m[3] ?? '' }),
  )
  const ids = Object.entries(groups).flatMap(([group, n]) =>
    Array.from({ length: n }, (_, i) => `${group}${i + 1}`),
  )
  expect(rows.map((r) => r.id)).toEqual(ids)
  for (const row of rows) {
    if (row.state === 'left out') expect(row.what, row.id).toMatch(/^because /)
    if (row.state !== 'proven') continue
    const [path, name] = row.what.split(' › ') as [string, string]
    expect(existsSync(path), `${row.id}: ${path}`).toBe(true)
    expect(await readFile(path, 'utf8'), `${row.id}: ${name}`).toContain(name)
  }
})
