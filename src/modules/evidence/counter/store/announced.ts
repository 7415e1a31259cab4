/** Announcements as they stand: the row that acts ask about, the lists of who announced and of who will receive, and how the derived table is made again. */
import { visible } from '#identity/sight.ts'
import { notFound } from '#kernel/verdict.ts'
import type { Json } from '#kernel/canonical.ts'
import type { Cx, Protected } from '#platform/cx.ts'
import { readCursor, writeCursor } from '#platform/cursor.ts'
import { joinSql, nameSql, noSql, type Sql, sql, anywhere } from '#platform/sql.ts'
import type { z } from 'zod'
import type { FindAnnounced, MyPrelogs, prelogStates } from '../contract.ts'

type Reader = Pick<Cx, 'tx' | 'actor' | 'now'>
type State = (typeof prelogStates)[number]

/** Columns in the order of the table. */
export const announcedNowSql = `
select a.submission, a.root, a.seq, coalesce(e.kind, 'announced') as state, a.to_unit, f.by_person, f.by_unit,
       (select count(*)::int from evidence.announced_item i where i.announcement = a.id) as items,
       f.at as first_at, a.at, a.comes_on, e.recorded_at as ended_at
  from evidence.announcement a
  join evidence.announcement f on f.submission = a.submission and f.seq = 1
  left join evidence.announcement_end e on e.submission = a.submission
 where a.seq = (select max(n.seq) from evidence.announcement n where n.submission = a.submission)`

const derived =
  'submission, root, seq, state, to_unit, by_person, by_unit, items, first_at, at, comes_on, ended_at'

export async function refreshAnnounced(cx: Pick<Cx, 'tx'>, submission: string): Promise<void> {
  const sets = derived
    .split(', ')
    .slice(1)
    .map((c) => `${c} = excluded.${c}`)
    .join(', ')
  await cx.tx.run(
    sql`insert into evidence.announced_now (${nameSql(derived)}) ${nameSql(announcedNowSql)} and a.submission = ${submission} on conflict (submission) do update set ${nameSql(sets)}`,
  )
}

/** What the vault keeps of an announcement. */
export interface PersonalPart {
  readonly people: readonly { readonly [key: string]: Json }[]
  readonly presence: readonly string[]
  readonly fromWords: string | null
  readonly words: string | null
}
export interface NumberTold {
  readonly kind: string
  readonly text: string
}
export interface AnnouncedRow extends Protected {
  readonly submission: string
  readonly row: string
  readonly root: string
  readonly seq: number
  readonly state: State
  readonly to_unit: string
  readonly to_name: string
  readonly by_person: string
  readonly by_name: string
  readonly by_unit: string | null
  readonly unit_name: string | null
  readonly items: number
  readonly first_at: string
  readonly at: string
  readonly comes_on: string | null
  readonly ended_at: string | null
  readonly why: string | null
  readonly numbers: readonly NumberTold[]
  readonly title: string | null
  readonly received_number: string | null
  readonly received_root: string | null
  readonly received_case: string | null
}
export interface AnnouncedWhole extends AnnouncedRow {
  readonly case_root: string | null
  readonly case_number: string | null
  readonly case_title: string | null
  readonly offences: readonly string[]
  readonly incident: { readonly [key: string]: Json } | null
  readonly place: { readonly [key: string]: Json } | null
  readonly seizure: { readonly [key: string]: Json } | null
  readonly hands: readonly { readonly [key: string]: Json }[]
  readonly brought_by: string | null
  readonly way: string | null
  readonly wants: readonly {
    readonly question: string
    readonly items?: readonly string[]
    readonly words?: string | null
  }[]
  readonly personal: PersonalPart | null
  /** Since it was received, whoever sees the case sees it too. */
  readonly sensitive: boolean
}

/** What was received is named only to who may see the case that it went into. */
const columns = (cx: Reader): Sql => sql`
  n.submission, a.id as row, n.root, n.seq, n.state, n.to_unit, t.name as to_name, n.by_person, f.by_name, n.by_unit, u.name as unit_name, n.items,
  n.first_at, n.at, n.comes_on, n.ended_at, e.why, a.numbers, a.title,
  case when ${visible(cx, 's.root')} then s.number end as received_number, case when ${visible(cx, 's.root')} then s.root end as received_root,
  case when ${visible(cx, 's.root')} then (select c.number from cases.public_case c where c.id = s.root) end as received_case`
const from = sql`evidence.announced_now n
  join evidence.announcement a on a.submission = n.submission and a.seq = n.seq
  join evidence.announcement f on f.submission = n.submission and f.seq = 1
  join identity.unit t on t.id = n.to_unit left join identity.unit u on u.id = n.by_unit
  left join evidence.announcement_end e on e.submission = n.submission left join evidence.submission s on s.id = n.submission`

/** Seen by who announced it, their formation and the counter; after reception by everybody who sees the case. */
const seen = (cx: Reader): Sql =>
  sql`(${visible(cx, 'n.root')} or (s.root is not null and ${visible(cx, 's.root')}))`

export async function announcementBy(cx: Reader, submission: string): Promise<AnnouncedWhole> {
  const row = await cx.tx.maybe<AnnouncedWhole>(sql`
    select ${columns(cx)}, a.offences, a.incident, a.place, a.seizure, a.hands, a.brought_by, a.way, a.wants, v.value as personal,
           case when ${visible(cx, 'c.id')} then c.id end as case_root, case when ${visible(cx, 'c.id')} then c.number end as case_number, case when ${visible(cx, 'c.id')} then c.title end as case_title,
           exists (select 1 from jsonb_array_elements(coalesce(v.value->'people', '[]')) p) as sensitive, ${seen(cx)} as may_see
      from ${from} left join ledger.vault v on v.id = a.vault left join cases.public_case c on c.id = a.case_root where n.submission = ${submission}`)
  if (!row) throw notFound()
  return row
}

export interface AnnouncedItemRow {
  readonly item: string
  readonly description: string
  readonly type: string | null
  readonly count: number | null
  readonly quantity: string | null
  readonly unit: string | null
  readonly packaging: {
    type: string
    colour?: string | null
    size?: string | null
    condition?: string | null
    words?: string | null
  } | null
  readonly seals: readonly {
    number: string
    type?: string | null
    appliedBy?: string | null
    appliedAt?: string | null
  }[]
  readonly their_number: string | null
  readonly hazards: readonly string[]
  readonly taken_from: string | null
  readonly taken_place: string | null
  readonly taken_at: string | null
  readonly photographs: readonly AnnouncedPhoto[]
}
export interface AnnouncedPhoto {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly shows: string
  readonly caption: string | null
  readonly at: string
  readonly by_name: string
}

/** The items of the version that holds, in the order in which they were written; instants as everywhere else. */
export async function announcedItems(cx: Pick<Cx, 'tx'>, row: string): Promise<AnnouncedItemRow[]> {
  const items = await cx.tx.many<Omit<AnnouncedItemRow, 'photographs'>>(sql`
    select item, description, type, count, quantity::text as quantity, unit, packaging, seals, their_number, hazards, taken_from, taken_place, taken_at
      from evidence.announced_item where announcement = ${row} order by position`)
  const photos = await cx.tx.many<AnnouncedPhoto & { item: string }>(sql`
    select id, item, file, name, media_type, size, shows, caption, at, by_name from evidence.announced_photograph where announcement = ${row} order by recorded_at, id`)
  return items.map((i) => ({ ...i, photographs: photos.filter((p) => p.item === i.item) }))
}

/** What did not agree when it came in: of one item, or of the whole. */
export function differencesNoted(cx: Pick<Cx, 'tx'>, submission: string) {
  return cx.tx.many<{
    item: string | null
    kind: string
    expected: string | null
    found: string | null
    words: string
  }>(
    sql`select thing as item, kind, expected, found, words from evidence.discrepancy where submission = ${submission} order by recorded_at, id`,
  )
}

/** A photograph of an announcement with whether its reader may see it. */
export function announcedPhotograph(
  cx: Reader,
  id: string,
): Promise<(AnnouncedPhoto & Protected) | undefined> {
  return cx.tx.maybe<AnnouncedPhoto & Protected>(sql`
    select p.id, p.file, p.name, p.media_type, p.size, p.shows, p.caption, p.at, p.by_name, p.root, ${seen(cx)} as may_see
      from evidence.announced_photograph p join evidence.announced_now n on n.submission = p.submission left join evidence.submission s on s.id = p.submission where p.id = ${id}`)
}
/** Photographs that an earlier version brought along already. */
export async function photographsKnown(
  cx: Pick<Cx, 'tx'>,
  submission: string,
): Promise<Map<string, AnnouncedPhoto>> {
  const rows = await cx.tx.many<AnnouncedPhoto>(
    sql`select distinct on (file) id, file, name, media_type, size, shows, caption, at, by_name from evidence.announced_photograph where submission = ${submission} order by file, recorded_at`,
  )
  return new Map(rows.map((r) => [r.file, r]))
}

interface Page {
  readonly rows: AnnouncedRow[]
  readonly nextCursor: string | null
}
async function page(
  cx: Reader,
  where: readonly Sql[],
  order: 'newest' | 'oldest',
  limit: number,
  cursor: string | undefined,
): Promise<Page> {
  const after = readCursor(cursor, 2)
  const beyond = nameSql(order === 'newest' ? '<' : '>')
  const way = nameSql(order === 'newest' ? 'desc' : 'asc')
  const rows = await cx.tx.many<AnnouncedRow>(sql`
    select ${columns(cx)}, true as may_see from ${from}
     where ${joinSql(where as Sql[], ' and ')} ${after ? sql`and (n.first_at, n.submission) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)` : noSql}
     order by n.first_at ${way}, n.submission ${way} limit ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    nextCursor: rows.length > limit && last ? writeCursor(last.first_at, last.submission) : null,
  }
}

/** Any number, seal, name or word of it, as it is written. */
function holdsText(q: string): Sql {
  const like = anywhere(q)
  return sql`(a.title ilike ${like} or a.by_name ilike ${like} or a.numbers::text ilike ${like}
    or exists (select 1 from evidence.announced_item i where i.announcement = a.id and (i.description ilike ${like} or i.their_number ilike ${like} or i.seals::text ilike ${like})))`
}

/** What I or my formation announced, newest first. */
export function listMine(cx: Reader, f: z.output<typeof MyPrelogs>): Promise<Page> {
  const units = cx.actor.principals as string[]
  const where = [
    visible(cx, 'n.root'),
    f.mine
      ? sql`n.by_person = ${cx.actor.id}`
      : sql`(n.by_person = ${cx.actor.id} or n.by_unit = any(${units}::uuid[]))`,
    ...(f.state === 'all' ? [] : [sql`n.state = ${f.state}`]),
    ...(f.q ? [holdsText(f.q)] : []),
  ]
  return page(cx, where, 'newest', f.limit, f.cursor)
}

/** What waits at a counter, longest first. */
export function listWaiting(cx: Reader, f: z.output<typeof FindAnnounced>): Promise<Page> {
  const where = [
    visible(cx, 'n.root'),
    sql`n.state = 'announced'`,
    f.to
      ? sql`n.to_unit = ${f.to}`
      : sql`(n.to_unit = any(${cx.actor.principals as string[]}::uuid[]) or ${cx.actor.grants.some((g) => g.units === 'everywhere')})`,
    ...(f.q ? [holdsText(f.q)] : []),
  ]
  return page(cx, where, 'oldest', f.limit, f.cursor)
}

/** Other announcements behind these roots that still wait. */
export async function waitingOn(cx: Reader, roots: readonly string[]): Promise<AnnouncedRow[]> {
  if (roots.length === 0) return []
  return (
    await page(
      cx,
      [visible(cx, 'n.root'), sql`n.state = 'announced'`, sql`n.root = any(${roots as string[]}::uuid[])`],
      'oldest',
      50,
      undefined,
    )
  ).rows
}

/** Counters that take submissions: offices of the service where somebody receives; all offices of the service where nobody is named yet. */
export function desksOf(cx: Pick<Cx, 'tx' | 'now'>): Promise<{ id: string; name: string }[]> {
  return cx.tx.many(sql`
    with staffed as (
      select distinct g.unit from identity.role_grant g join identity.unit u on u.id = g.unit join identity.agency a on a.id = u.agency
       where a.kind = 'service' and g.role in ('evidence-officer') and g.from_at <= ${cx.now}::timestamptz and (g.until_at is null or g.until_at > ${cx.now}::timestamptz)
         and not exists (select 1 from identity.role_withdrawal w where w.role_grant = g.id))
    select u.id, u.name from identity.unit u join identity.agency a on a.id = u.agency
     where a.kind = 'service' and (u.id in (select unit from staffed) or not exists (select 1 from staffed)) order by u.name, u.id`)
}
export async function isDesk(cx: Pick<Cx, 'tx'>, unit: string): Promise<boolean> {
  return Boolean(
    await cx.tx.maybe(
      sql`select 1 from identity.unit u join identity.agency a on a.id = u.agency where u.id = ${unit} and a.kind = 'service'`,
    ),
  )
}

/** Who announced under this id; the caller tells others nothing. */
export async function whoAnnounced(cx: Pick<Cx, 'tx'>, submission: string): Promise<string | undefined> {
  return (
    await cx.tx.maybe<{ by_person: string }>(
      sql`select by_person from evidence.announced_now where submission = ${submission}`,
    )
  )?.by_person
}
export function casesByRoot(cx: Reader, roots: readonly string[]) {
  return cx.tx.many<{ id: string; number: string; title: string; state: string }>(
    sql`select c.id, c.number, c.title, c.state from cases.public_case c where c.id = any(${[...new Set(roots)]}::uuid[]) and ${visible(cx, 'c.id')} order by c.number`,
  )
}

/** Whether this id stands for a submission that came in without having been announced. */
export async function cameIn(
  cx: Pick<Cx, 'tx'>,
  submission: string,
): Promise<{ number: string; recorded_by: string | null } | undefined> {
  return cx.tx.maybe(sql`select number, recorded_by from evidence.submission where id = ${submission}`)
}
