/** The SQL of to whom certificates are given out: the level of a case, and what of it the reader asked or was given. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import type { ReleaseLevel } from '../rules/release.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>

export async function levelSet(
  cx: Reader,
  root: string,
): Promise<{ level: ReleaseLevel | null; seq: number }> {
  const row = await cx.tx.maybe<{ level: ReleaseLevel; seq: number }>(
    sql`select level, seq from reports.release where root = ${root} order by seq desc limit 1`,
  )
  return row ?? { level: null, seq: 0 }
}

/** Versions of this case that were given to the reader or an office of theirs. */
export const givenToMe = async (cx: Reader, root: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await cx.tx.many<{ version: string }>(sql`
        select distinct d.version from reports.delivery d
         where d.root = ${root} and (d.to_person = ${cx.actor.id} or d.to_unit = any(${[...cx.actor.principals, ...(cx.actor.unit ? [cx.actor.unit] : [])]}::uuid[]))`)
    ).map((d) => d.version),
  )

/** Of each request of the case: who asked, and of which agency. */
export const askersOf = async (
  cx: Reader,
  root: string,
): Promise<ReadonlyMap<string, { person: string; agency: string | null }>> =>
  new Map(
    (
      await cx.tx.many<{ request: string; person: string; agency: string | null }>(sql`
        select q.request, q.asked_by as person, p.agency from work.public_asker q left join identity.person p on p.id = q.asked_by where q.root = ${root}`)
    ).map((q) => [q.request, q]),
  )
