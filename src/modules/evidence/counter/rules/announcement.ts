/** What may become of an announcement, whose names it hides, and what does not agree when it comes; pure, used at the counter's screen as well. */
import { exact, convert, isMass } from '#kernel/quantity.ts'
import { allOf, no, unless, yes, type Verdict } from '#kernel/verdict.ts'
import { isMinor, maskOf, mayEntitle, normaliseNumber, type Mask } from '#modules/cases/rules.ts'

export interface AnnouncementState {
  readonly state: 'announced' | 'withdrawn' | 'received' | 'refused'
  readonly seq: number
  readonly by_person: string
  readonly by_unit: string | null
}

export const stillAnnounced = (a: Pick<AnnouncementState, 'state'>): Verdict =>
  unless(a.state === 'announced', no(`evidence.prelog-is-${a.state}`, {}, 'evidence.next-see-prelog'))

/** Only who announced it changes what was said: names that it hides from others stand in the form. */
export const mayChangePrelog = (a: AnnouncementState, me: string): Verdict =>
  allOf(
    stillAnnounced(a),
    unless(a.by_person === me, no('evidence.prelog-of-another', {}, 'evidence.next-withdraw-and-announce')),
  )
/** A colleague of the same formation may withdraw it: who announced it may be off duty. */
export const mayWithdrawPrelog = (a: AnnouncementState, me: string, myUnits: readonly string[]): Verdict =>
  allOf(
    stillAnnounced(a),
    unless(
      a.by_person === me || (a.by_unit !== null && myUnits.includes(a.by_unit)),
      no('evidence.prelog-of-other-unit'),
    ),
  )
/** What somebody read before it was changed does not stand. */
export const sameVersion = (a: Pick<AnnouncementState, 'seq'>, seq: number): Verdict =>
  unless(a.seq === seq, no('evidence.prelog-changed-since', {}, 'evidence.next-read-again'))

/** Of one kind of case usually not more than so many items come: more is explained, never forbidden. */
export function mayBeSoMany(most: number | null, items: number, words: string | null | undefined): Verdict {
  return most === null || items <= most
    ? yes
    : unless(Boolean(words), no('evidence.more-than-usual', { most, items }, 'evidence.next-say-why-so-many'))
}

interface Person {
  readonly id: string
  readonly role: string
  readonly age?: number | null | undefined
  readonly born?: string | null | undefined
}
/** Why a name of the announcement is hidden from everybody but who announced it, as on a case. */
export const maskOfPerson = (p: Person, sexual: boolean, on: string): Mask =>
  maskOf({ minor: isMinor(p, on), role: p.role }, sexual)

/** The title goes into lists before there is a case: it names nobody whom the case will protect. */
export function mayTitle(
  a: {
    readonly title?: string | null | undefined
    readonly people: readonly (Person & {
      readonly name?: string | null | undefined
      readonly otherNames?: readonly string[] | undefined
    })[]
    readonly place?:
      | { readonly text?: string | null | undefined; readonly settlement?: string | null | undefined }
      | null
      | undefined
  },
  sexual: boolean,
  on: string,
): Verdict {
  const names = a.people
    .filter((p) => maskOfPerson(p, sexual, on) !== null)
    .flatMap((p) => [p.name, ...(p.otherNames ?? [])])
    .filter((n): n is string => Boolean(n))
  return mayEntitle(a.title ?? '', names, [a.place?.text, a.place?.settlement])
}

/** An item as it is announced, and as it is found; what is not said is not compared. */
export interface Compared {
  readonly description?: string | null | undefined
  readonly type?: string | null | undefined
  readonly count?: number | null | undefined
  readonly quantity?: { readonly value: string; readonly unit: string } | null | undefined
  readonly packaging?:
    | {
        readonly type: string
        readonly colour?: string | null | undefined
        readonly size?: string | null | undefined
      }
    | null
    | undefined
  readonly seals?: readonly { readonly number: string }[] | undefined
  readonly theirNumber?: string | null | undefined
}
export interface Difference {
  readonly kind: 'count' | 'description' | 'packaging' | 'seal' | 'label' | 'weight'
  /** What it is about: the key of the word. */
  readonly what:
    | 'description'
    | 'type'
    | 'count'
    | 'quantity'
    | 'packaging'
    | 'colour'
    | 'size'
    | 'seal'
    | 'label'
  /** The code list that names the two values, where they are codes. */
  readonly list: string | null
  readonly expected: string | null
  readonly found: string | null
}

/** A number as one office means it, however another writes it. */
export const normalised = normaliseNumber

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
const said = (v: unknown): boolean => v !== null && v !== undefined && v !== ''
const asText = (q: { readonly value: string; readonly unit: string }): string => `${q.value} ${q.unit}`

function sameAmount(a: { value: string; unit: string }, b: { value: string; unit: string }): boolean {
  if (a.unit === b.unit) return exact(a.value).eq(exact(b.value))
  return isMass(a.unit) && isMass(b.unit) && convert(a, b.unit).eq(exact(b.value))
}

/** Item by item, in the order in which somebody looks: what it is, how many, how packed, which seals, which label. */
export function differencesOf(announced: Compared, found: Compared): Difference[] {
  const out: Difference[] = []
  const differ = (d: Difference): void => void out.push(d)
  const pair = (
    kind: Difference['kind'],
    what: Difference['what'],
    list: string | null,
    a: string | null | undefined,
    b: string | null | undefined,
    same: (x: string, y: string) => boolean = (x, y) => x === y,
  ): void => {
    if (said(a) && said(b) && !same(a as string, b as string))
      differ({ kind, what, list, expected: a as string, found: b as string })
  }
  pair(
    'description',
    'description',
    null,
    announced.description,
    found.description,
    (x, y) => plain(x) === plain(y),
  )
  pair('description', 'type', 'item-type', announced.type, found.type)
  pair('count', 'count', null, announced.count?.toString(), found.count?.toString())
  if (announced.quantity && found.quantity && !sameAmount(announced.quantity, found.quantity))
    differ({
      kind: 'weight',
      what: 'quantity',
      list: null,
      expected: asText(announced.quantity),
      found: asText(found.quantity),
    })
  pair('packaging', 'packaging', 'packaging-type', announced.packaging?.type, found.packaging?.type)
  pair('packaging', 'colour', 'colour', announced.packaging?.colour, found.packaging?.colour)
  pair('packaging', 'size', 'packaging-size', announced.packaging?.size, found.packaging?.size)
  out.push(...sealsThatDiffer(announced.seals ?? [], found.seals ?? []))
  pair(
    'label',
    'label',
    null,
    announced.theirNumber,
    found.theirNumber,
    (x, y) => normaliseNumber(x) === normaliseNumber(y),
  )
  return out
}

/** A seal that was announced and is not there, and one that is there and was not announced: each by its number. */
function sealsThatDiffer(
  announced: Compared['seals'] & object,
  found: Compared['seals'] & object,
): Difference[] {
  const seal = { kind: 'seal', what: 'seal', list: null } as const
  const has = (list: readonly { number: string }[], number: string): boolean =>
    list.some((s) => normaliseNumber(s.number) === normaliseNumber(number))
  return [
    ...announced
      .filter((s) => !has(found, s.number))
      .map((s) => ({ ...seal, expected: s.number, found: null })),
    ...found
      .filter((s) => !has(announced, s.number))
      .map((s) => ({ ...seal, expected: null, found: s.number })),
  ]
}
