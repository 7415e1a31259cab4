/** The file of an export as CODIS CMF, written anew from what still stands: no copy of it is kept, so a destroyed profile is in none. */
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { writeCmf } from '#formats/str/cmf.ts'
import { ExportFile } from '../contract/profiles.ts'
import { indexNamed, lawOf, lociOf } from '../indexes-of-law.ts'
import { mayUse } from '../rules/profiles.ts'
import { exportable, getExport } from '../store/indexes.ts'

export const exportedIndex = stream({
  name: 'results.exported-index',
  summary: 'The file of an export as CODIS CMF, with what still stands.',
  who: ['dna-custodian'],
  reads: 'sensitive',
  input: ExportFile,
  async run(cx, input) {
    const made = await getExport(cx, input.export)
    cx.allow({ may_see: true, sensitive: true })
    const index = await indexNamed(cx, made.index_code)
    refuseUnless(mayUse(await lawOf(cx, made.side)))
    const loci = await lociOf(cx)
    const rows = await exportable(cx, { code: made.index_code, side: made.side }, made.included)
    if (rows.length === 0 || !index.category)
      throw new Refusal('conflict', 'results.export-empty', { next: 'results.next-against' })
    const text = writeCmf({
      destination: made.destination,
      source: made.source,
      by: made.by,
      at: made.recorded_at,
      specimens: rows.map((p) => ({
        id: p.number,
        category: index.category ?? '',
        by: p.by,
        at: p.at,
        loci: p.typed.map((t) => ({
          name: loci.find((l) => l.code === t.locus)?.name ?? t.locus,
          alleles: t.alleles,
        })),
      })),
    })
    return {
      name: `${made.index_code}-${made.recorded_at.slice(0, 10)}.xml`,
      mediaType: 'application/xml',
      bytes: Buffer.from(text, 'utf8'),
    }
  },
})
