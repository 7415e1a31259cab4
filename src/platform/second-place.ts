/** Which files stand in both places, what is tried again, and what each place holds when it is counted: the kept side of `two-places.ts`. */
import { createHash } from 'node:crypto'
import { Refusal } from '#kernel/verdict.ts'
import type { Ground } from './cx.ts'
import type { Files } from './files.ts'
import { sql } from './sql.ts'
import { copyTo } from './two-places.ts'

export const copyFilesTask = 'platform.copy-files'
const AT_ONCE = 200

export interface PlacesState {
  readonly files: number
  readonly atBoth: number
  /** The last word of the far place for what it did not take. */
  readonly fault: string | null
}
export const placesState = (ground: Pick<Ground, 'db'>): Promise<PlacesState> =>
  ground.db.direct.one<PlacesState>(
    sql`select count(*)::int as files, count(p.at)::int as "atBoth", (select x.fault from platform.file_copy x join platform.file y using (sha256) where x.at is null order by x.tried_at desc limit 1) as fault
          from platform.file f left join platform.file_copy p using (sha256)`,
  )

/** Takes up what stands in one place alone, the longest untried first; ends at the first that fails, and says why. */
export async function copyFiles(ground: Ground): Promise<number> {
  const { places } = ground.files
  if (!places) return 0
  const waiting = await ground.db.direct.many<{ sha256: string }>(
    sql`select f.sha256 from platform.file f left join platform.file_copy p using (sha256) where p.at is null order by p.tried_at nulls first, f.received_at limit ${AT_ONCE}`,
  )
  let copied = 0
  for (const { sha256 } of waiting) {
    const fault = await copyTo(places.far, places.near, sha256).then(
      () => null,
      (error: Error & { code?: string; values?: { fault?: string } }) =>
        error.values?.fault ?? error.code ?? error.name,
    )
    await ground.db.direct.run(
      sql`insert into platform.file_copy (sha256, at, tried_at, tries, fault) values (${sha256}, ${fault === null ? ground.now() : null}, ${ground.now()}, 1, ${fault})
          on conflict (sha256) do update set at = excluded.at, tried_at = excluded.tried_at, tries = platform.file_copy.tries + 1, fault = excluded.fault`,
    )
    if (fault === null) copied += 1
    // A file that is broken near by is its own fault; a far place that does not answer is everybody's.
    else if (fault !== 'file-swapped' && fault !== 'file-gone') {
      ground.log.warn({ fault }, 'the second place of files does not answer')
      return copied
    }
  }
  return copied
}

export type Standing = 'whole' | 'missing' | 'changed'
export async function standsIn(files: Files, sha256: string): Promise<Standing> {
  if (!(await files.has(sha256))) return 'missing'
  const hash = createHash('sha256')
  try {
    for await (const chunk of await files.stream(sha256)) hash.update(chunk as Uint8Array)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'file-swapped') return 'changed'
    throw error
  }
  return hash.digest('hex') === sha256 ? 'whole' : 'changed'
}
/** What is broken in one place is taken from the other, which was counted and is whole. */
export async function heal(to: Files, from: Files, sha256: string): Promise<void> {
  await to.destroy(sha256)
  await copyTo(to, from, sha256)
}
