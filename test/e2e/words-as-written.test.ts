/** What a person types into a list is looked for as it is written: a per cent sign, an underscore and a backslash are no patterns. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { makeRegistry } from '../../src/app/registry.ts'
import { type House, openHouse } from './house.ts'

const { operations } = makeRegistry()
const shapeOf = (input: z.ZodType): object => (input as unknown as { shape?: object }).shape ?? {}
const lists = [...operations.values()].filter(
  (op) =>
    op.kind === 'query' &&
    op.who !== 'anyone' &&
    'q' in shapeOf(op.input) &&
    op.input.safeParse({ q: 'x' }).success,
)
let house: House
const people: Page[] = []
beforeAll(async () => {
  house = await openHouse('demonstration')
  const { items } = (await (await fetch(`${house.url}/api/demo/people`)).json()) as {
    items: { name: string; does: unknown }[]
  }
  for (const one of items.filter((p) => p.does)) people.push(await house.open({ as: one.name }))
}, 240_000)
afterAll(() => house?.close())

async function found(page: Page, name: string, q?: string): Promise<unknown[]> {
  const asked = q === undefined ? '' : `?q=${encodeURIComponent(q)}`
  const answer = await page.request.get(`/api/${name.replace('.', '/')}${asked}`)
  if (!answer.ok()) return []
  return ((await answer.json()) as { items?: unknown[] }).items ?? []
}

test('in every list of the demonstration a sign finds only what bears it', { timeout: 120_000 }, async () => {
  const full: string[] = []
  for (const { name } of lists)
    for (const page of people) {
      if ((await found(page, name)).length === 0) continue
      full.push(name)
      for (const sign of ['%', '_', '%_%', '\\'])
        expect(
          (await found(page, name, sign)).filter((item) => !JSON.stringify(item).includes(sign)),
          `${name}, ${sign}`,
        ).toEqual([])
      break
    }
  expect(full.length).toBeGreaterThan(lists.length / 2)
})
