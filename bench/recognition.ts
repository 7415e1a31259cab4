/**
 * How well scanned pages with known text are read, and how fast, beside the engine alone on the same pixels in the same run. Real pages
 * come from the folder of real files. A page that is read worse by us than by the
 * engine alone fails the run, and so does a speed below nine tenths of the engine's.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPages } from '#formats/pages/open-pages.ts'
import type { Page } from '#formats/pages/page.ts'
import { characterErrors, wordErrors } from '#formats/recognition/errors.ts'
import { installedEngine, packagedEngine } from '#formats/recognition/engines.ts'
import { openRecogniser } from '#formats/recognition/recognise.ts'
import { textOf } from '#formats/recognition/words.ts'
import { realFolder } from '../test/needs.ts'

/** Which truth belongs to which file; a form feed in it parts pages, and `linn` is one page in four ways up. */
const TRUTHS: readonly (readonly [file: string, truth: string])[] = [
  ['phototest.tif', 'phototest.gold.txt'],
  ['phototest-rotated-180.png', 'phototest.gold.txt'],
  ['phototest-rotated-L.png', 'phototest.gold.txt'],
  ['8087_054.3B.tif', '8087_054.3B.txt'],
  ['eurotext.tif', 'eurotext.txt'],
  ['linn.png', 'linn.txt'],
  ['ccitt.pdf', 'linn.txt'],
  ['skew.pdf', 'linn.txt'],
  ['cardinal.pdf', 'linn.txt'],
  ['paperless-simple.png', 'paperless-simple.txt'],
  ['paperless-simple.tiff', 'paperless-simple.txt'],
  ['scan-autopsy-report-200dpi.pdf', 'scan-autopsy-report-200dpi.truth.txt'],
  ['scan-mdi-data-p2-3-g4.tif', 'scan-mdi-data-p2-3-g4.truth.txt'],
  ['scan-mdi-data-p4-6-200dpi.pdf', 'scan-mdi-data-p4-6-200dpi.truth.txt'],
]

interface Read {
  readonly characterErrors: number
  readonly wordErrors: number
  readonly seconds: number
}

export async function recognition(options: { program?: string | null; files?: string }): Promise<object> {
  if (!realFolder) return { skipped: 'no folder of real files' }
  const plain = (options.program === null ? undefined : installedEngine(options.program)) ?? packagedEngine()
  const ours = openRecogniser(options)
  const pages: Record<string, { plain: Read; ours: Read; turn: number; lean: number }> = {}
  const worse: string[] = []
  for (const [file, truth] of TRUTHS.filter(([name]) => name.includes(options.files ?? ''))) {
    const texts = readFileSync(join(realFolder, 'ocr', truth), 'utf8').split('\f')
    const opened = await openPages(readFileSync(join(realFolder, 'ocr', file)), file)
    if (!opened.ok) throw new Error(opened.reason)
    for (let number = 1; number <= opened.pages.count; number += 1) {
      const answer = await opened.pages.page(number)
      if (!answer.ok) throw new Error(answer.reason)
      const text = texts.length > 1 ? (texts[number - 1] ?? '') : (texts[0] ?? '')
      const name = opened.pages.count > 1 ? `${file} page ${number}` : file
      const result = await bothOn(answer.page, text, plain, ours)
      pages[name] = result
      const { ours: us, plain: them } = result
      if (us.characterErrors > them.characterErrors || us.wordErrors > them.wordErrors) worse.push(name)
      process.stderr.write(`${name}: ${JSON.stringify(result)}\n`)
    }
    await opened.pages.close()
  }
  await Promise.all([plain.close(), ours.close()])
  const all = Object.values(pages)
  const upright = all.filter(({ turn, plain: alone }) => turn === 0 && alone.wordErrors < 0.5)
  const sum = (of: 'plain' | 'ours', list = all): number => list.reduce((s, one) => s + one[of].seconds, 0)
  const speed = Math.round((sum('plain', upright) / sum('ours', upright)) * 100) / 100
  if (worse.length > 0) process.exitCode = 1
  const mean = (of: 'plain' | 'ours', what: keyof Read): number =>
    Math.round((all.reduce((s, one) => s + one[of][what], 0) / all.length) * 10_000) / 10_000
  return {
    engine: `${plain.name} ${plain.version}`,
    pages,
    mean: {
      plain: { characterErrors: mean('plain', 'characterErrors'), wordErrors: mean('plain', 'wordErrors') },
      ours: { characterErrors: mean('ours', 'characterErrors'), wordErrors: mean('ours', 'wordErrors') },
    },
    worse,
    speedAgainstPlain: speed,
  }
}

async function bothOn(
  page: Page,
  truth: string,
  plain: ReturnType<typeof packagedEngine>,
  ours: ReturnType<typeof openRecogniser>,
): Promise<{ plain: Read; ours: Read; turn: number; lean: number }> {
  const grey = await page.grey()
  let since = process.hrtime.bigint()
  const lap = (): number => {
    const now = process.hrtime.bigint()
    const seconds = Number((now - since) / 1_000_000n) / 1_000
    since = now
    return seconds
  }
  const alone = await plain.read(grey, page.dpi, ['en'], 600)
  const aloneSeconds = lap()
  const answer = await ours.recognise(page, { languages: ['en'], seconds: 600 })
  const oursSeconds = lap()
  if (!answer.ok) throw new Error(answer.reason)
  const { words, turn, lean } = answer.recognised
  const read = (text: string, seconds: number): Read => ({
    characterErrors: characterErrors(text, truth),
    wordErrors: wordErrors(text, truth),
    seconds,
  })
  return { plain: read(textOf(alone), aloneSeconds), ours: read(textOf(words), oursSeconds), turn, lean }
}
