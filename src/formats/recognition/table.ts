/** The table that Tesseract writes (TSV): a row for each page, block, paragraph, line and word; only words are taken, and lines are numbered down the page. */
import type { Word } from './words.ts'

const WORD = '5'

export function wordsOfTable(table: string): Word[] {
  const words: Word[] = []
  let line = -1
  let before = ''
  const blocks = new Map<string, number>()
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level, , block = '', paragraph, lineInParagraph, , left, top, width, height, confidence] = cells
    const text = cells.slice(11).join('\t').trim()
    if (level !== WORD || text === '') continue
    const place = `${block}.${paragraph}.${lineInParagraph}`
    if (place !== before) line += 1
    before = place
    if (!blocks.has(block)) blocks.set(block, blocks.size)
    words.push({
      text,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Math.round(Number(confidence) * 10) / 10,
      line,
      block: blocks.get(block) ?? 0,
    })
  }
  return words
}
