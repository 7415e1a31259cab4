/**
 * `openRecogniser()` chooses the engine; `recognise(page)` brings the page upright and straight, has it read, and where the page itself did
 * not say which end is up, or reading went badly, tries the other ways and keeps the one that was read most surely. A page that
 * stands upright and straight is given to the engine pixel by pixel as it is: it can then be read no worse than by the engine alone.
 */
import sharp from 'sharp'
import { makeSay } from '#kernel/say.ts'
import { inkOf } from '../pages/ink.ts'
import type { NotRead, Page, Raster, Turn } from '../pages/page.ts'
import { standOf } from '../pages/stand.ts'
import { FormatFault } from '../reading.ts'
import { en } from '../texts.en.ts'
import { type Engine, installedEngine, meanConfidence, packagedEngine } from './engines.ts'
import type { Recognised, RecogniseOptions, Word } from './words.ts'

export type RecogniseAnswer = { readonly ok: true; readonly recognised: Recognised } | NotRead
export interface Recogniser {
  readonly engine: Recognised['engine']
  readonly version: string
  /** Never throws. */
  recognise(page: Page, options: RecogniseOptions): Promise<RecogniseAnswer>
  close(): Promise<void>
}

const sayEnglish = makeSay({ en }, 'en')
const SECONDS = 120
/** Tesseract itself follows a line that leans less than this. */
const LEANS = 1
/** A page read more surely than this stands as it should. */
const WELL_READ = 75
/** Fewer dots an inch than this are enlarged: the engine was trained on letters some thirty pixels high. */
const COARSE = 150

/** `program`: the installed engine's name or path, `null` for the packaged one whatever is installed. */
export function openRecogniser(options: { program?: string | null } = {}): Recogniser {
  const installed = options.program === null ? undefined : installedEngine(options.program)
  const engine = installed ?? packagedEngine()
  return {
    engine: engine.name,
    version: engine.version,
    close: () => engine.close(),
    async recognise(page, asked) {
      try {
        return { ok: true, recognised: await readBest(engine, page, asked) }
      } catch (fault) {
        const known = fault instanceof FormatFault
        const code = known ? fault.code : 'formats.recognition.engine-failed'
        const values = { ...(known ? fault.values : {}), page: page.number }
        return { ok: false, code, values, reason: sayEnglish(code, values) }
      }
    },
  }
}

interface Reading {
  readonly turn: Turn
  readonly lean: number
  readonly page: Raster
  readonly words: Word[]
  readonly confidence: number
}

async function readBest(engine: Engine, page: Page, options: RecogniseOptions): Promise<Recognised> {
  const grey = await page.grey()
  const stand = standOf(inkOf(grey, page.dpi))
  const lean = options.lean ?? (Math.abs(stand.lean) >= LEANS && stand.sureOfLines ? stand.lean : 0)
  const readAt = async (turn: Turn): Promise<Reading> => {
    const upright = await straightened(grey, turn, lean)
    const words = await readWell(engine, upright, page.dpi, options)
    return { turn, lean, page: upright, words, confidence: meanConfidence(words) }
  }
  let best = await readAt(options.turn ?? stand.turn)
  if (
    options.turn === undefined &&
    best.confidence < WELL_READ &&
    (best.words.length > 0 || stand.sureOfLines)
  ) {
    const lying = stand.sureOfLines ? [180] : [180, 90, 270]
    for (const more of stand.sureOfUp && best.confidence > 50 ? [] : lying) {
      const other = await readAt(((stand.turn + more) % 360) as Turn)
      if (surety(other) > surety(best)) best = other
    }
  }
  return {
    engine: engine.name,
    version: engine.version,
    languages: options.languages,
    turn: best.turn,
    lean: best.lean,
    width: best.page.width,
    height: best.page.height,
    words: best.words,
    confidence: best.confidence,
  }
}
/** A page read head down gives some words too, few of them sure. */
const surety = ({ words }: Reading): number =>
  words.reduce((sum, { text, confidence }) => sum + text.length * Math.max(0, confidence - 40), 0)

async function readWell(
  engine: Engine,
  page: Raster,
  dpi: number,
  { languages, seconds = SECONDS }: RecogniseOptions,
): Promise<Word[]> {
  if (dpi >= COARSE) return await engine.read(page, dpi, languages, seconds)
  const times = Math.min(3, Math.ceil(300 / dpi))
  const { data, info } = await sharp(page.data, {
    raw: { width: page.width, height: page.height, channels: 1 },
  })
    .resize(page.width * times, page.height * times, { kernel: 'cubic' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const large = { width: info.width, height: info.height, data: Uint8Array.from(data) }
  const words = await engine.read(large, dpi * times, languages, seconds)
  return words.map((word) => ({
    ...word,
    left: Math.round(word.left / times),
    top: Math.round(word.top / times),
    width: Math.round(word.width / times),
    height: Math.round(word.height / times),
  }))
}

/** Exactly as `page.picture({turn, lean})` does it, so that boxes lie on that picture. */
async function straightened(grey: Raster, turn: Turn, lean: number): Promise<Raster> {
  let page = grey
  for (const angle of [turn, -lean]) {
    if (angle === 0) continue
    const { data, info } = await sharp(page.data, {
      raw: { width: page.width, height: page.height, channels: 1 },
    })
      .rotate(angle, { background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    page = { width: info.width, height: info.height, data: Uint8Array.from(data) }
  }
  return page
}
