/**
 * CODIS Common Message Format, STR CMF: 3.2 and 3.3 are read, 3.3 is written (namespace urn:CODISImportFile-schema): header, then specimens with up to
 * 64 loci of 1 to 8 alleles. No document type and no entity of its own is read: the format has none, and hostile files live by them.
 */
import { zoned } from '#kernel/calendar.ts'
import { type Verdict, allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { FormatFault } from '../reading.ts'
import { CMF_CATEGORIES, CMF_LOCI, CMF_MOST } from './cmf-words.ts'
import type { SpecimenRead } from './profile-file.ts'

const NAMESPACE = 'urn:CODISImportFile-schema'
const MOST_SPECIMENS = 1_000

export const isCmf = (text: string): boolean => /<(?:\w+:)?CODISImportFile[\s>]/.test(text.slice(0, 4_000))

export function readCmf(text: string): SpecimenRead[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FormatFault('formats.str.own-entities')
  const bare = text.replaceAll(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, said?: string) =>
    escaped(said ?? ''),
  )
  if (!bare.includes(NAMESPACE)) throw new FormatFault('formats.str.other-schema', { schema: NAMESPACE })
  const kit = valueOf(bare.split(/<(?:\w+:)?SPECIMEN\b/)[0] ?? '', 'KIT')
  const specimens = blocksOf(bare, 'SPECIMEN')
  if (specimens.length > MOST_SPECIMENS)
    throw new FormatFault('formats.str.too-many', { limit: MOST_SPECIMENS })
  return specimens.map(({ inner }) => ({
    id: valueOf(inner, 'SPECIMENID') ?? '',
    category: valueOf(inner, 'SPECIMENCATEGORY'),
    kit: kit ?? kitOfLocus(inner),
    loci: blocksOf(inner, 'LOCUS').map((locus) => ({
      name: valueOf(locus.inner, 'LOCUSNAME') ?? '',
      alleles: blocksOf(locus.inner, 'ALLELE').flatMap((a) => valueOf(a.inner, 'ALLELEVALUE') ?? []),
    })),
  }))
}

/** Elements of one name; in this format none stands within another of its own name. */
function blocksOf(text: string, name: string): { inner: string }[] {
  return [
    ...text.matchAll(
      new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>`, 'g'),
    ),
  ].map((m) => ({ inner: m[1] ?? '' }))
}
function valueOf(text: string, name: string): string | null {
  const found = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?>([^<]*)</`).exec(text)?.[1]
  return found === undefined ? null : plain(found).trim() || null
}
/** The kit stands in the header, or on each locus as an attribute. */
function kitOfLocus(specimen: string): string | null {
  const found = /<(?:\w+:)?LOCUS\s[^<>]*?\bKIT\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/.exec(specimen)
  return plain(found?.[1] ?? found?.[2] ?? '').trim() || null
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replaceAll(
    /&(?:(\w+)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, ten?: string, hex?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten)
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
    },
  )
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface CmfSpecimen {
  readonly id: string
  readonly category: string
  readonly by: string
  readonly at: string
  /** Under the names of `CMF_LOCI`. */
  readonly loci: readonly { readonly name: string; readonly alleles: readonly string[] }[]
}
export interface CmfMessage {
  readonly destination: string
  readonly source: string
  readonly by: string
  /** UTC, as every instant here. */
  readonly at: string
  readonly specimens: readonly CmfSpecimen[]
}

/** Why a specimen cannot be said in this format, whatever it is told; nothing: it can. Cutting a number or an allele would make it another one. */
export function unfitForCmf(s: Pick<CmfSpecimen, 'id' | 'category' | 'loci'>): Verdict {
  const stranger = s.loci.find(({ name }) => !CMF_LOCI.includes(name))
  const over = s.loci.find(
    ({ alleles }) => alleles.length > CMF_MOST.alleles || alleles.some((a) => lengthOf(a) > CMF_MOST.allele),
  )
  return allOf(
    cmfCategory(s.category),
    unless(
      lengthOf(s.id) <= CMF_MOST.specimen,
      no('formats.str.long-number', { number: s.id, most: CMF_MOST.specimen }, 'formats.str.next-by-hand'),
    ),
    unless(
      stranger === undefined,
      no('formats.str.no-locus', { locus: stranger?.name ?? '' }, 'formats.str.next-locus'),
    ),
    unless(
      new Set(s.loci.map((l) => l.name)).size === s.loci.length,
      no('formats.str.locus-twice', {}, 'formats.str.next-locus'),
    ),
    unless(
      over === undefined && s.loci.length > 0 && s.loci.length <= CMF_MOST.loci,
      no('formats.str.too-much', { locus: over?.name ?? '' }, 'formats.str.next-by-hand'),
    ),
  )
}
export const cmfCategory = (category: string): Verdict =>
  unless(
    CMF_CATEGORIES.includes(category),
    no('formats.str.no-category', { category }, 'formats.str.next-category'),
  )
const lengthOf = (text: string): number => Array.from(text).length

/**
 * Written as CMF 3.3: 3.2 has no word for half of the loci of today. Names of people and of laboratories are cut to what the schema bounds, in whole
 * characters. Hours are those of the service's own clock, without a zone, as in the published example: whoever imports the file reads them so.
 */
export function writeCmf(message: CmfMessage): string {
  const specimens = message.specimens.map((s) => {
    refuseUnless(unfitForCmf(s))
    return `
  <SPECIMEN>
    ${element('SPECIMENID', s.id)}
    ${element('SPECIMENCATEGORY', s.category)}
${s.loci
  .map(
    (locus) => `    <LOCUS>
      ${element('LOCUSNAME', locus.name)}
      ${element('READINGBY', s.by, CMF_MOST.user)}
      ${element('READINGDATETIME', onTheClock(s.at))}
${locus.alleles.map((a) => `      <ALLELE>${element('ALLELEVALUE', a)}</ALLELE>`).join('\n')}
    </LOCUS>`,
  )
  .join('\n')}
  </SPECIMEN>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<CODISImportFile xmlns="${NAMESPACE}">
  ${element('HEADERVERSION', '3.3')}
  ${element('MESSAGETYPE', 'Import')}
  ${element('DESTINATIONORI', message.destination, CMF_MOST.laboratory)}
  ${element('SOURCELAB', message.source, CMF_MOST.laboratory)}
  ${element('SUBMITBYUSERID', message.by, CMF_MOST.user)}
  ${element('SUBMITDATETIME', onTheClock(message.at))}${specimens.join('')}
</CODISImportFile>
`
}
const element = (name: string, value: string, most?: number): string =>
  `<${name}>${escaped(most === undefined ? value : cut(value, most))}</${name}>`
/** What XML 1.0 has no character for (2.2, Char) goes; what is written in two halves stays whole. */
const cut = (text: string, most: number): string =>
  Array.from(text.normalize('NFC').replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
    .slice(0, most)
    .join('')
    .trim()
const onTheClock = (at: string): string =>
  zoned('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at)).replace(' ', 'T') // tidy: clock-free, the instant is given
