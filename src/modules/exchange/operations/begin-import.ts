/** Begins an import: which file, by which map, how many rows. */
import { z } from 'zod'
import { command } from '#platform/define.ts'
import { BeginImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { begin } from '../steps.ts'

export const beginImport = command({
  name: 'exchange.begin-import',
  summary: 'Begins an import: which file, by which map, how many rows.',
  who: importers,
  input: BeginImport,
  output: z.object({ id: z.string() }),
  async run(cx, input) {
    cx.allow(null)
    return { id: await begin(cx, input) }
  },
})
