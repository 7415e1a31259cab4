/** What a registrar's certificate becomes, what is taken from it into a call, and where it says something else than this house: pure, of the values that the format reads. */
import { no, type No } from '#kernel/verdict.ts'
import type { DeathFacts, Identifier } from '#formats/fhir/mdi/facts.ts'

export interface Arrived {
  readonly facts: DeathFacts
  readonly document: Identifier | undefined
}
/** One certificate through all its versions: the registrar's file number, else the number of the document. */
export function keyOf({ facts, document }: Arrived): string | null {
  const number = facts.trackingNumbers.find((n) => n.kind === 'edrs-file-number') ?? document
  return number ? `${number.system ?? ''}|${number.value}` : null
}
export const numberOf = ({ facts, document }: Arrived): string | null =>
  (facts.trackingNumbers.find((n) => n.kind === 'edrs-file-number') ?? document)?.value ?? null

export type Course =
  | { readonly state: 'called' }
  | { readonly state: 'laid'; readonly death: string }
  | { readonly state: 'waits'; readonly why: No }
const waits = (code: string, values: Record<string, string> = {}): Course => ({
  state: 'waits',
  why: no(`death.certificate-${code}`, values),
})

/** `known`: the deaths that its numbers name and the reader may see. Nothing is guessed: what is not plain waits for a person. */
export function courseOf(arrived: Arrived, known: readonly string[]): Course {
  const { facts } = arrived
  const numbers = facts.trackingNumbers.map((n) => n.value).join(', ')
  const [death] = known
  if (known.length > 1) return waits('many', { numbers })
  if (death !== undefined) return { state: 'laid', death }
  if (facts.state === 'withdrawn') return waits('withdrawn')
  if (facts.trackingNumbers.some((n) => n.kind === 'mdi-case-number')) return waits('not-ours', { numbers })
  if (keyOf(arrived) === null) return waits('without-number')
  return { state: 'called' }
}

/** A time as it was written, its offset left out: the day and hour of the place where somebody died. */
export function placeAndTime({ death }: DeathFacts): {
  on: string | null
  time: string | null
  approximate: boolean
  text: string | null
  district: string | null
} {
  const { when } = death
  const at = when.kind === 'at' ? when.at : when.kind === 'between' ? when.from : (death.pronouncedAt ?? null)
  return {
    on: at?.slice(0, 10) ?? null,
    time: at && at.length > 10 ? at.slice(11, 16) : null,
    approximate: when.kind !== 'at' || death.dating === 'approximate',
    text:
      [death.place?.name, death.place?.address?.line, death.place?.address?.city]
        .filter(Boolean)
        .join(', ') || null,
    district: death.place?.address?.district ?? null,
  }
}
export const nameOf = ({ decedent }: Pick<DeathFacts, 'decedent'>): string | null => {
  const { name } = decedent
  return name ? (name.text ?? [...(name.given ?? []), name.family].filter(Boolean).join(' ')) || null : null
}
/** Years between two days; a child's age in months or days is not made up from years. */
export function ageAt(
  born: string | undefined,
  died: string | null,
): { value: number; unit: 'years' | 'months' | 'days' } | null {
  if (!born || !died || born.length < 4 || died.length < born.length) return null
  const [by = 0, bm, bd] = born.split('-').map(Number)
  const [dy = 0, dm, dd] = died.slice(0, 10).split('-').map(Number)
  const before =
    bm === undefined || dm === undefined
      ? false
      : dm < bm || (dm === bm && bd !== undefined && dd !== undefined && dd < bd)
  const years = dy - by - (before ? 1 : 0)
  if (years < 0) return null
  if (years > 0 || bm === undefined || bd === undefined || dm === undefined || dd === undefined)
    return { value: years, unit: 'years' }
  const days = Math.round((Date.UTC(dy, dm - 1, dd) - Date.UTC(by, bm - 1, bd)) / 86_400_000)
  return days < 60 ? { value: days, unit: 'days' } : { value: Math.floor(days / 30.44), unit: 'months' }
}

/** The setting in which the certificate places the death, where the laboratory has that word. */
export function settingOf(kind: DeathFacts['death']['placeKind'], known: readonly string[]): string {
  const word = kind === 'home' ? 'home' : kind === 'hospital' || kind === 'emergency' ? 'hospital' : 'unknown'
  return known.includes(word) ? word : 'unknown'
}

export interface Ours {
  readonly name: string | null
  readonly sex: string | null
  readonly manner: string | null
  readonly causes: readonly string[] | null
  readonly died: string | null
}
const same = (a: string, b: string): boolean =>
  a.normalize('NFC').toLocaleLowerCase().replaceAll(/\s+/g, ' ').trim() ===
  b.normalize('NFC').toLocaleLowerCase().replaceAll(/\s+/g, ' ').trim()
/** Only what both say can differ. */
export function differencesOf(
  theirs: {
    name: string | null
    sex: string
    manner: string | null
    causes: readonly string[]
    died: string | null
  },
  ours: Ours,
): { what: 'name' | 'sex' | 'manner' | 'cause' | 'died'; theirs: string; ours: string }[] {
  const pairs = [
    ['name', theirs.name, ours.name],
    ['sex', theirs.sex === 'unknown' ? null : theirs.sex, ours.sex],
    ['died', theirs.died, ours.died],
    ['manner', theirs.manner, ours.manner],
    ['cause', theirs.causes.join(' ← ') || null, ours.causes?.join(' ← ') || null],
  ] as const
  return pairs.flatMap(([what, t, o]) => {
    if (!t || !o) return []
    // A day that one side knows less closely is no contradiction.
    const equal = what === 'died' ? t.startsWith(o) || o.startsWith(t) : same(t, o)
    return equal ? [] : [{ what, theirs: t, ours: o }]
  })
}
