/** Cuts a JCAMP-DX file into labelled data records (##LABEL= value) and says which block each belongs to. */
import type { Reading } from './reading.ts'
import { linesOf } from './text-encoding.ts'

export interface LabelledRecord {
  /** Upper case, without blanks, hyphens, slashes and underscores (JCAMP-DX 4.24, 3.2.1). */
  readonly label: string
  /** What follows the equals sign on the line of the label, without comment. */
  readonly value: string
  /** The lines that follow, without comments. */
  readonly lines: readonly string[]
}

export function looksLikeJcamp(head: string): boolean {
  return (
    /^\s*(\$\$[^\n]*\n\s*)*##\s*TITLE\s*=/i.test(head) ||
    /^\s*##\s*JCAMP-?(DX|CS)\s*=/im.test(head.slice(0, 4_000))
  )
}

export function* labelledRecords(text: string, reading: Reading): Generator<LabelledRecord> {
  let label: string | undefined
  let value = ''
  let lines: string[] = []
  for (const raw of linesOf(text)) {
    const line = withoutComment(raw)
    const start = /^\s*##([^=\n]{0,100})=(.*)$/.exec(line)
    if (start) {
      if (label !== undefined) yield { label, value, lines }
      label = (start[1] as string).toUpperCase().replaceAll(/[\s\-/_]/g, '')
      value = (start[2] as string).trim()
      lines = []
    } else if (label !== undefined) {
      if (line !== '') lines.push(line)
    } else if (line.trim() !== '')
      reading.note('formats.line-not-understood', { line: line.trim().slice(0, 60) })
  }
  if (label !== undefined) yield { label, value, lines }
}

function withoutComment(line: string): string {
  const at = line.indexOf('$$')
  return at < 0 ? line : line.slice(0, at)
}
