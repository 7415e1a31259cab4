/** The one door for instrument files: recognises a file by its content, reads it within limits, and answers in words when it cannot. */
import { makeSay, type TextValues } from '#kernel/say.ts'
import { readAndi } from './andi.ts'
import { readCsvTrace } from './csv-trace.ts'
import { looksLikeJcamp, readJcamp } from './jcamp.ts'
import { looksLikeMassBank, readMassBank } from './massbank.ts'
import { looksLikeMsp, readMsp } from './msp.ts'
import { looksLikeHdf5, looksLikeNetcdf } from './netcdf.ts'
import { FormatFault, MAX_BYTES, MAX_TEXT_BYTES, type Reading, startReading } from './reading.ts'
import type { ParsedFile } from './spectrum.ts'
import { decodeText, looksBinary } from './text-encoding.ts'
import { en } from './texts.en.ts'

export type ReadAnswer =
  | { readonly ok: true; readonly file: ParsedFile }
  /** `reason` is the English sentence; say(code, values) gives it in any language. */
  | { readonly ok: false; readonly code: string; readonly values: TextValues; readonly reason: string }

const sayEnglish = makeSay({ en }, 'en')

/** Never throws. The name is used in sentences only: what a file is, its bytes say. */
export function readSpectrumFile(bytes: Uint8Array, fileName: string): ReadAnswer {
  try {
    return { ok: true, file: dispatch(bytes, startReading()) }
  } catch (fault) {
    // Anything but a FormatFault is our own defect; the fuzz test counts those (none). The user is still answered, and nothing was kept.
    const known = fault instanceof FormatFault
    const code = known ? fault.code : 'formats.reader-defect'
    const values = { ...(known ? fault.values : {}), file: shown(fileName) }
    return { ok: false, code, values, reason: sayEnglish(code, values) }
  }
}

function dispatch(bytes: Uint8Array, reading: Reading): ParsedFile {
  if (bytes.length === 0) throw new FormatFault('formats.empty')
  if (bytes.length > MAX_BYTES) throw new FormatFault('formats.too-large', { limit: MAX_BYTES / 1_048_576 })
  if (looksLikeNetcdf(bytes)) return readAndi(bytes, reading)
  if (looksLikeHdf5(bytes)) throw new FormatFault('formats.netcdf.version-four')
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new FormatFault('formats.packed')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    throw new FormatFault('formats.packed')
  if (bytes.length > MAX_TEXT_BYTES)
    throw new FormatFault('formats.too-large', { limit: MAX_TEXT_BYTES / 1_048_576 })
  const { text } = decodeText(bytes)
  if (looksBinary(text)) throw new FormatFault('formats.not-recognised')
  const head = text.slice(0, 200_000)
  if (looksLikeJcamp(head)) return readJcamp(text, reading)
  if (looksLikeMassBank(head)) return readMassBank(text, reading)
  if (looksLikeMsp(head)) return readMsp(text, reading)
  return readCsvTrace(text, reading)
}

/** The last part of a name, short, without control characters: it comes from somebody else's machine. */
function shown(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 80)
    .toWellFormed()
}
