/** A paper file on its way: in its box, out with somebody, missing, found again, gone for good. */
import { type Verdict, allOf, no, unless, yes } from '#kernel/verdict.ts'
import type { FileState } from './contract.ts'

export interface FileStands {
  readonly number: string
  readonly state: FileState
  readonly box: string
  readonly holder: string | null
  readonly holder_name: string | null
}
const gone = (f: FileStands): Verdict =>
  unless(
    f.state !== 'destroyed' && f.state !== 'transferred',
    no(`archive.file-${f.state}`, { number: f.number }),
  )

export const mayCheckOut = (f: FileStands): Verdict =>
  allOf(
    gone(f),
    unless(
      f.state !== 'out',
      no('archive.file-out', { number: f.number, name: f.holder_name ?? '' }, 'archive.next-ask-holder'),
    ),
    unless(
      f.state !== 'missing',
      no('archive.file-missing', { number: f.number }, 'archive.next-return-when-found'),
    ),
  )
export const mayReturn = (f: FileStands): Verdict =>
  allOf(gone(f), unless(f.state !== 'in-box', no('archive.file-in-box', { number: f.number })))
export const mayReportMissing = (f: FileStands): Verdict =>
  allOf(
    gone(f),
    unless(
      f.state !== 'missing',
      no('archive.file-missing', { number: f.number }, 'archive.next-return-when-found'),
    ),
  )
export const mayMove = (f: FileStands, to: string): Verdict =>
  allOf(
    gone(f),
    unless(
      f.state === 'in-box',
      no('archive.file-not-in-box', { number: f.number }, 'archive.next-return-first'),
    ),
    unless(f.box !== to, no('archive.file-there-already', { number: f.number })),
  )
export const mayTouch = (f: FileStands): Verdict => gone(f)

export interface Tier {
  readonly code: string
  readonly caseTypes: readonly string[]
  readonly standard: boolean
  readonly scan: 'now' | 'in-turn' | 'when-asked'
  readonly keep: boolean
  readonly years: number | null
}
/** The first tier that names the kind of case; else the one that stands for all others; else the first. */
export function tierOf(tiers: readonly Tier[], type: string | null): string | undefined {
  return (
    tiers.find((t) => type !== null && t.caseTypes.includes(type)) ??
    tiers.find((t) => t.standard) ??
    tiers[0]
  )?.code
}
/** What a list says of a tier, as far as it fits. */
export function tierFrom(code: string, data: unknown): Tier {
  const d = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const scan = d['scan']
  return {
    code,
    caseTypes: Array.isArray(d['caseTypes']) ? d['caseTypes'].map(String) : [],
    standard: d['standard'] === true,
    scan: scan === 'now' || scan === 'in-turn' ? scan : 'when-asked',
    keep: d['keep'] === true,
    years: typeof d['years'] === 'number' ? d['years'] : null,
  }
}
export const dueLater = (due: string, today: string): Verdict =>
  due >= today ? yes : no('archive.due-past', { due })
