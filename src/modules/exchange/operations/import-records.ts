/** Imports a file that was sent first: a small one in this act, a large one in the background; a dry run answers at once. */
import type { z } from 'zod'
import { command } from '#platform/define.ts'
import { keepMade, uploadedFile } from '#platform/uploads.ts'
import { ImportAnswer, ImportRecords } from '../contract.ts'
import { readRows, rejectsFileOf } from '../importing.ts'
import { importers } from '../roles.ts'
import { begin, finish, take } from '../steps.ts'
import { getImport } from '../store.ts'

/** One act carries at most 500 rows (decided.md 7); more go on as a job. */
const SMALL = 500

export const importRecords = command({
  name: 'exchange.import-records',
  summary: 'Imports a file that was sent first, by a map; a dry run changes nothing.',
  who: importers,
  input: ImportRecords,
  output: ImportAnswer,
  async run(cx, input): Promise<z.input<typeof ImportAnswer>> {
    cx.allow(null)
    const sent = await uploadedFile(cx, input.file)
    const { table, ready, rejects } = readRows(await cx.ground.files.read(sent.sha256), input.map, cx.say)
    const id = await begin(cx, {
      ...(input.id ? { id: input.id } : {}),
      fileName: sent.name,
      file: sent.sha256,
      map: input.map,
      rowsIn: table.rows.length,
      dryRun: input.dryRun,
    })
    if (!input.dryRun && table.rows.length > SMALL) {
      await cx.ground.queue(cx.tx, 'exchange.run-import', {
        import: id,
        actor: cx.actor.id,
        language: cx.actor.language,
      })
      return { id, state: 'queued', receipt: null }
    }
    const header = await getImport(cx, id)
    const all = [...rejects]
    const counts = { created: 0, matched: 0, doubtful: 0 }
    for (let i = 0; i < ready.length; i += SMALL) {
      const rows = ready.slice(i, i + SMALL)
      const verdicts = await take(
        cx,
        header,
        rows.map(({ cells: _cells, ...row }) => row),
        input.dryRun,
      )
      verdicts.forEach((v, n) => {
        const row = rows[n] as (typeof rows)[number]
        if (v.verdict === 'rejected') all.push({ line: row.line, cells: row.cells, reason: v.reason ?? '' })
        else counts[v.verdict] += 1
        if (v.verdict === 'created' && row.doubts.length > 0) counts.doubtful += 1
      })
    }
    const sums = { ...counts, rejected: all.length }
    const receipt = { in: table.rows.length, ...sums, importId: id, dryRun: input.dryRun }
    if (input.dryRun) return { id, state: 'dry-run', receipt }
    const csv = rejectsFileOf(table, all, cx.say)
    await finish(cx, header, {
      ...sums,
      rejectsFile: csv === null ? null : (await keepMade(cx, Buffer.from(csv, 'utf8'), 'text/csv')).sha256,
    })
    return { id, state: 'done', receipt }
  },
})
