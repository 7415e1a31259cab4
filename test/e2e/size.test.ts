/** What a first visit costs: script as it goes over the wire (gzip), with everything that a page draws in before it stands. */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { join } from 'node:path'
import { webFolder } from '../../src/app/web.ts'
import { type House, built, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  if (built) house = await openHouse('demonstration')
}, 120_000)
afterAll(() => house?.close())

async function scriptOf(as: string, path: string): Promise<number> {
  const page = await house.open({ as })
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname)
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.context().close()
  let bytes = 0
  for (const script of scripts) bytes += gzipSync(await readFile(join(webFolder, script))).length
  return bytes
}

test.skipIf(!built).each([
  ['Dorian', '/', 250_000],
  ['Dorian', '/cases', 250_000],
  ['Teresita', '/work/bench', 500_000],
] as const)(
  '%s at %s: a first visit is within %d bytes of script',
  async (as, path, most) => {
    const bytes = await scriptOf(as, path)
    console.log(`${as} ${path}: ${bytes} bytes of script (gzip)`)
    expect(bytes).toBeLessThanOrEqual(most)
  },
  60_000,
)
