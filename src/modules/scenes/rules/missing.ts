/** What a scene record lacks before it can be signed and stood by. Pure. */

export interface Unfinished {
  readonly state: 'open' | 'at-scene' | 'left' | 'signed'
  readonly since: string
  readonly photographs: number
  /** Marks that no photograph names. */
  readonly unphotographed: number
  readonly sketches: number
  readonly checklists: number
  /** Collected things that stand without a seal. */
  readonly unsealed: number
  readonly marks: number
}
export type Missing =
  | 'arrival'
  | 'leaving'
  | 'photographs'
  | 'mark-photographs'
  | 'sketch'
  | 'checklist'
  | 'seals'
  | 'signature'
/** At a scene for longer than this without a word, somebody forgot to say that they left. */
const LONG_MS = 12 * 3_600_000

/** In the order in which they are put right; a signed record lacks nothing. */
export function missingIn(
  s: Unfinished,
  about: { readonly hasChecklist: boolean; readonly now: string },
): { readonly code: Missing; readonly n: number }[] {
  if (s.state === 'signed') return []
  const long = Date.parse(about.now) - Date.parse(s.since) > LONG_MS
  const been = s.state !== 'open'
  const found: [Missing, number][] = [
    ['arrival', s.state === 'open' && long ? 1 : 0],
    ['leaving', s.state === 'at-scene' && long ? 1 : 0],
    ['photographs', been && s.photographs === 0 ? 1 : 0],
    ['mark-photographs', s.unphotographed],
    ['sketch', been && s.marks > 0 && s.sketches === 0 ? 1 : 0],
    ['checklist', been && about.hasChecklist && s.checklists === 0 ? 1 : 0],
    ['seals', s.unsealed],
    ['signature', s.state === 'left' ? 1 : 0],
  ]
  return found.filter(([, n]) => n > 0).map(([code, n]) => ({ code, n }))
}
