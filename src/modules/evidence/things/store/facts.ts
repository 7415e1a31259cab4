/** Facts of things that papers print: the packaging of intake, the label, the chain of hands. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

/** Recorded once at intake; certificates take it from here and cannot state another. */
export interface PackagingFacts {
  readonly item: string
  readonly number: string
  readonly type: string | null
  readonly colour: string | null
  readonly size: string | null
  readonly condition: string | null
  readonly words: string | null
  readonly seals: readonly { readonly number: string; readonly state: string }[]
  readonly submission: string | null
  readonly submittedBy: string | null
  readonly submittedWhere: string | null
  readonly receivedBy: string | null
  readonly receivedAt: string
  readonly theirNumber: string | null
  /** Later packaging that differs, each with its words; the certificate mentions them, the first row stays the fact of intake. */
  readonly later: readonly {
    readonly type: string
    readonly colour: string | null
    readonly words: string | null
    readonly at: string
  }[]
}

export async function packagingOf(
  cx: Pick<Cx, 'tx'>,
  items: readonly string[],
): Promise<Map<string, PackagingFacts>> {
  const rows = await cx.tx.many<PackagingFacts>(sql`
    select t.id as item, t.number, k.type, k.colour, k.size, k.condition, k.words,
           coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'state', v.kind) order by s.recorded_at, s.id)
                       from evidence.seal s join evidence.seal_event v on v.seal = s.id and v.seq = 1 where s.thing = t.id and s.found), '[]') as seals,
           u.number as submission, u.submitted_by_name as "submittedBy", u.submitted_by_where as "submittedWhere",
           e.to_name as "receivedBy", coalesce(e.at, t.recorded_at) as "receivedAt", t.their_number as "theirNumber",
           coalesce((select jsonb_agg(jsonb_build_object('type', l.type, 'colour', l.colour, 'words', l.words, 'at', to_char(l.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.seq) from evidence.packaging l where l.thing = t.id and l.seq > 1), '[]') as later
      from evidence.thing t
      left join evidence.packaging k on k.thing = t.id and k.seq = 1
      left join evidence.submission u on u.id = coalesce(t.submission, (select b.submission from evidence.brought_in b where b.thing = t.id order by b.recorded_at limit 1))
      left join lateral (select to_name, at from evidence.custody_event x where x.thing = t.id and x.kind in ('received','taken') order by seq limit 1) e on true
     where t.id = any(${items as string[]}::uuid[])`)
  return new Map(rows.map((r) => [r.item, r]))
}

export interface LabelFacts {
  readonly item: string
  readonly number: string
  readonly barcode: string
  readonly description: string
  readonly caseNumber: string | null
  readonly root: string
  readonly hazards: readonly string[]
  readonly receivedAt: string
  readonly copies: number
}

/** What stands on a label; never a personal value (standards 12). */
export function labelFacts(cx: Pick<Cx, 'tx'>, items: readonly string[]): Promise<LabelFacts[]> {
  return cx.tx.many<LabelFacts>(sql`
    select n.thing as item, n.number, n.barcode, n.words as description, null as "caseNumber", n.root, n.hazards, n.born_at as "receivedAt", (select count(*)::int from evidence.label l where l.thing = n.thing) as copies
      from evidence.thing_now n where n.thing = any(${items as string[]}::uuid[]) order by array_position(${items as string[]}::uuid[], n.thing)`)
}
