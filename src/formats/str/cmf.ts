/**
 * CODIS Common Message Format, STR CMF 3.2 and 3.3 (namespace urn:CODISImportFile-schema): header, then specimens with up to 64 loci of 1 to 8
 * alleles. No document type and no entity of its own is read: the format has none, and hostile files live by them.
 */
import { FormatFault } from '../reading.ts'
import type { SpecimenRead } from './profile-file.ts'

const NAMESPACE = 'urn:CODISImportFile-schema'
const MOST_SPECIMENS = 1_000

export const isCmf = (text: string): boolean => /<(?:\w+:)?CODISImportFile[\s>]/.test(text.slice(0, 4_000))

export function readCmf(text: string): SpecimenRead[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FormatFault('formats.str.own-entities')
  const bare = text.replaceAll(/<!--[\s\S]*?-->/g, '')
  if (!bare.includes(NAMESPACE)) throw new FormatFault('formats.str.other-schema', { schema: NAMESPACE })
  const kit = valueOf(
    blocksOf(bare, 'HEADER').at(0)?.inner ?? bare.split(/<(?:\w+:)?SPECIMEN\b/)[0] ?? '',
    'KIT',
  )
  const specimens = blocksOf(bare, 'SPECIMEN')
  if (specimens.length > MOST_SPECIMENS)
    throw new FormatFault('formats.str.too-many', { limit: MOST_SPECIMENS })
  return specimens.map(({ inner }) => ({
    id: valueOf(inner, 'SPECIMENID') ?? '',
    category: valueOf(inner, 'SPECIMENCATEGORY'),
    kit: kit ?? valueOf(inner, 'KIT'),
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
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface CmfMessage {
  readonly destination: string
  readonly source: string
  readonly by: string
  /** UTC. */
  readonly at: string
  readonly specimens: readonly {
    readonly id: string
    readonly category: string
    readonly by: string
    readonly at: string
    readonly loci: readonly { readonly name: string; readonly alleles: readonly string[] }[]
  }[]
}

/** Lengths as the schema bounds them: what is longer is cut, but never the identifier of a specimen (24). */
export function writeCmf(message: CmfMessage): string {
  const element = (name: string, value: string, most = 255): string =>
    `<${name}>${escaped(value.slice(0, most))}</${name}>`
  const instant = (at: string): string => at.replace(/\.\d+Z$/, '')
  const specimens = message.specimens.map(
    (s) => `
  <SPECIMEN>
    ${element('SPECIMENID', s.id)}
    ${element('SPECIMENCATEGORY', s.category)}
${s.loci
  .map(
    (locus) => `    <LOCUS>
      ${element('LOCUSNAME', locus.name)}
      ${element('READINGBY', s.by, 20)}
      ${element('READINGDATETIME', instant(s.at))}
${locus.alleles.map((a) => `      <ALLELE>${element('ALLELEVALUE', a, 10)}</ALLELE>`).join('\n')}
    </LOCUS>`,
  )
  .join('\n')}
  </SPECIMEN>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<CODISImportFile xmlns="${NAMESPACE}">
  ${element('HEADERVERSION', '3.2')}
  ${element('MESSAGETYPE', 'Import')}
  ${element('DESTINATIONORI', message.destination, 10)}
  ${element('SOURCELAB', message.source, 10)}
  ${element('SUBMITBYUSERID', message.by, 20)}
  ${element('SUBMITDATETIME', instant(message.at))}${specimens.join('')}
</CODISImportFile>
`
}
