/** From what is typed and scanned at the counter to what the acts ask for; pure, so that it is tested without a browser. */
import { said } from '#modules/cases/screens/said.ts'

export type Values = Readonly<Record<string, unknown>>

const text = (v: unknown): string | undefined =>
  typeof v === 'string' && v.trim() !== '' ? v.trim() : undefined
const texts = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : [])

/** Numbers of seals as they are scanned one after another into one field. */
export const sealsOf = (typed: unknown): string[] => [
  ...new Set(
    String(typed ?? '')
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

/** One item from its fields; what was left empty is left out. */
export function itemOf(v: Values): Record<string, unknown> {
  const seals = sealsOf(v.seals)
  const doubt = text(v.doubt)
  const contents = Array.isArray(v.contents) ? (v.contents as Values[]) : []
  return said({
    description: v.description,
    type: text(v.type),
    theirNumber: text(v.theirNumber),
    count: v.count === undefined || v.count === '' ? undefined : Number(v.count),
    quantity: v.quantity,
    packaging: text(v.packType)
      ? {
          type: v.packType,
          colour: text(v.colour),
          size: text(v.size),
          condition: text(v.condition),
          words: text(v.packWords),
        }
      : undefined,
    seals: seals.map((number) => ({
      number,
      state: text(v.sealState) ?? 'intact',
      appliedBy: text(v.sealedBy),
    })),
    intended: text(v.intended) ? { as: v.intended } : undefined,
    number: text(v.ownNumber) ? { text: v.ownNumber, why: text(v.ownNumberWhy) ?? '' } : undefined,
    hazards: texts(v.hazards),
    photographs: texts(v.photographs).map((file) => ({ file, shows: 'packaging' })),
    discrepancies: doubt
      ? [
          {
            kind: text(v.doubtKind) ?? 'other',
            words: doubt,
            expected: text(v.expected),
            found: text(v.found),
          },
        ]
      : [],
    answers: answersOf(v.answers),
    takenFrom: text(v.takenFrom),
    takenOn: text(v.takenOn),
    takenPlace: text(v.takenPlace),
    ...(contents.length > 0 ? { kind: 'kit', contents: contents.map(itemOf) } : {}),
  })
}

/** A form that nobody touched is not an answer. */
function answersOf(v: unknown): Values | undefined {
  const given = (v ?? {}) as Values
  return Object.keys(given).length > 0 ? given : undefined
}

/** The next of many alike: the same words and packaging, its own seal; what was seen of the last one is not carried over. */
export function likeIt(v: Values, seal: string): Values {
  const { photographs: _p, doubt: _d, expected: _e, found: _f, theirNumber: _t, ...alike } = v
  return { ...alike, seals: seal, sealState: 'intact' }
}

export interface Refusal {
  readonly description: string
  readonly theirNumber?: string
  readonly seal?: string
  /** What it is: a gun that is not shown safe is not sent back. */
  readonly type?: string
  readonly shownSafe?: boolean
  readonly why: string
  readonly whyName: string
  readonly words?: string
}
export interface Signing {
  readonly way: 'pin' | 'device' | 'none'
  readonly pin?: string
  readonly document?: string
  readonly drawn?: string | null
}

/** `coSigner` or `signed`, as the acts take them; nobody signs where neither was given. */
export function signedBy(s: Signing, person: string | undefined): Record<string, unknown> {
  if (s.way === 'pin' && person && s.pin) return { coSigner: { person, pin: s.pin } }
  if (s.way === 'device' && (text(s.document) || s.drawn))
    return { signed: said({ document: s.document, drawn: s.drawn }) }
  return {}
}

/** Who brings it and into which case. */
export function headOf(v: Values): Record<string, unknown> {
  const isNew = v.which === 'new'
  return {
    ...(isNew
      ? {
          newCase: said({
            title: v.title,
            type: v.type,
            aliases: v.aliases,
            offences: v.offences,
            parties: v.parties,
            place: v.place,
            incident: v.incident,
            investigator: text(v.person) ? { person: v.person } : undefined,
          }),
        }
      : { case: v.case }),
    submittedBy: said({ person: text(v.person), name: text(v.name), where: text(v.where) }),
  }
}

export function submissionOf(
  head: Values,
  items: readonly Values[],
  refused: readonly Refusal[],
  signing: Signing,
): Record<string, unknown> {
  return {
    ...headOf(head),
    ...said({ way: text(head.way), words: text(head.words), before: head.before }),
    items: items.map(itemOf),
    ...(refused.length > 0 ? { refused: refused.map(({ whyName: _n, ...r }) => said({ ...r })) } : {}),
    ...signedBy(signing, text(head.person)),
  }
}
export function refusalOf(
  head: Values,
  refused: readonly Refusal[],
  why: Values,
  signing: Signing,
): Record<string, unknown> {
  return {
    ...headOf(head),
    why: why.why,
    ...said({ words: text(why.words) }),
    ...(refused.length > 0 ? { refused: refused.map(({ whyName: _n, ...r }) => said({ ...r })) } : {}),
    ...signedBy(signing, text(head.person)),
  }
}
