/** Imports a file that was sent first: begins at once and goes on in the background; a dry run answers at once. */
import type { z } from 'zod'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { ImportAnswer, ImportRecords } from '../contract.ts'
import { readRows } from '../importing.ts'
import { importers } from '../roles.ts'
import { begin, take } from '../steps.ts'
import { getImport } from '../store.ts'

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
    const id = await begin(cx, { ...(input.id ? { id: input.id } : {}), fileName: sent.name, file: sent.sha256, map: input.map, rowsIn: table.rows.length, dryRun: input.dryRun })
    if (!input.dryRun) {
      await cx.ground.queue(cx.tx, 'exchange.run-import', { import: id, actor: cx.actor.id, language: cx.actor.language })
      return { id, state: 'queued', receipt: null }
    }
    const header = await getImport(cx, id)
    const counts = { created: 0, matched: 0, rejected: rejects.length }
    for (let i = 0; i < ready.length; i += 500) for (const v of await take(cx, header, ready.slice(i, i + 500), true)) counts[v.verdict] += 1
    return { id, state: 'dry-run', receipt: { in: table.rows.length, ...counts, doubtful: ready.filter((r) => r.doubts.length > 0).length, importId: id, dryRun: true } }
  },
})
