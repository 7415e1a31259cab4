/** What a scanned file becomes: pages with pixels, and the limits that hostile files meet. Everything else of this folder is about these types. */
import type { TextValues } from '#kernel/say.ts'

export const MAX_PAPER_BYTES = 512 * 1_048_576
/** A file that a feeder made of one box has some 2,500. */
export const MAX_PAGES = 5_000
/** A3 at 600 dots an inch is 70 million. */
export const MAX_PIXELS = 100_000_000
/** Seconds that opening, or one page, may take before it is given up. */
export const MAX_SECONDS = 60
/** Where a page of a file has no scan in it, it is drawn so finely. */
export const DRAWN_DPI = 300

/** Grey values, one byte a pixel, row by row, 0 black. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array<ArrayBuffer>
}

/** Quarter turns, clockwise, that bring a page upright. */
export type Turn = 0 | 90 | 180 | 270

export interface PictureOptions {
  /** The longest side in pixels; the page's own size without it. */
  readonly longest?: number
  /** Turned so far, clockwise, before it is straightened. */
  readonly turn?: Turn
  /** Degrees, clockwise, that the writing leans; the picture is turned back by so much. */
  readonly lean?: number
  /** Packed for a screen at the end of a thin line: half of the bytes, and nothing that a document may hold. */
  readonly thin?: boolean
}

export interface Picture {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** One page, decoded; its pixels are held until it is let go. */
export interface Page {
  /** From 1. */
  readonly number: number
  /** In pixels, after the turn that the file itself asks for. */
  readonly width: number
  readonly height: number
  readonly dpi: number
  /** Who says so: the picture's header, a scan inside a PDF, nobody (drawn at 300), or the size of usual paper. */
  readonly dpiFrom: 'file' | 'scan' | 'drawn' | 'assumed'
  readonly colour: 'two' | 'grey' | 'colour'
  /** What the file itself says is written here (a born-digital PDF): shown beside recognition, never instead of it. */
  readonly ownText?: string
  grey(): Promise<Raster>
  /** PNG where the page has two tones or few, else JPEG. */
  picture(options?: PictureOptions): Promise<Picture>
}

export type PagesKind = 'tiff' | 'pdf' | 'jpeg' | 'png'

/** A file told to somebody: the key of a sentence with its values, and the sentence in English. */
export interface NotRead {
  readonly ok: false
  readonly code: string
  readonly values: TextValues
  readonly reason: string
}
export type PageAnswer = { readonly ok: true; readonly page: Page } | NotRead

export interface Pages {
  readonly kind: PagesKind
  readonly mime: string
  readonly count: number
  /** Decodes one page. A page that is damaged is refused alone; the others go on. Never throws. */
  page(number: number): Promise<PageAnswer>
  /** Ends whatever works for this file. */
  close(): Promise<void>
}
export type OpenAnswer = { readonly ok: true; readonly pages: Pages } | NotRead

export interface OpenOptions {
  /** For a file that asks for one. */
  readonly password?: string
  /** For opening, and for each page. */
  readonly seconds?: number
}

/** Inside a reader: how one page is decoded; a fault is thrown as FormatFault. */
export interface PageSource {
  readonly kind: PagesKind
  readonly mime: string
  readonly count: number
  decode(number: number): Promise<Page>
  close(): Promise<void>
}
