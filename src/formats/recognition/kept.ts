/** A page that was read, made into what is kept: words with their places, terms by which they are found, what it may say of its case. The engine and the ear are the caller's. */
import type { Page } from '../pages/page.ts'
import { type ProposalLists, propose } from './propose.ts'
import { type Ear, termsOf } from './terms.ts'
import type { Word } from './words.ts'

/** Text, then left, upper, width and height as thousandths of the page as it is read, and how sure it is, of 100. */
export type StoredWord = readonly [string, number, number, number, number, number]
export interface StoredProposal {
  readonly kind: string
  readonly text: string
  readonly value: string
  readonly confidence: number
  readonly box: readonly [number, number, number, number]
}
export interface PageText {
  readonly engine: string
  readonly languages: string
  readonly confidence: number
  /** How the page was turned and straightened before it was read: its words have their places there. */
  readonly turned: number
  readonly lean: string
  readonly words: readonly StoredWord[]
  readonly proposals: readonly StoredProposal[]
  readonly terms: readonly string[]
}
/** Answers what stands on a page, or why it could not be read. */
export type Reader = (page: Page) => Promise<ReadPage | { readonly problem: string }>
export interface ReadPage {
  readonly engine: string
  readonly languages: readonly string[]
  readonly confidence: number
  readonly turn: number
  readonly lean: number
  readonly width: number
  readonly height: number
  readonly words: readonly Omit<Word, 'block'>[]
}
/** More on one page is a list, of which nobody takes a value by a click. */
const MOST_PROPOSALS = 60
export function keptOf(r: ReadPage, lists: ProposalLists, ear: Ear): PageText {
  const part = (value: number, of: number): number => Math.round((value / Math.max(1, of)) * 1_000)
  const words = r.words.map(
    (w): StoredWord => [
      w.text,
      part(w.left, r.width),
      part(w.top, r.height),
      part(w.width, r.width),
      part(w.height, r.height),
      Math.round(w.confidence),
    ],
  )
  return {
    engine: r.engine,
    languages: r.languages.join(' '),
    confidence: Math.round(r.confidence),
    turned: r.turn,
    lean: String(r.lean),
    words,
    proposals: propose(
      r.words.map((word) => ({ ...word, block: 0 })),
      lists,
    )
      .slice(0, MOST_PROPOSALS)
      .map(
        ({ kind, text, value, confidence, box }): StoredProposal => ({
          kind,
          text,
          value,
          confidence,
          box: [
            part(box.left, r.width),
            part(box.top, r.height),
            part(box.width, r.width),
            part(box.height, r.height),
          ],
        }),
      ),
    terms: termsOf(
      words.map(([text]) => text),
      ear,
    ),
  }
}
