/** Ends an import with its receipt; rows in are rows created, matched and rejected, or it is refused. */
import { z } from 'zod'
import { command } from '#platform/define.ts'
import { FinishImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { finish } from '../steps.ts'
import { getImport } from '../store.ts'

export const finishImport = command({
  name: 'exchange.finish-import',
  summary: 'Ends an import with its receipt.',
  who: importers,
  input: FinishImport,
  output: z.object({ id: z.string() }),
  async run(cx, { import: id, ...sums }) {
    cx.allow(null)
    await finish(cx, await getImport(cx, id), sums)
    return { id }
  },
})
