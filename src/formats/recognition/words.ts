/** What recognition answers, by whichever engine: words with their places on the upright, straightened page, and how sure each is. */
import type { Turn } from '../pages/page.ts'

export type Language = 'en' | 'es'

/** In pixels of `page.picture({turn, lean})` at the page's own size, from its upper left corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
export interface Word extends Box {
  readonly text: string
  /** 0 to 100, the engine's own. It ranks; it is no probability. */
  readonly confidence: number
  /** From 0, down the page in reading order: words of one line, lines of one block. */
  readonly line: number
  readonly block: number
}

export interface Recognised {
  /** `tesseract`: the installed program; `tesseract-wasm`: the packaged one. */
  readonly engine: 'tesseract' | 'tesseract-wasm'
  readonly version: string
  readonly languages: readonly Language[]
  /** How the page was brought upright before it was read. */
  readonly turn: Turn
  readonly lean: number
  /** Of the upright, straightened page. */
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
  /** Mean of the words, by their length; 0 where there are none. */
  readonly confidence: number
}

export interface RecogniseOptions {
  readonly languages: readonly Language[]
  /** Given up, and the engine ended, after so many seconds. */
  readonly seconds?: number
  /** When somebody has said how the page stands: not looked for. */
  readonly turn?: Turn
  readonly lean?: number
}

/** The text as it is read: words of a line with blanks, a line each, an empty line between blocks. */
export function textOf(words: readonly Word[]): string {
  let text = ''
  let before: Word | undefined
  for (const word of words) {
    if (before) text += before.block !== word.block ? '\n\n' : before.line !== word.line ? '\n' : ' '
    text += word.text
    before = word
  }
  return text
}
