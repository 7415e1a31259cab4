/** Compares a spectrum of a run with a library: what comes out is a proposal, and says so. */
import { discriminationOf } from '#formats/discrimination.ts'
import { type LibraryHit, searchLibrary as search } from '#formats/library-search.ts'
import type { Tolerance } from '#formats/peak-matching.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { SearchDone, SearchLibrary } from '../contract.ts'
import { readableFile, spectrumAt } from '../libraries.ts'
import { mayWrite } from '../rules.ts'
import { type Hit, getLibrary, getRun } from '../store.ts'

const SHOWN = 10
/** A quadrupole's spectra come to the nearest whole mass; half a mass would join neighbours. */
const DEFAULT_DA = 0.3

export const searchLibrary = command({
  name: 'results.search-library',
  summary: 'Compares a spectrum of a run with a library; what comes out is a proposal.',
  who: ['analyst', 'section-head'],
  input: SearchLibrary,
  output: SearchDone,
  async run(cx, input) {
    const before = await getRun(cx, input.run)
    const subject = ref('results.worksheet', before.worksheet)
    await cx.lock([subject])
    const run = await getRun(cx, input.run)
    cx.allow(run)
    refuseUnless(mayWrite(run, cx.actor.id))
    const library = await getLibrary(cx, input.library)
    const query = spectrumAt(await readableFile(cx, run.file, run.file_name), input.spectrum)
    if (!query) return refuseUnless(no('results.no-such-spectrum', { number: input.spectrum })) as never
    const tolerance: Tolerance =
      input.tolerancePpm === undefined
        ? { toleranceDa: input.toleranceDa ?? DEFAULT_DA }
        : { tolerancePpm: input.tolerancePpm }
    const found = search(query, (await readableFile(cx, library.file, library.name)).spectra, {
      ...tolerance,
      top: SHOWN,
    })
    if (!found.ok) return refuseUnless(found) as never
    const told = discriminationOf(found.hits, query, tolerance)
    if (!('status' in told)) return refuseUnless(told) as never
    refuseUnless(
      unless(told.status !== undefined, no('results.no-such-spectrum', { number: input.spectrum })),
    )

    const id = cx.newId()
    const hits = found.hits.map(hitOf)
    const values = Object.fromEntries(Object.entries(told.values))
    await cx.record({
      subject,
      root: run.root,
      facts: { run: run.id, library: library.id, status: told.status, hits: hits.length },
      rows: {
        'results.search': [
          {
            id,
            run: run.id,
            library: library.id,
            spectrum: input.spectrum,
            tolerance: { ...tolerance },
            status: told.status,
            code: told.code,
            code_values: values,
            hits: hits as never,
            telling: told.tellingIons as never,
          },
        ],
      },
    })
    return {
      id,
      status: told.status,
      says: cx.say(told.code, told.values),
      mayPropose: told.verdict.ok,
      hits: hits.map((h, hit) => ({ hit, ...h })),
    }
  },
})

function hitOf(h: LibraryHit): Hit {
  return {
    index: h.index,
    name: h.reference.name ?? '',
    score: h.score,
    reverseScore: h.reverseScore,
    matched: h.matched.length,
    cas: h.reference.ids.casNumber ?? null,
    accession: h.reference.ids.accession ?? null,
    unmatched: h.unmatchedQuery.map((p) => p.mz),
  }
}
