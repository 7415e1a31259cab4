/** What may still be said of a recording that a platform holds, and how a copy compares with what the platform states. Pure. */
import { mayEntitle } from '#modules/cases/rules.ts'
import { type Verdict, no, unless } from '#kernel/verdict.ts'
import type { SentRecording } from '../contract/recordings.ts'

export const mayAddAt = (platform: { readonly state: string; readonly name: string }): Verdict =>
  unless(
    platform.state === 'approved',
    no('exchange.platform-not-approved', { name: platform.name }, 'exchange.next-platform'),
  )
export const mayWithdraw = (of: { readonly state: string }): Verdict =>
  unless(of.state === 'held', no('exchange.recording-not-held', {}, 'exchange.next-correct-recording'))

export function compared(copy: string, stated: string | null): 'equal' | 'differs' | 'not-stated' {
  return stated === null ? 'not-stated' : copy === stated ? 'equal' : 'differs'
}

/** What somebody wrote, or null where it says a word of a name that this reader may not see. */
export const quiet = (text: string | null, names: readonly string[]): string | null =>
  text !== null && names.length > 0 && !mayEntitle(text, names, []).ok ? null : text

const inOrder = [
  'number',
  'case',
  'title',
  'kind',
  'takenAt',
  'takenOn',
  'device',
  'by',
  'seconds',
  'size',
  'sha256',
  'keptUntil',
  'saidBy',
  'withdrawn',
] as const
/** Field by field, for who decides what becomes of it. */
export const saidOfRecording = (sent: SentRecording): { field: string; text: string }[] =>
  inOrder.flatMap((field) => {
    const value = sent[field]
    return value === null || value === undefined ? [] : [{ field, text: String(value) }]
  })
