/** What every reader of identity documents answers. */
export interface IdentityRead {
  /** `aamva`, `mrz-td1`, `mrz-td2`, `mrz-td3`, or the laboratory's own code for the card. */
  readonly format: string
  readonly name: string | null
  /** ISO day; null where the document does not say a whole one. */
  readonly born: string | null
  readonly sex: 'male' | 'female' | null
  readonly document: string | null
  /** Who issued it: a state, or the three letters of a country. */
  readonly issuer: string | null
  readonly address: string | null
  readonly expires: string | null
  /** Check digits that do not fit: misread, mistyped, or not what it claims to be. */
  readonly failed: readonly ('document' | 'born' | 'expires' | 'all')[]
  /** Whether the format has check digits at all. */
  readonly checked: boolean
}

/** A day that the calendar has; else null. */
export function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
