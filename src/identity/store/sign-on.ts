/** The SQL of sign-on: whose account of the provider it is, and who waits to be told apart. */
import { instantOf } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { hashOf } from '../authority.ts'
import type { Said } from '../sign-on.ts'

const WAIT_MS = 24 * 3_600_000

export const personOfSignOn = (cx: Cx, said: Said): Promise<{ person: string } | undefined> =>
  cx.tx.maybe(
    sql`select person from identity.sign_on where issuer = ${said.issuer} and subject = ${said.subject} and ended_at is null`,
  )

/** Outlives the refusal; one line for each account of the provider, however often it comes. */
export const waitForLink = (cx: Cx, said: Said, code: string): Promise<void> =>
  cx.aside(async (tx) => {
    await tx.run(sql`delete from identity.sign_on_waiting where expires_at < ${cx.now}::timestamptz`)
    await tx.run(sql`
      insert into identity.sign_on_waiting (issuer, subject, name, code_hash, expires_at)
      values (${said.issuer}, ${said.subject}, ${said.name}, ${hashOf(code)}, ${instantOf(Date.parse(cx.now) + WAIT_MS)})
      on conflict (issuer, subject) do update set name = excluded.name, code_hash = excluded.code_hash, expires_at = excluded.expires_at`)
  })

export type Waiting = Pick<Said, 'issuer' | 'subject' | 'name'>
/** Taken with the code, which is good once. */
export const takeWaiting = (cx: Cx, code: string): Promise<Waiting | undefined> =>
  cx.tx.maybe(
    sql`delete from identity.sign_on_waiting where code_hash = ${hashOf(code)} and expires_at > ${cx.now}::timestamptz returning issuer, subject, name`,
  )
export const insertSignOn = (cx: Cx, person: string, w: Waiting): Promise<number> =>
  cx.tx.run(
    sql`insert into identity.sign_on (id, issuer, subject, person, name, linked_at, linked_by) values (${cx.newId()}, ${w.issuer}, ${w.subject}, ${person}, ${w.name}, ${cx.now}, ${cx.actor.kind === 'person' ? cx.actor.id : null})`,
  )
export const endSignOn = async (cx: Cx, person: string): Promise<string | undefined> =>
  (
    await cx.tx.maybe<{ issuer: string }>(
      sql`update identity.sign_on set ended_at = ${cx.now} where person = ${person} and ended_at is null returning issuer`,
    )
  )?.issuer
/** Sessions that were opened by it end with it. */
export const endSignOnSessions = (cx: Cx, person: string): Promise<number> =>
  cx.tx.run(
    sql`update identity.session set ended_at = ${cx.now} where person = ${person} and method = 'sign-on' and ended_at is null`,
  )
