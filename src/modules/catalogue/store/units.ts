/** Agencies and units as identity holds them, for writing a laboratory out: by their codes, not their ids. */
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import type { Laboratory } from '../contract.ts'

export async function standingUnits(tx: Tx): Promise<Pick<Laboratory, 'agencies' | 'units'>> {
  const agencies = await tx.many<Record<string, string | boolean | null>>(
    sql`select name, short_name as "shortName", kind, unverified, source from identity.agency order by recorded_at, id`,
  )
  const units = await tx.many<Record<string, string | boolean | null>>(sql`
    select a.short_name as agency, p.code as parent, u.name, u.code, u.kind, u.valid_from as "validFrom", u.valid_until as "validUntil", u.unverified, u.source
      from identity.unit u join identity.agency a on a.id = u.agency left join identity.unit p on p.id = u.parent order by u.recorded_at, u.id`)
  return {
    agencies: agencies.map(said),
    units: units.map(said),
  }
}

const said = (row: Record<string, string | boolean | null>): Record<string, string | boolean> =>
  Object.fromEntries(Object.entries(row).filter((e): e is [string, string | boolean] => e[1] !== null))
