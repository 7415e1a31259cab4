/** Who may see a paper file: whoever sees its case, and the archive that keeps it, but of a sealed case nobody but those named. */
import { openNewSight, oversight, visible } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { inside } from '../../roles.ts'

/** The standing of a file is always called `n` in a statement. A file that belongs to no case yet is its own root. */
export const seesFile = (cx: Pick<Cx, 'actor' | 'now'>): Sql =>
  sql`(${visible(cx, 'n.root')} or (${visible(cx, 'n.file')} and not exists (select 1 from cases.public_case sealed_case where sealed_case.id = n.root and sealed_case.sealed)))`

/** What was scanned: our own people as soon as it is there; others when somebody looked through it and found nothing to guard. */
export const seesPages = (cx: Pick<Cx, 'actor' | 'now'>): Sql =>
  isInside(cx) ? seesFile(cx) : sql`(${seesFile(cx)} and n.screened and n.sensitive = '{}')`

export const isInside = (cx: Pick<Cx, 'actor'>): boolean =>
  cx.actor.kind !== 'person' || cx.actor.grants.some((g) => (inside as readonly string[]).includes(g.role))

export const openFileSight = (cx: Cx, file: string, unit: string | null): Promise<void> =>
  openNewSight(
    cx,
    'somebody-was-faster',
    [...(unit ? [unit] : []), oversight].map((principal) => ({ root: file, principal, why: 'archive' })),
  )
