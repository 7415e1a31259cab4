/** Imports a file that was sent first: a small one in this act, a large one in the background; a dry run answers at once. */
import type { z } from 'zod'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { keepMade, uploadedFile } from '#platform/uploads.ts'
import { ImportAnswer, ImportRecords } from '../contract.ts'
import { counting } from '../counting.ts'
import { BATCH, type ReadFile, type Reject, readFile, rejectsFileOf, understoodOf } from '../importing.ts'
import { importers } from '../roles.ts'
import { begin, finish, take } from '../steps.ts'
import { getImport, type ImportRow } from '../store.ts'

type Answer = z.input<typeof ImportAnswer>
type Sample = NonNullable<Answer['sample']>
/** So many rows of a dry run are shown as they are understood. */
const SHOWN = 20

export const importRecords = command({
  name: 'exchange.import-records',
  summary: 'Imports a file that was sent first, by a map; a dry run changes nothing.',
  who: importers,
  input: ImportRecords,
  output: ImportAnswer,
  async run(cx, input): Promise<Answer> {
    cx.allow(null)
    const sent = await uploadedFile(cx, input.file)
    const read = await readFile(cx.ground, await cx.ground.files.read(sent.sha256), input.map, cx.say)
    const rowsIn = read.table.rows.length
    const id = await begin(cx, {
      ...(input.id ? { id: input.id } : {}),
      fileName: sent.name,
      file: sent.sha256,
      map: input.map,
      columns: [...read.table.columns],
      rowsIn,
      dryRun: input.dryRun,
    })
    // One act carries at most 500 rows (decided.md 7); more go on as a job.
    if (!input.dryRun && rowsIn > BATCH) {
      await cx.ground.queue(cx.tx, 'exchange.run-import', {
        import: id,
        actor: cx.actor.id,
        language: cx.language,
      })
      return { id, state: 'queued', receipt: null }
    }
    const header = await getImport(cx, id)
    const { sums, rejects, sample } = await takeAll(cx, header, read, input.dryRun)
    const receipt = { in: rowsIn, ...sums, importId: id, dryRun: input.dryRun }
    if (input.dryRun) return { id, state: 'dry-run', receipt, sample }
    const csv = rejectsFileOf(read.table, rejects, cx.say)
    await finish(cx, header, {
      ...sums,
      rejectsFile: csv === null ? null : (await keepMade(cx, Buffer.from(csv, 'utf8'), 'text/csv')).sha256,
    })
    return { id, state: 'done', receipt }
  },
})

async function takeAll(cx: Cx, header: ImportRow, read: ReadFile, dryRun: boolean) {
  const counted = counting(read.rejects)
  const rejects: Reject[] = [...read.rejects]
  const sample: Sample = []
  for (let i = 0; i < read.keyed.length; i += BATCH) {
    const { ready, rejects: unread } = understoodOf(
      header.map,
      read.table.columns,
      read.keyed.slice(i, i + BATCH),
      cx.say,
    )
    for (const r of unread) counted.add('rejected', [], r)
    rejects.push(...unread)
    const rows = ready.map((r) => r.row)
    const verdicts = rows.length === 0 ? [] : await take(cx, header, rows, dryRun)
    for (const [n, { row, from }] of ready.entries()) {
      const { verdict, code, reason } = verdicts[n] ?? { verdict: 'rejected', code: null, reason: null }
      const reject = { line: from.line, cells: from.cells, code: code ?? '', reason: reason ?? '' }
      if (verdict === 'rejected') rejects.push(reject)
      counted.add(verdict, row.doubts, reject)
      if (sample.length < SHOWN)
        sample.push({
          line: row.line,
          written: row.raw,
          understood: row.case as Sample[number]['understood'],
          doubts: row.doubts,
          verdict,
          reason,
        })
    }
  }
  return { sums: counted.sums(), rejects, sample }
}
