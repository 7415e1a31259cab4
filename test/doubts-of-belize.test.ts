/** What the definition of Belize marks as unverified is still in doubt once it is applied, each value with its source, whoever keeps it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { act } from '../src/app/people.ts'
import { migrationActor } from '../src/identity/authority.ts'
import { belizeFolder } from '../src/modules/catalogue/examples.ts'
import { applyParts, readLaboratory } from '../src/modules/catalogue/laboratory.ts'
import { madeInstallation } from './installation.ts'

interface Marked {
  readonly unverified: true
  readonly source?: string
}
function marked(value: unknown): Marked[] {
  if (Array.isArray(value)) return value.flatMap(marked)
  if (typeof value !== 'object' || value === null) return []
  const own = (value as { unverified?: unknown }).unverified === true ? [value as Marked] : []
  return [...own, ...Object.values(value).flatMap(marked)]
}

test('every value marked in the files is listed as unconfirmed after they are applied, and goes out again as it came', async () => {
  const written = globSync('**/*.yaml', { cwd: belizeFolder }).flatMap((file) =>
    marked(parse(readFileSync(join(belizeFolder, file), 'utf8'))),
  )
  expect(written.length).toBeGreaterThan(150)
  expect(written.filter((m) => !m.source)).toEqual([])

  const made = await madeInstallation()
  try {
    const tell = (operation: string, input: unknown) => act(made.ground, migrationActor, operation, input)
    const belize = await readLaboratory(belizeFolder)
    await tell('catalogue.apply-laboratory', belize)
    await applyParts(belize, (operation, input) => tell(operation, input) as Promise<never>)
    const listed: { key: string; kind: string; source: string | null }[] = []
    for (let cursor: string | undefined; ; ) {
      const page = (await act(made.ground, migrationActor, 'catalogue.list-unconfirmed', {
        limit: 100,
        ...(cursor ? { cursor } : {}),
      })) as { items: typeof listed; nextCursor: string | null }
      listed.push(...page.items)
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(listed.filter((l) => !l.source)).toEqual([])
    expect(listed.length).toBe(written.length)
    expect(listed.filter((l) => l.kind === 'unit').length).toBeGreaterThan(20)
    const out = (await act(made.ground, migrationActor, 'catalogue.export-laboratory', {})) as object
    expect(marked(out)).toHaveLength(written.length)
  } finally {
    await made.close()
  }
}, 120_000)
