/** The SQL of mail as people read it: to whom by name, where a person is reached, who is sent the signed heads. */
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export interface Reached {
  readonly name: string
  readonly address: string | null
  readonly language: 'en' | 'es'
}

/** Undefined for somebody whose account is closed: nothing is sent to them any more. */
export const reachPerson = (tx: Tx, person: string): Promise<Reached | undefined> =>
  tx.maybe<Reached>(sql`
    select p.name, p.email as address, coalesce(a.language, 'en') as language
      from identity.person p left join identity.account a on a.person = p.id where p.id = ${person} and not coalesce(a.suspended, false)`)

export const namesOf = async (tx: Tx, people: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await tx.many<{ id: string; name: string }>(
        sql`select id, name from identity.person where id = any(${people as string[]}::uuid[])`,
      )
    ).map((r) => [r.id, r.name]),
  )

export const headRecipients = async (tx: Tx): Promise<string[]> =>
  (await tx.maybe<{ value: string[] }>(sql`select value from platform.setting where key = 'head-recipients'`))
    ?.value ?? []

export const setHeadRecipientsTo = (tx: Tx, addresses: readonly string[]): Promise<number> =>
  tx.run(
    sql`insert into platform.setting (key, value) values ('head-recipients', ${JSON.stringify(addresses)}::jsonb) on conflict (key) do update set value = excluded.value`,
  )
