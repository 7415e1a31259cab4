/** The one door for files of STR profiles: CODIS CMF 3.2 and 3.3 (XML), or the table of genotypes that GeneMapper and its kind export; or a sentence. */
import { type FileRefused, FormatFault, refusedFile } from '../reading.ts'
import { decodeText } from '../text-encoding.ts'
import { isCmf, readCmf } from './cmf.ts'
import { readGenotypeTable } from './genotype-table.ts'

/** As the file says it; which loci are STR loci of the laboratory, and which alleles can be, is judged by results. */
export interface SpecimenRead {
  readonly id: string
  readonly category: string | null
  readonly kit: string | null
  readonly loci: readonly { readonly name: string; readonly alleles: readonly string[] }[]
}
export interface ProfileFile {
  readonly ok: true
  readonly format: 'codis-cmf' | 'genotype-table'
  readonly specimens: readonly SpecimenRead[]
}

/** One specimen is some 10 kB in either form. */
const MOST_BYTES = 2 * 1_048_576

export function readProfileFile(bytes: Uint8Array, fileName: string): ProfileFile | FileRefused {
  try {
    if (bytes.length === 0) throw new FormatFault('formats.empty')
    if (bytes.length > MOST_BYTES)
      throw new FormatFault('formats.too-large', { limit: MOST_BYTES / 1_048_576 })
    const { text } = decodeText(bytes)
    const specimens = isCmf(text) ? readCmf(text) : readGenotypeTable(text)
    if (specimens.length === 0) throw new FormatFault('formats.str.no-specimen')
    return { ok: true, format: isCmf(text) ? 'codis-cmf' : 'genotype-table', specimens }
  } catch (fault) {
    return refusedFile(fault, fileName)
  }
}
