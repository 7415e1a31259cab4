/** Rules of outcomes: whose word counts, and until when an appeal may still come. */
import { addDays } from '#kernel/calendar.ts'

export type ToldBy = 'prosecution' | 'registry' | 'others'

/** Prosecution Branch and DPP, or the registry of the court; what anybody else tells is kept and starts nothing. */
export function toldByOf(roles: readonly string[]): ToldBy {
  if (roles.includes('prosecutor')) return 'prosecution'
  return roles.includes('registrar') ? 'registry' : 'others'
}

/** Only what is final can be appealed against here; without a day, the days that the laboratory's list gives. */
export function appealUntilOf(on: string, said: string | null, days: unknown, final: boolean): string | null {
  if (!final) return null
  if (said !== null) return said
  return typeof days === 'number' ? addDays(on, days) : null
}
