/** What may be done with a case, who is protected, and how a name is hidden; pure: no clock, no chance, no database. */
import { no, unless, yes, allOf, type Verdict } from '#kernel/verdict.ts'
import { normaliseName } from './rules/plain-text.ts'

export { normaliseNumber } from './rules/plain-text.ts'

/** Convention on the Rights of the Child, article 1. */
export const AGE_OF_MAJORITY = 18

/** Roles whose names sexual-offence law and practice protect; every role is protected while under age. */
export const complainantRoles: readonly string[] = ['complainant', 'victim', 'survivor']

/** A case of this type protects its complainants before any offence is coded: forgetting fails safe. */
export const SEXUAL_CASE_TYPE = 'sexual'
/** Section 03 of ICCS, version 1.0 (UNODC 2015): injurious acts of a sexual nature. */
export const isSexual = (iccs: string | null | undefined): boolean => iccs?.startsWith('03') ?? false

/**
 * Under age on the day of the offence. A birth date may be partial: the latest day it allows decides, because a name shown
 * by mistake cannot be taken back. `on` is the first day that the incident allows, else the day of opening.
 */
export function isMinor(
  who: { readonly born?: string | null | undefined; readonly age?: number | null | undefined },
  on: string,
): boolean {
  if (who.born) {
    const latest = lastDayOf(who.born)
    const eighteenth = `${String(Number(latest.slice(0, 4)) + AGE_OF_MAJORITY).padStart(4, '0')}${latest.slice(4)}`
    return on < eighteenth
  }
  return who.age !== null && who.age !== undefined && who.age < AGE_OF_MAJORITY
}

/** First and last day that a partial date allows. */
export function firstDayOf(partial: string): string {
  return partial.length === 4 ? `${partial}-01-01` : partial.length === 7 ? `${partial}-01` : partial
}
export function lastDayOf(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`
  if (partial.length === 10) return partial
  const [year, month] = partial.split('-').map(Number) as [number, number]
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  return `${partial}-${days[month - 1]}`
}
/** Whole years between a birth date and a day; null where the birth date does not allow to say. */
export function ageOn(born: string | null | undefined, on: string): number | null {
  if (!born || born.length < 4) return null
  const years = (birth: string): number =>
    Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(4) < birth.slice(4) ? 1 : 0)
  const [most, least] = [years(firstDayOf(born)), years(lastDayOf(born))]
  return most === least && most >= 0 && most <= 125 ? most : null
}
export function precisionOf(
  on: string | null | undefined,
  time: string | null | undefined,
): 'minute' | 'hour' | 'day' | 'month' | 'year' | 'none' {
  if (!on) return 'none'
  if (on.length === 4) return 'year'
  if (on.length === 7) return 'month'
  return time ? 'minute' : 'day'
}

export type Mask = 'minor' | 'complainant' | null

/** Why a name is hidden from readers who have not asked to see it; null when it is not. */
export function maskOf(party: { readonly minor: boolean; readonly role: string }, sexual: boolean): Mask {
  if (party.minor) return 'minor'
  return sexual && complainantRoles.includes(party.role) ? 'complainant' : null
}

/** The name as this reader sees it: hidden behind its mask unless unmasked; null also where nobody knows it yet. */
export function masked(
  name: string | null,
  mask: Mask,
  unmasked: boolean,
): { name: string | null; hidden: Mask } {
  return mask !== null && !unmasked ? { name: null, hidden: mask } : { name, hidden: null }
}

/**
 * A title goes where names do not: into lists, messages, labels. So it holds no word of the name of a protected person, unless
 * the place is called so too. Words of two letters are too common to tell anybody.
 */
export function mayEntitle(
  title: string,
  names: readonly string[],
  place: readonly (string | null | undefined)[],
): Verdict {
  const words = (text: string): string[] => normaliseName(text).split(' ')
  const placed = new Set(place.flatMap((p) => words(p ?? '')))
  const said = new Set(words(title))
  const told = names
    .flatMap((name) => name.split(/[\s-]+/))
    .find((word) => {
      const plain = normaliseName(word)
      return plain.length > 2 && said.has(plain) && !placed.has(plain)
    })
  return unless(
    told === undefined,
    no('cases.title-names-protected', { word: told ?? '' }, 'cases.next-title-without-name'),
  )
}

/** Said only where a town and a district contradict each other: which of the two is wrong is known to who wrote it. */
export const mayLieThere = (truth: { settlement: string; district: string }): Verdict =>
  no('cases.settlement-elsewhere', truth, 'cases.next-settlement')

export interface Standing {
  readonly state: 'open' | 'closed'
  readonly sealed: boolean
  readonly restricted: boolean
  readonly duplicate_of: string | null
}

export const mustBeOpen = (c: Pick<Standing, 'state'>): Verdict =>
  unless(c.state === 'open', no('cases.closed', {}, 'cases.next-reopen'))
export const maySeal = (c: Standing): Verdict => unless(!c.sealed, no('cases.already-sealed'))
export const mayUnseal = (c: Standing): Verdict => unless(c.sealed, no('cases.not-sealed'))
export const mayRestrict = (c: Standing): Verdict =>
  allOf(unless(!c.sealed, no('cases.already-sealed')), unless(!c.restricted, no('cases.already-restricted')))
export const mayReopen = (c: Pick<Standing, 'state'>): Verdict =>
  unless(c.state === 'closed', no('cases.not-closed'))
export const mayMarkDuplicate = (c: Standing, other: string | null, own: string): Verdict =>
  allOf(
    unless(other !== own, no('cases.duplicate-of-itself')),
    unless(c.duplicate_of === null, no('cases.already-duplicate')),
  )

export interface OpenThing {
  readonly kind: string
  readonly text: string
}

/** A case closes when nothing is open on it; what is open is named, the first five in words. */
export function mayClose(
  c: Pick<Standing, 'state'>,
  open: readonly OpenThing[],
  say: (t: OpenThing) => string = (t) => t.text,
): Verdict {
  if (c.state !== 'open') return no('cases.closed')
  if (open.length === 0) return yes
  return no(
    'cases.still-open',
    { count: open.length, what: open.slice(0, 5).map(say).join('; ') },
    'cases.next-finish-open',
  )
}

export const mayFlagHazard = (flagged: boolean): Verdict =>
  unless(!flagged, no('cases.hazard-already-flagged'))
export const mayClearHazard = (flagged: boolean): Verdict => unless(flagged, no('cases.hazard-not-flagged'))

export const mayIdentify = (party: { readonly identified: boolean }): Verdict =>
  unless(!party.identified, no('cases.already-identified', {}, 'cases.next-correct-party'))
export const mayCompleteTask = (task: { readonly done: boolean }): Verdict =>
  unless(!task.done, no('cases.task-already-done'))
