/**
 * What the code on an identity document says, read where the code was read and without a network. A reading is a proposal: the text stays as it
 * was written, and a person who has the document in hand says what holds.
 */
import { readAamva } from './aamva.ts'
import type { IdentityRead } from './identity-read.ts'
import { readMrz } from './mrz.ts'
import { type OwnCard, readOwnCard } from './own-card.ts'

export type { IdentityRead } from './identity-read.ts'
export { ownCardOf } from './own-card.ts'

/** Never throws. `today` decides the century of a year of two figures; null where no format fits. */
export const readIdentity = (raw: string, today: string, own: readonly OwnCard[] = []): IdentityRead | null =>
  readMrz(raw, today) ?? readAamva(raw) ?? readOwnCard(raw, own)

/** What is read by its standard, whatever the laboratory's own cards are. */
export const standards: readonly string[] = ['aamva', 'mrz-td1', 'mrz-td2', 'mrz-td3']
const parts = ['name', 'born', 'sex', 'document', 'address'] as const
export type Part = (typeof parts)[number]
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
/** What the person confirmed otherwise than it was read; capitals, accents and spaces make no difference. */
export const differsFrom = (
  read: IdentityRead,
  confirmed: Readonly<Partial<Record<Part, string | null | undefined>>>,
): Part[] => parts.filter((p) => read[p] !== null && plain(read[p]) !== plain(confirmed[p] ?? ''))
