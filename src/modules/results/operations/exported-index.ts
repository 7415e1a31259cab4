/** The file of an export as CODIS CMF, written anew from what still stands: no copy of it is kept, so a destroyed profile is in none. */
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { unfitForCmf, writeCmf } from '#formats/str/cmf.ts'
import { ExportFile } from '../contract/profiles.ts'
import { indexNamed, lawOf, lociOf, specimenOf } from '../indexes-of-law.ts'
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
    const specimens = rows.map((p) => specimenOf(p, index, loci))
    // What fitted when the file was made may not any more: the laboratory's own words change.
    const unfit = specimens.flatMap((s) => {
      const verdict = unfitForCmf(s)
      return verdict.ok
        ? []
        : [{ number: s.id, because: cx.say(verdict.code, verdict.values), next: verdict.next }]
    })[0]
    if (unfit) throw new Refusal('conflict', 'results.export-unfit', { values: unfit, next: unfit.next })
    const text = writeCmf({
      destination: made.destination,
      source: made.source,
      by: made.by,
      at: made.recorded_at,
      specimens,
    })
    return {
      name: `${made.index_code}-${made.recorded_at.slice(0, 10)}.xml`,
      mediaType: 'application/xml',
      bytes: Buffer.from(text, 'utf8'),
    }
  },
})
