/** One spectrum of a run, beside the reference that a search proposed. */
import { query } from '#platform/define.ts'
import { notFound } from '#kernel/verdict.ts'
import { SpectrumAnswer, SpectrumQuery } from '../contract.ts'
import { readableFile, spectrumAt } from '../libraries.ts'
import { getRun, getSearch } from '../store.ts'

const MOST_PEAKS = 2_000

export const spectrum = query({
  name: 'results.spectrum',
  summary: 'Shows one spectrum of a run, beside the reference that a search proposed.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer', 'pathologist'],
  input: SpectrumQuery,
  output: SpectrumAnswer,
  async run(cx, input) {
    const row = await getRun(cx, input.run)
    cx.allow({ may_see: row.may_see, root: row.root, sensitive: row.sensitive })
    const search = input.search ? await getSearch(cx, input.search) : undefined
    if (search && search.run !== row.id) throw notFound()
    const seen = spectrumAt(
      await readableFile(cx, row.file, row.file_name),
      search?.spectrum ?? input.spectrum,
    )
    if (!seen) throw notFound()
    const hit = search?.hits[input.hit ?? 0]
    const reference =
      search && hit
        ? (await readableFile(cx, search.library_file, search.library_name)).spectra[hit.index]
        : undefined
    const peaks = (list: readonly { mz: number; intensity: number }[]): [number, number][] =>
      [...list]
        .sort((a, b) => b.intensity - a.intensity)
        .slice(0, MOST_PEAKS)
        .sort((a, b) => a.mz - b.mz)
        .map((p) => [p.mz, p.intensity])
    return {
      name: seen.name ?? row.file_name,
      peaks: peaks(seen.peaks),
      reference:
        reference && hit ? { name: hit.name, peaks: peaks(reference.peaks), unmatched: hit.unmatched } : null,
    }
  },
})
