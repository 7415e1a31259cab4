/** Turns the bytes of a text file into text: instruments write UTF-8, UTF-16 and Windows-1252, mostly without saying which. */
import { FormatFault, MAX_LINE } from './reading.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Never fails: Windows-1252 gives every byte a character. NUL is taken out, since the database refuses it. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes) // drops the byte order mark
  return { text: text.includes('\u0000') ? text.replaceAll('\u0000', '') : text, encoding }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = zerosByParity(bytes)
  if (zeros) return zeros
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** UTF-16 without a mark: Western text then has a zero in nearly every second byte, always on the same side. */
function zerosByParity(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4_096) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const most = (length / 2) * 0.7
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return undefined
}

/** Bytes that no text has: used to refuse pictures and archives before a text reader makes nonsense of them. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 4_096)
  let odd = 0
  for (let i = 0; i < head.length; i += 1) {
    const c = head.charCodeAt(i)
    if (c < 9 || (c > 13 && c < 32 && c !== 26 && c !== 27) || c === 0xfffd) odd += 1
  }
  return odd * 50 > head.length
}

/** Lines of any of the three conventions, one at a time, so that a large file is not held twice. */
export function* linesOf(text: string): Generator<string> {
  let start = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i)
    if (c !== 10 && c !== 13) {
      if (i - start >= MAX_LINE) throw new FormatFault('formats.line-too-long', { limit: MAX_LINE })
      continue
    }
    yield text.slice(start, i)
    if (c === 13 && text.charCodeAt(i + 1) === 10) i += 1
    start = i + 1
  }
  if (start < text.length) yield text.slice(start)
}
