/** A request for a scan on its clock: each step comes after the one before it; a search in vain ends it with a certificate. */
import { type Verdict, allOf, no, unless } from '#kernel/verdict.ts'
import { instantOf } from '#kernel/shapes.ts'
import type { FileState } from '../../shelves/contract.ts'
import type { RequestState } from '../contract/requests.ts'

const order: readonly RequestState[] = ['asked', 'located', 'scanned', 'screened', 'copied', 'returned']
/** Ended: the original is back after the copy was made, or it was searched for in vain. */
export const endedAfter = (state: RequestState, copied: boolean): boolean =>
  state === 'not-found' || state === 'withdrawn' || (state === 'returned' && copied)

/** A step that is told later than one that came after it adds nothing; the clock never runs backwards. */
export const advances = (from: RequestState, to: RequestState): boolean =>
  from !== 'not-found' && from !== 'withdrawn' && order.indexOf(to) > order.indexOf(from)

/** Searched for in vain: never found, or found and missed since. */
export const maySearchInVain = (r: {
  number: string
  state: RequestState
  ended: boolean
  file_state: FileState | null
}): Verdict =>
  allOf(
    unless(!r.ended, no('archive.request-ended', { number: r.number })),
    unless(
      r.state === 'asked' || r.file_state === 'missing',
      no('archive.request-located', { number: r.number }, 'archive.next-copy'),
    ),
  )
export const mayWithdrawRequest = (r: { number: string; ended: boolean }): Verdict =>
  unless(!r.ended, no('archive.request-ended', { number: r.number }))
export const mayServe = (r: { number: string; ended: boolean; file: string | null }, file: string): Verdict =>
  allOf(
    unless(!r.ended, no('archive.request-ended', { number: r.number })),
    unless(r.file === null || r.file === file, no('archive.request-other-file', { number: r.number })),
  )
/** Every page that was asked for, or every page there is: nothing is left out in silence. */
export const mayCopy = (f: {
  number: string
  screened: boolean
  pages: number
  most?: number
  wanted?: readonly string[] | undefined
}): Verdict =>
  allOf(
    unless(
      f.wanted === undefined || new Set(f.wanted).size === f.pages,
      no('archive.page-not-there', { number: f.number }, 'archive.next-reload'),
    ),
    unless(
      f.pages <= (f.most ?? f.pages),
      no('archive.copy-too-long', { number: f.number, most: f.most ?? 0 }, 'archive.next-copy-in-parts'),
    ),
    unless(f.pages > 0, no('archive.no-pages', { number: f.number }, 'archive.next-scan')),
    unless(f.screened, no('archive.not-screened', { number: f.number }, 'archive.next-screen')),
  )
export const dueAfter = (now: string, days: number): string => instantOf(Date.parse(now) + days * 86_400_000)
