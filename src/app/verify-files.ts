/** `custodia verify --files`: every file that the house holds is there, and is the one that was kept under its name. */
import { awayAt } from '#platform/away.ts'
import type { Ground } from '#platform/cx.ts'
import { Refusal } from '#kernel/verdict.ts'
import { sql } from '#platform/sql.ts'

export interface FileProblem {
  readonly kind: 'file-missing' | 'file-changed'
  readonly table: 'platform.file'
  readonly row: string
  readonly detail: string
}

/** What lies in a cold store by intent is not missing here: it is counted there (`archive.check-cold`). */
export async function verifyFiles(ground: Ground): Promise<{ files: number; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  let files = 0
  for (let after = ''; ; ) {
    const rows = await ground.db.direct.many<{ sha256: string }>(
      sql`select sha256 from platform.file where sha256 > ${after} order by sha256 limit 1000`,
    )
    for (const { sha256 } of rows) {
      files += 1
      const kind = await faultOf(ground, sha256)
      if (kind) problems.push({ kind, table: 'platform.file', row: sha256, detail: said[kind] })
    }
    const last = rows.at(-1)
    if (!last) return { files, problems }
    after = last.sha256
  }
}
const said = {
  'file-missing': 'the file is not in the store',
  'file-changed': 'the bytes in the store are not those that were kept under this hash',
} as const

async function faultOf(ground: Ground, sha256: string): Promise<FileProblem['kind'] | null> {
  if (!(await ground.files.has(sha256))) return (await awayAt(ground.files, sha256)) ? null : 'file-missing'
  try {
    for await (const _ of await ground.files.stream(sha256));
    return null
  } catch (error) {
    if (error instanceof Refusal && error.code === 'file-swapped') return 'file-changed'
    throw error
  }
}
