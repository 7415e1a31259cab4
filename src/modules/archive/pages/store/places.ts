/** The files of the house in the order of their names: content alone, so that nothing of a case is told. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export const filesAfter = async (cx: Pick<Cx, 'tx'>, after: string, most: number): Promise<string[]> =>
  (
    await cx.tx.many<{ sha256: string }>(
      sql`select sha256 from platform.file where sha256 > ${after} order by sha256 limit ${most}`,
    )
  ).map((row) => row.sha256)
