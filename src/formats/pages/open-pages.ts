/** The one door for scanned paper: `openPages(bytes, name)` recognises TIFF, PDF, JPEG and PNG by their bytes, never throws, and answers pages or a sentence. */
import { makeSay } from '#kernel/say.ts'
import { FormatFault } from '../reading.ts'
import { en } from '../texts.en.ts'
import { pictureOf } from '../photo/picture.ts'
import { openPdf } from './pdf-pages.ts'
import { openPicture } from './picture-pages.ts'
import {
  MAX_PAGES,
  MAX_PAPER_BYTES,
  MAX_SECONDS,
  type NotRead,
  type OpenAnswer,
  type OpenOptions,
  type PageSource,
} from './page.ts'

const sayEnglish = makeSay({ en }, 'en')

/** `bytes` are read, never changed or kept beyond `close()`. */
export async function openPages(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<OpenAnswer> {
  const file = shownName(name)
  try {
    const source = await sourceOf(bytes, options)
    const { kind, mime, count } = source
    const page = async (number: number) => {
      try {
        if (!Number.isInteger(number) || number < 1 || number > count)
          throw new FormatFault('formats.pages.no-such-page', { count })
        return { ok: true as const, page: await source.decode(number) }
      } catch (fault) {
        return notRead(fault, { file, page: number })
      }
    }
    return { ok: true, pages: { kind, mime, count, page, close: () => source.close() } }
  } catch (fault) {
    return notRead(fault, { file })
  }
}

async function sourceOf(bytes: Uint8Array, options: OpenOptions): Promise<PageSource> {
  if (bytes.length === 0) throw new FormatFault('formats.pages.empty')
  if (bytes.length > MAX_PAPER_BYTES)
    throw new FormatFault('formats.pages.too-large', { limit: MAX_PAPER_BYTES / 1_048_576 })
  const seconds = options.seconds ?? MAX_SECONDS
  const kind = kindOf(bytes)
  if (kind === undefined) throw new FormatFault('formats.pages.not-paper')
  const source =
    kind === 'pdf' ? await openPdf(bytes, seconds, options.password) : await openPicture(bytes, kind, seconds)
  if (source.count >= 1 && source.count <= MAX_PAGES) return source
  await source.close()
  throw source.count < 1
    ? new FormatFault('formats.pages.no-pages')
    : new FormatFault('formats.pages.too-many-pages', { limit: MAX_PAGES })
}

/** A PDF may begin with up to a kilobyte of something else (ISO 32000-1, annex H.3, note 13). */
function kindOf(bytes: Uint8Array): PageSource['kind'] | undefined {
  if (Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'pdf'
  const kind = pictureOf(bytes)?.kind
  return kind === 'tiff' || kind === 'jpeg' || kind === 'png' ? kind : undefined
}

function notRead(fault: unknown, values: { file: string; page?: number }): NotRead {
  const known = fault instanceof FormatFault
  const code = known ? fault.code : 'formats.reader-defect'
  const all = { ...(known ? fault.values : {}), ...values }
  return { ok: false, code, values: all, reason: sayEnglish(code, all) }
}

/** The last part of a name, without control characters: it comes from somebody else's machine. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 120)
    .toWellFormed()
}
