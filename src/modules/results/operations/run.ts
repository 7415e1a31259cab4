/** A run: its file's facts, its curves, what searches proposed and what a person said of it. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { RunAnswer, RunQuery } from '../contract.ts'
import { parsedFile, spectraIn } from '../libraries.ts'
import { thinned } from '../curves.ts'
import { mayWrite } from '../rules.ts'
import { confirmationsOf, getRun, searchesOf } from '../store.ts'

export const run = query({
  name: 'results.run',
  summary: 'Shows a run: the facts of its file, its curves, proposals and confirmations.',
  who: ['analyst', 'section-head', 'director', 'quality-manager', 'outside-reviewer', 'pathologist'],
  input: RunQuery,
  output: RunAnswer,
  async run(cx, input) {
    const row = await getRun(cx, input.run)
    cx.allow({ may_see: row.may_see, root: row.root, sensitive: row.sensitive })
    const read = await parsedFile(cx, row.file, row.file_name)
    const confirmations = await confirmationsOf(cx, row.id)
    const write = mayWrite(row, cx.actor.id)
    const traces = read.ok ? [...(read.file.run ? [read.file.run.tic] : []), ...read.file.traces] : []
    return {
      id: row.id,
      number: row.number,
      fileName: row.file_name,
      sha256: row.file,
      size: row.size,
      format: row.format,
      sampleKind: row.sample_kind,
      technique: row.technique,
      // Read anew: a reader that has learned a format since reads it, and the sentence is in the language of who looks.
      readable: read.ok,
      unreadableBecause: read.ok ? null : cx.say(read.code, read.values),
      summary: row.summary,
      spectra: read.ok ? spectraIn(read.file) : 0,
      traces: traces
        .slice(0, 4)
        .map((t) => ({ title: t.yLabel, xUnit: t.xUnit, yUnit: t.yUnit, points: thinned(t.x, t.y) })),
      warnings: read.ok ? read.file.warnings.map((w) => cx.say(w.code, w.values)) : [],
      account: row.account ? { disposition: row.account, words: row.account_words ?? '' } : null,
      searches: (await searchesOf(cx, row.id)).map((s) => {
        const said = confirmations.findLast((k) => k.search === s.id)
        return {
          id: s.id,
          library: s.library_name,
          spectrum: s.spectrum,
          status: s.status,
          says: cx.say(s.code, s.code_values),
          hits: s.hits.map((h, hit) => ({ hit, ...h })),
          confirmation: said
            ? {
                hit: said.hit,
                outcome: said.outcome,
                substance: said.substance,
                by: said.by,
                at: said.recorded_at,
                words: said.words,
              }
            : null,
        }
      }),
      actions: actionsOf(
        cx,
        { may_see: row.may_see, root: row.root },
        {
          'results.account-for-run': write,
          'results.search-library': write,
          'results.confirm-hit': write,
          'results.record-elimination': write,
        },
      ),
    }
  },
})
