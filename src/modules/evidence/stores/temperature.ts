/** Which temperature a kind of thing needs, by the laboratory's own list of kinds, and whether a place keeps it. */
import { codeOf } from '#modules/catalogue/public.ts'
import type { Say } from '#kernel/say.ts'
import type { Verdict } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { keepsRight } from './rules.ts'
import type { PlaceRow } from '../things/store/hands.ts'
import type { ItemRow } from '../things/store/items.ts'
import { keeperOf } from './store/stores.ts'

const known = ['ambient', 'refrigerated', 'frozen']
/** The usual classes in the reader's words; a class that a laboratory made of its own stands as its code. */
export const temperatureWords = (say: Say, keeps: readonly string[]): string[] =>
  keeps.map((k) => (known.includes(k) ? say(`evidence.keeps-${k}`) : k))

async function needsOf(cx: Cx, type: string): Promise<readonly string[]> {
  const data = (await codeOf(cx, 'item-type', type)).data as { keeps?: unknown } | null
  return Array.isArray(data?.keeps) ? data.keeps.map(String) : []
}

export async function temperatureOf(cx: Cx, place: PlaceRow, items: readonly ItemRow[]): Promise<Verdict[]> {
  if (place.keeps.length === 0) return []
  const needs = new Map<string, readonly string[]>()
  for (const type of new Set(items.map((i) => i.type)))
    if (type !== null) needs.set(type, await needsOf(cx, type))
  const out: Verdict[] = []
  for (const item of items) {
    const wanted = needs.get(item.type ?? '') ?? []
    if (wanted.length === 0 || wanted.some((w) => place.keeps.includes(w))) continue
    const words = {
      needs: temperatureWords(cx.say, wanted).join(', '),
      better: await keeperOf(cx, place.unit, wanted),
    }
    out.push(keepsRight(place, { number: item.number, needs: wanted }, words))
  }
  return out
}
