/** The map by which a file was imported, to be used again for the next one. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { ImportMap, OfImport } from '../contract.ts'
import { importers } from '../roles.ts'
import { getImport } from '../store.ts'

export const mapOfImport = query({
  name: 'exchange.map-of-import',
  summary: 'The map by which a file was imported, to be used again for the next one.',
  who: importers,
  input: OfImport,
  output: z.object({ map: ImportMap }),
  async run(cx, input) {
    cx.allow(null)
    return { map: (await getImport(cx, input.import)).map }
  },
})
