/** The outlines of places as the laboratory's lists have them, each with the name of its drawing, and their middles. */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { Outline } from './contract.ts'
import type { Middles } from './feed-forms.ts'

export interface Place {
  readonly code: string
  readonly label: string
  readonly outline: [number, number][][]
  /** Which drawing of the boundaries this is; null where nobody said. */
  readonly boundary: string | null
}
export async function placesOf(cx: Cx, list: 'district' | 'precinct'): Promise<Place[]> {
  return (await codesOf(cx, list)).map((d) => {
    const { outline, boundary } = (d.data ?? {}) as { outline?: unknown; boundary?: string }
    const read = Outline.safeParse(ringsOf(outline))
    return {
      code: d.code,
      label: d[cx.language],
      outline: read.success ? read.data : [],
      boundary: boundary ?? null,
    }
  })
}

/** Rings as they stand in the list: longitude and latitude by turns, rings apart by a semicolon. */
function ringsOf(text: unknown): number[][][] {
  if (typeof text !== 'string') return []
  return text.split(';').map((ring) => {
    const numbers = ring.trim().split(/\s+/).map(Number)
    return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => numbers.slice(2 * i, 2 * i + 2))
  })
}

/** The middle of the largest ring of each district, to a tenth of a degree: a point of no house and no street. */
export async function middlesOf(cx: Cx): Promise<Middles> {
  const middles = new Map<string, readonly [number, number]>()
  for (const { code, outline } of await placesOf(cx, 'district')) {
    const ring = outline.toSorted((a, b) => b.length - a.length)[0]
    if (!ring) continue
    const mean = (at: 0 | 1): number =>
      Math.round((ring.reduce((sum, point) => sum + point[at], 0) / ring.length) * 10) / 10
    middles.set(code, [mean(0), mean(1)])
  }
  return middles
}
