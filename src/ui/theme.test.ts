/** Every pair of colours that the kit puts on one another, computed by WCAG 2.2, in both schemes; and no colour written elsewhere. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Scheme, type Token, onSequence, sequence, theme, tones, valueOf } from './theme.ts'

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const s = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function ratio(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (hi! + 0.05) / (lo! + 0.05)
}

const schemes: Scheme[] = ['light', 'dark']
const grounds: Token[] = ['page', 'surface', 'sunk']
const tinted = tones.map((tone) => `${tone}Bg` as Token)

const text: [Token, Token][] = [
  ...(['ink', 'ink2', 'ink3', ...tones] as Token[]).flatMap((front) =>
    grounds.map((ground): [Token, Token] => [front, ground]),
  ),
  ...tones.map((tone): [Token, Token] => [tone, `${tone}Bg`]),
  ...tinted.flatMap((ground): [Token, Token][] => [
    ['ink', ground],
    ['ink2', ground],
    ['ink3', ground],
    ['maya', ground],
  ]),
  ['mayaOn', 'maya'],
  ['achioteOn', 'achiote'],
]
const marks: [Token, Token][] = [
  ...grounds.map((ground): [Token, Token] => ['edge', ground]),
  ['mayaMid', 'surface'],
  ['edge', 'mayaBg'],
  ['mahogany', 'mayaBg'],
  ['achiote', 'achioteBg'],
]

test.each(schemes)('text reaches 4.5 to 1 on whatever it stands (%s)', (scheme) => {
  const weak = text
    .map(([a, b]) => ({ pair: `${a} on ${b}`, ratio: ratio(valueOf(a, scheme), valueOf(b, scheme)) }))
    .filter((p) => p.ratio < 4.5)
  expect(weak).toEqual([])
})

test.each(schemes)('edges and marks reach 3 to 1 (%s)', (scheme) => {
  const weak = marks
    .map(([a, b]) => ({ pair: `${a} on ${b}`, ratio: ratio(valueOf(a, scheme), valueOf(b, scheme)) }))
    .filter((p) => p.ratio < 3)
  expect(weak).toEqual([])
})

test('the five classes of a map carry their writing', () => {
  for (const [i, ground] of sequence.entries())
    expect(ratio(onSequence[i]!, ground)).toBeGreaterThanOrEqual(4.5)
})

test('known ratios, so that the computation itself is held to something', () => {
  expect(ratio('#FFFFFF', '#000000')).toBeCloseTo(21, 5)
  expect(ratio(valueOf('mayaOn', 'light'), valueOf('maya', 'light'))).toBeCloseTo(6.55, 1)
  expect(ratio(valueOf('ink3', 'light'), valueOf('sunk', 'light'))).toBeCloseTo(5.01, 1)
})

test('Mantine’s filled and light parts take their colours from the tokens', () => {
  for (const tone of tones) {
    const steps = theme.colors?.[tone]
    expect([steps?.[0], steps?.[4], steps?.[7], steps?.[9]]).toEqual([
      valueOf(`${tone}Bg`, 'light'),
      valueOf(tone, 'dark'),
      valueOf(tone, 'light'),
      valueOf(`${tone}Bg`, 'dark'),
    ])
  }
})

test('no colour is written as a number outside the theme', () => {
  const home = join(import.meta.dirname, '../..')
  const found: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(home, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (
        /[.](tsx?|css)$/.test(path) &&
        (path.startsWith('src/ui/') || /\/(screens|shell)\//.test(path) || path === 'src/app/web.tsx') &&
        !/theme([.]test)?[.]ts$/.test(path)
      ) {
        for (const [hit] of readFileSync(join(home, path), 'utf8').matchAll(
          /(?<![&\w(/'"`-])#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b(?![\w-])|['"]#(?:[0-9a-f]{3}|[0-9a-f]{6})['"]|\brgba?\(/gi,
        ))
          found.push(`${path}: ${hit}`)
      }
    }
  }
  walk('src')
  expect(found).toEqual([])
})
