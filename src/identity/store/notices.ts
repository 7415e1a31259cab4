/** The SQL of notices: who is told and whether by mail too, what somebody still has to look at, and what is old enough to go. */
import type { Ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { noSql, sql } from '#platform/sql.ts'
import { oversight, visible } from '../sight.ts'
import { isLetIn } from './absences.ts'
import { holdsGrant } from './grants.ts'

export interface NewNotice {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly subject: Ref
  readonly root: string | null
  readonly path: string
  readonly number?: string | null
}

/** Of these, who is told at all (an account that is open), whether they want mail of it and can have it, and whether a browser of theirs is told. */
export async function insertNotices(
  cx: Pick<Cx, 'tx' | 'now'>,
  notices: readonly NewNotice[],
): Promise<{ id: string; person: string; mail: boolean; push: boolean }[]> {
  return cx.tx.many(sql`
    with told as (
      insert into identity.notice (id, person, kind, subject, root, path, number, made_at)
      select r.id, r.person, r.kind, r.subject, r.root, r.path, r.number, ${cx.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as r(id uuid, person uuid, kind text, subject text, root uuid, path text, number text)
        join identity.account a on a.person = r.person and not a.suspended
      returning id, person, kind)
    select t.id, t.person, p.email is not null and coalesce(c.mail, true) as mail, exists (select 1 from identity.push_device d where d.person = t.person) as push
      from told t join identity.person p on p.id = t.person left join identity.notice_choice c on c.person = t.person and c.kind = t.kind order by 2`)
}

/** Those of an office: whoever belongs to it or holds a role there, and is let in. */
export const peopleOfUnit = async (cx: Pick<Cx, 'tx' | 'now'>, unit: string): Promise<string[]> =>
  (
    await cx.tx.many<{ id: string }>(sql`
      select p.id from identity.person p join identity.account a on a.person = p.id and ${isLetIn(cx.now)}
       where p.unit = ${unit} or exists (select 1 from identity.role_grant g where g.person = p.id and g.unit = ${unit} and ${holdsGrant('g', cx.now)})
       order by p.id limit ${MOST_OF_AN_OFFICE}`)
  ).map((r) => r.id)

/** Those who hold one of these roles where the root is shown: at the office that sees it, for the whole service, or in their own name. */
export const peopleOfRoles = async (
  cx: Pick<Cx, 'tx' | 'now'>,
  roles: readonly string[],
  root: string,
): Promise<string[]> =>
  (
    await cx.tx.many<{ id: string }>(sql`
      select distinct p.id from identity.role_grant g join identity.person p on p.id = g.person join identity.account a on a.person = p.id and ${isLetIn(cx.now)}
        join identity.sight s on s.root = ${root} and s.principal in (g.person, coalesce(g.unit, ${oversight}::uuid)) and s.part is null
         and s.from_at <= ${cx.now}::timestamptz and (s.until_at is null or s.until_at > ${cx.now}::timestamptz)
       where g.role = any(${roles as string[]}) and ${holdsGrant('g', cx.now)} order by p.id limit ${MOST_OF_AN_OFFICE}`)
  ).map((r) => r.id)
const MOST_OF_AN_OFFICE = 200

/** Of these subjects, those of which somebody has been told in this way. */
export const toldOf = async (
  cx: Pick<Cx, 'tx'>,
  kind: string,
  subjects: readonly Ref[],
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await cx.tx.many<{ subject: string }>(
        sql`select distinct subject from identity.notice where kind = ${kind} and subject = any(${subjects as Ref[]})`,
      )
    ).map((r) => r.subject),
  )

export interface NoticeRow {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly path: string
  readonly number: string | null
  readonly made_at: string
  readonly put_away_at: string | null
}
const mine = (cx: Pick<Cx, 'actor' | 'now'>) =>
  sql`n.person = ${cx.actor.id} and (n.root is null or ${visible(cx, 'n.root')})`

/** Newest first. What somebody may no longer see is no longer told to them. */
export const listNotices = (
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  page: { readonly limit: number; readonly cursor?: string | undefined; readonly show: 'waiting' | 'all' },
): Promise<NoticeRow[]> =>
  cx.tx.many<NoticeRow>(sql`
    select n.id, n.kind, n.subject, n.path, n.number, n.made_at, n.put_away_at from identity.notice n
     where ${mine(cx)} ${page.show === 'waiting' ? sql`and n.put_away_at is null` : noSql}
       and (${page.cursor ?? null}::uuid is null or (n.made_at, n.id) < (select made_at, id from identity.notice where id = ${page.cursor ?? null} and person = ${cx.actor.id}))
     order by n.made_at desc, n.id desc limit ${page.limit}`)

export const countWaiting = async (cx: Pick<Cx, 'tx' | 'actor' | 'now'>): Promise<number> =>
  (
    await cx.tx.one<{ n: number }>(
      sql`select count(*)::int as n from identity.notice n where ${mine(cx)} and n.put_away_at is null`,
    )
  ).n

/** Answers how many of them waited and are the actor's own. */
export const putAway = (cx: Pick<Cx, 'tx' | 'actor' | 'now'>, ids: readonly string[]): Promise<number> =>
  cx.tx.run(
    sql`update identity.notice set put_away_at = ${cx.now} where id = any(${ids as string[]}::uuid[]) and person = ${cx.actor.id} and put_away_at is null`,
  )

/** What somebody was told of and what has been dealt with since: by whomever, it waits for them no longer. */
export const putAwayAbout = (cx: Pick<Cx, 'tx' | 'now'>, person: string, subject: Ref): Promise<number> =>
  cx.tx.run(
    sql`update identity.notice set put_away_at = ${cx.now} where person = ${person} and subject = ${subject} and put_away_at is null`,
  )

/** Of which kinds the actor wants no mail, or said that they want it; and whether a mail could reach them at all. */
export const choicesOf = async (
  cx: Pick<Cx, 'tx' | 'actor'>,
): Promise<{ reachable: boolean; mail: ReadonlyMap<string, boolean> }> => {
  const { email } = await cx.tx.one<{ email: string | null }>(
    sql`select email from identity.person where id = ${cx.actor.id}`,
  )
  const rows = await cx.tx.many<{ kind: string; mail: boolean }>(
    sql`select kind, mail from identity.notice_choice where person = ${cx.actor.id}`,
  )
  return { reachable: email !== null, mail: new Map(rows.map((r) => [r.kind, r.mail])) }
}
export const insertChoices = (
  cx: Pick<Cx, 'tx' | 'actor'>,
  choices: readonly { readonly kind: string; readonly mail: boolean }[],
): Promise<number> =>
  cx.tx.run(sql`
    insert into identity.notice_choice (person, kind, mail)
    select ${cx.actor.id}, kind, mail from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as r(kind text, mail boolean)
    on conflict (person, kind) do update set mail = excluded.mail`)

const KEPT_DAYS = 365
export const forgetNotices = (tx: Tx, now: string): Promise<number> =>
  tx.run(
    sql`delete from identity.notice where made_at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`,
  )
