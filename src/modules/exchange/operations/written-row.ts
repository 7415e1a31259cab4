/** What was written in the row from which a case came, beside what could not be understood of it. */
import { z } from 'zod'
import { caseworkers } from '#identity/roles.ts'
import { seeCase } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { Id } from '#kernel/shapes.ts'
import { Doubt } from '../contract.ts'
import { writtenRow as rowOf } from '../store.ts'

export const writtenRow = query({
  name: 'exchange.written-row',
  summary: 'What was written in the row from which a case came, beside what could not be understood of it.',
  who: caseworkers.filter((r) => r !== 'outside-reviewer'),
  reads: 'sensitive',
  input: z.strictObject({ case: Id }),
  output: z.object({
    /** Null where the case was opened here and came from no file. */
    written: z
      .object({
        source: z.string(),
        fileName: z.string(),
        line: z.number(),
        raw: z.record(z.string(), z.string()).nullable(),
        doubts: z.array(Doubt),
        hidden: z.boolean(),
      })
      .nullable(),
  }),
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const row = await rowOf(cx, file.root)
    if (!row) return { written: null }
    // The row holds names as they were written: where a name on the case is protected, so is the row.
    return {
      written: {
        source: row.source,
        fileName: row.fileName,
        line: row.line,
        raw: file.guarded ? null : inOrder(row.raw, row.columns),
        doubts: file.guarded ? [] : (row.doubts as unknown as z.output<typeof Doubt>[]),
        hidden: file.guarded,
      },
    }
  },
})

/** Cells in the order of the file's columns: the vault keeps them by name. */
function inOrder(
  raw: Readonly<Record<string, string>> | null,
  columns: readonly string[],
): Record<string, string> | null {
  if (raw === null) return null
  const first = columns.filter((c) => Object.hasOwn(raw, c))
  return { ...Object.fromEntries(first.map((c) => [c, raw[c] ?? ''])), ...raw }
}
