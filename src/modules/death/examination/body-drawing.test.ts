/** The report prints every wound at its place on the outline that the screen shows, however many there are, and no number hides another. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPages } from '#formats/pages/open-pages.ts'
import { makeSay } from '#kernel/say.ts'
import { paperPdf } from '#platform/documents/papers.ts'
import { wordsIn } from '../../../../test/pdf-places.ts'
import { en } from '../texts.en.ts'
import { es } from '../texts.es.ts'
import { bodyDrawing, marksOf } from './body-drawing.ts'
import { type Diagram, type WoundSeen, diagrams } from './contract/examination.ts'
import { outlines } from './rules/body-outlines.ts'

const texts = { en: en as Readonly<Record<string, string>>, es: es as Readonly<Record<string, string>> }
const wound = (no: number, diagram: Diagram, x: number, y: number): WoundSeen => ({
  no,
  diagram,
  x: String(x),
  y: String(y),
  kind: { code: 'stab', name: 'Stab' },
  sizeMm: null,
  depthMm: null,
  words: null,
})
function printed(wounds: readonly WoundSeen[], lang: 'en' | 'es' = 'en'): Buffer {
  const say = makeSay({ [lang]: texts[lang] }, lang)
  return paperPdf(
    {
      lang,
      title: 'X',
      number: 'PM-A',
      letterhead: { service: 'S', address: [] },
      pageOf: '',
      sections: [{ blocks: bodyDrawing(wounds, say) }],
    },
    { at: '2026-11-29T12:00:00.000Z' },
  )
}
const POINTS_A_MM = 72 / 25.4

describe.each(['adult-front', 'child-front', 'adult-right', 'head-left', 'hand-right-palm'] as const)(
  '%s',
  (diagram) => {
    const o = outlines[diagram]
    const at = [
      [40, 40],
      [o.width - 40, o.height - 40],
      [200, 240],
      [123, 377.5],
    ] as const
    test('each number stands at its place, to half a millimetre, on the outline itself', async () => {
      const pdf = printed(at.map(([x, y], i) => wound(i + 1, diagram, x, y)))
      const words = await wordsIn(pdf)
      const places = at.map((_, i) => words.find((w) => w.text === String(i + 1)))
      const [first] = places
      const unit = (55 / o.width) * POINTS_A_MM
      expect(
        places.map((p) => [round((p?.x ?? 0) - (first?.x ?? 0)), round((p?.y ?? 0) - (first?.y ?? 0))]),
      ).toEqual(at.map(([x, y]) => [near((x - 40) * unit), near((y - 40) * unit)]))
      // Where the outline begins there is ink, and a hair before it there is none.
      const ink = await inkOf(pdf)
      const [startX, startY] = startOf(o.shapes[0] ?? '')
      const page = (x: number, y: number): [number, number] => [
        (first?.x ?? 0) + (x - 40) * unit,
        (first?.y ?? 0) + (y - 40) * unit,
      ]
      expect(ink(...page(startX, startY), 1.2)).toBe(true)
      expect(ink(...page(o.width / 2, 6), 1)).toBe(false)
    })
  },
)
const round = (n: number): number => Math.round(n * 10) / 10
const near = (n: number): unknown => expect.closeTo(n, 0)
/** The first point of a path; of a flipped one, as it is seen. */
function startOf(path: string): [number, number] {
  const [, flip, x, y] = /^(?:flip:(\d+):)?M(\d+),(\d+)/.exec(path) ?? []
  return [flip ? Number(flip) - Number(x) : Number(x), Number(y)]
}
async function inkOf(pdf: Buffer): Promise<(x: number, y: number, within: number) => boolean> {
  const opened = await openPages(new Uint8Array(pdf), 'report.pdf')
  const page = opened.ok ? await opened.pages.page(1) : opened
  if (!opened.ok || !page.ok) throw new Error('not opened')
  const { width, data } = await page.page.grey()
  const scale = page.page.dpi / 72
  await opened.pages.close()
  return (x, y, within) => {
    const reach = Math.round(within * scale)
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1) {
        const i = (Math.round(y * scale) + dy) * width + Math.round(x * scale) + dx
        if ((data[i] ?? 255) < 160) return true
      }
    return false
  }
}

test('sixty wounds on one view: each number is there once and none lies over another; a mark set beyond the picture is not cut off', async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    wound(i + 1, 'adult-back', 150 + ((i * 37) % 100), 250 + ((i * 53) % 200)),
  )
  const words = (await wordsIn(printed([...many, wound(61, 'adult-back', 450, 1100)]))).filter((w) =>
    /^\d+$/.test(w.text),
  )
  expect(words.map((w) => Number(w.text)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 61 }, (_, i) => i + 1),
  )
  for (const a of words)
    for (const b of words)
      if (a !== b)
        expect([a.text, b.text, Math.hypot(a.x - b.x, a.y - b.y) > 8]).toEqual([a.text, b.text, true])
})

test('whatever is marked, the place stays exact; numbers keep apart and off the places of others', () => {
  const size = { width: 400, height: 1000, radius: 13 }
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 1000 }) }), {
        maxLength: 40,
      }),
      (places) => {
        const at = places.map((p, i) => ({ ...p, text: String(i + 1) }))
        const marks = marksOf(at, size)
        expect(marks.map(({ text, x, y }) => ({ text, x, y }))).toEqual(
          at.map(({ text, x, y }) => ({ text, x, y })),
        )
        for (const [i, a] of marks.entries())
          for (const b of marks.slice(i + 1)) {
            expect(Math.hypot(a.labelX - b.labelX, a.labelY - b.labelY)).toBeGreaterThanOrEqual(
              2 * size.radius - 0.001,
            )
          }
      },
    ),
  )
})

test('every view has its own picture and name in both languages, left and right as the reader sees them; nothing marked, nothing drawn', async () => {
  const one = diagrams.map((d, i) => wound(i + 1, d, 200, 200))
  for (const lang of ['en', 'es'] as const) {
    const said = (await wordsIn(printed(one, lang))).map((w) => w.text).join(' ')
    for (const d of diagrams) expect(said).toContain(texts[lang][`death.diagram-${d}`])
  }
  const front = await wordsIn(printed([wound(1, 'adult-front', 200, 200)], 'es'))
  const back = await wordsIn(printed([wound(1, 'adult-back', 200, 200)], 'es'))
  const x = (words: typeof front, text: string): number => words.find((w) => w.text === text)?.x ?? Number.NaN
  expect(x(front, 'Derecha')).toBeLessThan(x(front, 'Izquierda'))
  expect(x(back, 'Izquierda')).toBeLessThan(x(back, 'Derecha'))
  expect(bodyDrawing([], (key) => key)).toEqual([])
})
