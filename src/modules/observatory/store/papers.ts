/**
 * One row for each paper file and each thing known of it: what two people keyed alike, or a third decided, of when, where, what and with what. A file stands apart from
 * cases: how many were harmed it does not say, and a file that belongs to a case is that case. How sure a file is, is how sure the least sure of its facts is.
 */
import { sql } from '#platform/sql.ts'
import type { Kept, Words } from './refresh.ts'

/** Roots are cases or files: a file that belonged to a case and does no longer is named by the file. */
export async function refreshPapers(cx: Kept, roots: readonly string[], words: Words): Promise<void> {
  const files = (
    await cx.tx.many<{ file: string }>(
      sql`select distinct file from archive.public_file_over_time where root = any(${roots as string[]}::uuid[]) or file = any(${roots as string[]}::uuid[])`,
    )
  ).map((f) => f.file)
  if (files.length === 0) return
  await cx.tx.run(sql`delete from observatory.paper where file = any(${files}::uuid[])`)
  await cx.tx.run(sql`
    with step as materialized (select * from archive.public_file_over_time where file = any(${files}::uuid[])),
    said as materialized (select * from archive.public_fact where file = any(${files}::uuid[])),
    matter as materialized (select distinct s.file, c.root, c.at, c.sealed from step s join cases.public_case_over_time c on c.root = s.linked),
    moment as (select file, at from step union select file, at from said union select file, at from matter),
    fact as (
      select m.file, m.at, s.root, s.stage in ('indexed', 'accepted') and not coalesce(c.sealed, false) as counted,
             case when v.day is null then 'not-yet-determined' when v.day = 'unknown' then v.day else left(v.day, 4) end as year,
             case when v.day is null then 'not-yet-determined' when v.day = 'unknown' or length(v.day) < 7 then 'unknown' else left(v.day, 4) || '-Q' || ceil(substr(v.day, 6, 2)::numeric / 3)::int end as quarter,
             case when v.day is null then 'not-yet-determined' when v.day = 'unknown' or length(v.day) < 7 then 'unknown' else left(v.day, 7) end as month,
             coalesce(v.place, 'not-yet-determined') as district, coalesce(v.offence, 'not-yet-determined') as offence,
             ${classOf(4)} as iccs, ${classOf(2)} as section,
             coalesce(v.manner, 'not-yet-determined') as manner, coalesce(v.weapon, 'not-yet-determined') as means,
             coalesce((array['keyed-twice', 'third-decided', 'corrected'])[v.least], 'not-applicable') as confidence,
             case when s.stage = 'accepted' then 'yes' else 'no' end as accepted, case when s.linked is null then 'no' else 'yes' end as linked
        from moment m
        join lateral (select * from step x where x.file = m.file and x.at <= m.at order by x.seq desc limit 1) s on true
        left join lateral (select x.sealed from matter x where x.file = m.file and x.root = s.linked and x.at <= m.at order by x.at desc limit 1) c on true
        left join lateral (
          select max(t.told) filter (where t.fact = 'date') as day, max(t.told) filter (where t.fact = 'place') as place, max(t.told) filter (where t.fact = 'offence') as offence,
                 max(t.told) filter (where t.fact = 'manner') as manner, max(t.told) filter (where t.fact = 'weapon') as weapon,
                 max(case t.how when 'agreed' then 1 when 'decided' then 2 else 3 end) as least
            from (select distinct on (x.fact) x.fact, x.how, case when x.absent is null then x.value else 'unknown' end as told from said x
                   where x.file = m.file and x.generation = s.generation and x.at <= m.at order by x.fact, x.field, x.seq desc) t
           where t.how <> 'differs' and t.told is not null) v on true
        left join jsonb_to_recordset(${JSON.stringify(words.offences)}::jsonb) as o(offence text, iccs text) on o.offence = v.offence
    ),
    changed as (select f.*, to_jsonb(f) - 'at' is distinct from lag(to_jsonb(f) - 'at') over (partition by file order by at) as is_new from fact f),
    version as (select c.*, row_number() over w as revision, lead(at) over w as until_at from changed c where is_new window w as (partition by file order by at)),
    taken as (select distinct file from version where counted)
    insert into observatory.paper (file, root, revision, from_at, until_at, counted, noise, year, quarter, month, district, offence, iccs, section, manner, means, confidence, accepted, linked)
    select file, root, revision, at, until_at, counted, hashtext(file::text), year, quarter, month, district, offence, iccs, section, manner, means, confidence, accepted, linked
      from version where file in (select file from taken)`)
}

/** The class of the offence that was keyed; an offence that stands on no page has none that is known. */
const classOf = (digits: 2 | 4) =>
  sql`coalesce(left(o.iccs, ${digits}), case when v.offence = 'unknown' then 'unknown' else 'not-yet-determined' end)`
