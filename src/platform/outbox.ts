/**
 * Messages by mail: written in the transaction of the act that they tell of, so that none is sent of an act that was
 * refused and none is lost of one that was done; a job sends them (app/mail.ts). A mail says that something waits and where
 * to look, never what it is: it crosses networks and lies in boxes that no need to know reaches.
 */
import type { Json } from '#kernel/canonical.ts'
import type { Cx, Ground } from './cx.ts'
import type { Tx } from './db.ts'
import { sql } from './sql.ts'

export const sendMailTask = 'platform.send-mail'

export interface Message {
  /** A person of the house, whose address and language are looked up when it is sent; or an address. */
  readonly to: { readonly person: string } | { readonly address: string }
  /** Texts `<key>-subject` and `<key>-body`; the sentences may use {link}, {count}, {service} and {name}. */
  readonly key: string
  readonly values?: {
    /** A page of ours, such as `/reports/…`; the mail carries its full address. */
    readonly path?: string
    readonly count?: number
  }
}

/** Nothing of a case fits in here: a page and a number are all that a message can carry. */
export async function sendLater(
  cx: Pick<Cx, 'tx' | 'now' | 'newId' | 'ground'>,
  message: Message,
): Promise<{ id: string }> {
  return enqueue(cx.ground, cx.tx, { ...message, id: cx.newId(), at: cx.now })
}

/** `attachment`: public text of the ledger (a signed head), for those who keep it elsewhere. */
export async function enqueue(
  ground: Pick<Ground, 'queue'>,
  tx: Tx,
  message: Message & {
    readonly id: string
    readonly at: string
    readonly attachment?: { readonly name: string; readonly text: string }
  },
): Promise<{ id: string }> {
  const { id, key, to, values, at, attachment } = message
  const person = 'person' in to ? to.person : null
  const address = 'address' in to ? to.address : null
  await tx.run(sql`
    insert into platform.mail (id, key, person, address, path, count, attachment, state, tries, made_at, changed_at)
    values (${id}, ${key}, ${person}, ${address}, ${values?.path ?? null}, ${values?.count ?? null}, ${attachment ? JSON.stringify(attachment) : null}::jsonb, 'waiting', 0, ${at}, ${at})`)
  await ground.queue(tx, sendMailTask, { mail: id } satisfies Json, { key: `mail:${id}` })
  return { id }
}

export interface MailRow {
  readonly id: string
  readonly key: string
  readonly person: string | null
  readonly address: string | null
  readonly path: string | null
  readonly count: number | null
  readonly attachment: { readonly name: string; readonly text: string } | null
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly fault: string | null
  readonly made_at: string
  readonly changed_at: string
}
const columns = sql`id, key, person, address, path, count, attachment, state, tries, fault, made_at, changed_at`

export const findMail = (tx: Tx, id: string): Promise<MailRow | undefined> =>
  tx.maybe<MailRow>(sql`select ${columns} from platform.mail where id = ${id}`)

/** Newest first; `before` is the row after which the page begins. */
export const pageOfMail = (
  tx: Tx,
  page: { readonly limit: number; readonly state?: string | undefined; readonly before?: string | undefined },
): Promise<MailRow[]> =>
  tx.many<MailRow>(sql`
    select ${columns} from platform.mail
     where (${page.state ?? null}::text is null or state = ${page.state ?? null})
       and (${page.before ?? null}::uuid is null or (made_at, id) < (select made_at, id from platform.mail where id = ${page.before ?? null}))
     order by made_at desc, id desc limit ${page.limit}`)

export const countMail = async (tx: Tx): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await tx.many<{ state: string; n: number }>(
        sql`select state, count(*)::int as n from platform.mail group by state`,
      )
    ).map((r) => [r.state, r.n]),
  )

/** What became of a try; `fault` is a code of the mail server's, never its words: those hold addresses. */
export const noteMail = (
  tx: Tx,
  id: string,
  what: {
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly fault?: string
    readonly at: string
    readonly tried: boolean
  },
): Promise<number> =>
  tx.run(
    sql`update platform.mail set state = ${what.state}, fault = ${what.fault ?? null}, tries = tries + ${what.tried ? 1 : 0}, changed_at = ${what.at} where id = ${id}`,
  )

/** Answers how many; what was sent is not sent twice. */
export async function queueAgain(
  cx: Pick<Cx, 'tx' | 'now' | 'ground'>,
  ids: readonly string[],
): Promise<number> {
  const rows = await cx.tx.many<{ id: string }>(
    sql`update platform.mail set state = 'waiting', tries = 0, changed_at = ${cx.now} where id = any(${ids as string[]}::uuid[]) and state <> 'sent' returning id`,
  )
  for (const { id } of rows) await cx.ground.queue(cx.tx, sendMailTask, { mail: id }, { key: `mail:${id}` })
  return rows.length
}
