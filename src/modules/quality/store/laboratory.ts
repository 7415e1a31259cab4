/** Methods and equipment as a laboratory's files name them. Calibrations and lots are what happened here, not a definition. */
import type { Json } from '#kernel/canonical.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

type Part = Readonly<Record<string, Json>>
const said = (row: Readonly<Record<string, Json>>): Part =>
  Object.fromEntries(Object.entries(row).filter(([, v]) => v !== null))

export async function standingQuality(tx: Tx): Promise<Record<'methods' | 'equipment', Part[]>> {
  const methods = await tx.many<Part & { id: string }>(
    sql`select id, code, title_en as title, title_es as "titleEs", discipline from quality.method order by code`,
  )
  const versions = Map.groupBy(
    await tx.many<Part & { method: string }>(sql`
      select method, version, from_on::text as "from", until_on::text as until, worksheet, techniques, decision_rule as "decisionRule", validation, document
        from quality.method_version order by method, version`),
    (v) => v.method,
  )
  const equipment = await tx.many<Part>(sql`
    select e.code, e.kind, e.name, e.make, e.model, e.serial, u.code as unit, e.place, e.calibrated, e.data
      from quality.equipment e left join identity.unit u on u.id = e.unit order by e.code`)
  return {
    methods: methods.map(({ id, ...m }) => ({
      ...said(m),
      versions: (versions.get(id) ?? []).map(({ method: _method, ...v }) => said(v)),
    })),
    equipment: equipment.map(({ calibrated, ...e }) => ({
      ...said(e),
      ...(calibrated ? {} : { calibrated }),
    })),
  }
}
