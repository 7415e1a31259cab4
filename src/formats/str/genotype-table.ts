/** The table of genotypes that GeneMapper ID-X and its kind export: a row a marker, its alleles in columns “Allele 1”, “Allele 2” …; by commas, semicolons or tabs. */
import { FormatFault } from '../reading.ts'
import { linesOf } from '../text-encoding.ts'
import type { SpecimenRead } from './profile-file.ts'

const sampleHeads = ['sample name', 'sample id', 'sample file', 'sample']
const markerHeads = ['marker', 'locus']
const MOST_ROWS = 20_000

export function readGenotypeTable(text: string): SpecimenRead[] {
  const lines = [...linesOf(text)].filter((line) => line.trim() !== '')
  if (lines.length > MOST_ROWS) throw new FormatFault('formats.str.too-many', { limit: MOST_ROWS })
  const separator = ['\t', ';', ','].find((sign) => headOf(lines, sign))
  const head = separator === undefined ? undefined : headOf(lines, separator)
  if (separator === undefined || !head) throw new FormatFault('formats.str.not-recognised')
  const kept = new Map<string, { kit: string | null; loci: Map<string, string[]> }>()
  for (const line of lines.slice(head.line + 1)) {
    const cells = cellsOf(line, separator)
    const [sample, marker] = [cells[head.sample] ?? '', cells[head.marker] ?? '']
    if (sample === '' || marker === '') continue
    const one = kept.get(sample) ?? { kit: cells[head.panel] || null, loci: new Map<string, string[]>() }
    kept.set(sample, one)
    if (one.loci.has(marker)) throw new FormatFault('formats.str.marker-twice', { sample, marker })
    one.loci.set(
      marker,
      head.alleles.flatMap((at) => cells[at] || []),
    )
  }
  return Array.from(kept, ([id, { kit, loci }]) => ({
    id,
    category: null,
    kit,
    loci: Array.from(loci, ([name, alleles]) => ({ name, alleles })),
  }))
}

interface Head {
  readonly line: number
  readonly sample: number
  readonly marker: number
  readonly panel: number
  readonly alleles: readonly number[]
}
function headOf(lines: readonly string[], separator: string): Head | undefined {
  for (const [line, text] of lines.slice(0, 20).entries()) {
    const heads = cellsOf(text, separator).map((h) => h.toLowerCase())
    const sample = sampleHeads.map((h) => heads.indexOf(h)).find((at) => at >= 0)
    const marker = markerHeads.map((h) => heads.indexOf(h)).find((at) => at >= 0)
    const alleles = heads.flatMap((h, at) => (/^allele ?\d$/.test(h) ? at : []))
    if (sample !== undefined && marker !== undefined && alleles.length > 0)
      return { line, sample, marker, panel: heads.indexOf('panel'), alleles }
  }
  return undefined
}
const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
