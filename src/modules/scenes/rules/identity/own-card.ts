/** Cards that follow no standard, as the laboratory describes them: parts in their order, between separators or in fixed places. No pattern is run. */
import { dayOf, type IdentityRead } from './identity-read.ts'

const PARTS = ['document', 'name', 'family', 'given', 'born', 'sex', 'address', 'expires', 'ignore'] as const
export type CardPart = (typeof PARTS)[number]
export interface OwnCard {
  readonly code: string
  /** What the text begins with. */
  readonly begins?: string
  readonly separator?: string
  readonly parts?: readonly CardPart[]
  /** From which character to which, counted from nought, the last one not with it. */
  readonly places?: readonly { readonly part: CardPart; readonly from: number; readonly to: number }[]
  /** Where the whole code is one number: how many figures it has, at least and at most. */
  readonly least?: number
  readonly most?: number
  readonly dates?: 'DMY' | 'MDY' | 'YMD'
  /** What the card writes for a man and for a woman. */
  readonly male?: string
  readonly female?: string
}

/** What stands in the data of a code; undefined where it describes no card. */
export function ownCardOf(code: string, data: unknown): OwnCard | undefined {
  const d = (data ?? {}) as Partial<OwnCard>
  if (d.parts?.some((p) => !PARTS.includes(p))) return undefined
  if (d.parts && d.separator) return { ...d, code }
  return d.places || d.most ? { ...d, code } : undefined
}

function dateOf(text: string | undefined, order: 'DMY' | 'MDY' | 'YMD'): string | null {
  const digits = (text ?? '').replace(/\D/g, '')
  if (digits.length !== 8) return null
  const cut = order === 'YMD' ? [0, 4, 6] : [4, 0, 2]
  const n = (at: number, length: number): number => Number(digits.slice(at, at + length))
  const [one, two] = [n(cut[1] ?? 0, 2), n(cut[2] ?? 0, 2)]
  return order === 'DMY' ? dayOf(n(4, 4), two, one) : dayOf(n(cut[0] ?? 0, 4), one, two)
}

function partsOf(raw: string, card: OwnCard): Partial<Record<CardPart, string>> | null {
  const text = raw.trim()
  if (card.begins && !text.startsWith(card.begins)) return null
  if (card.most) {
    const fits = text.length >= (card.least ?? 1) && text.length <= card.most
    return /^\d+$/.test(text) && fits ? { document: text } : null
  }
  if (card.separator && card.parts) {
    const cells = text.slice(card.begins?.length ?? 0).split(card.separator)
    if (cells.length !== card.parts.length) return null
    return Object.fromEntries(card.parts.map((part, i) => [part, cells[i]?.trim() ?? '']))
  }
  const places = card.places ?? []
  if (places.length === 0 || places.some(({ to }) => text.length < to)) return null
  return Object.fromEntries(places.map(({ part, from, to }) => [part, text.slice(from, to).trim()]))
}

export function readOwnCard(raw: string, cards: readonly OwnCard[]): IdentityRead | null {
  for (const card of cards) {
    const p = partsOf(raw, card)
    if (!p) continue
    const sex = (['male', 'female'] as const).find((s) => p.sex && p.sex === card[s]) ?? null
    const order = card.dates ?? 'DMY'
    return {
      format: card.code,
      name: p.name || [p.given, p.family].filter(Boolean).join(' ') || null,
      born: dateOf(p.born, order),
      sex,
      document: p.document || null,
      issuer: null,
      address: p.address || null,
      expires: dateOf(p.expires, order),
      failed: [],
      checked: false,
    }
  }
  return null
}
