/**
 * Sends the outbox through the mail server of CUSTODIA_SMTP_URL; without one, messages stay in the outbox, where an
 * administrator sees them. A try that fails comes again, later each time (the job queue's own pace); what the server
 * refuses for good is not tried again. `?from=` in the address names the sender.
 */
import type * as Nodemailer from 'nodemailer'
import { headRecipients, reachPerson } from '#identity/store/mail.ts'
import type { Json } from '#kernel/canonical.ts'
import { newestCheckpoint } from '#ledger/proofs.ts'
import type { Ground } from '#platform/cx.ts'
import { onFirstUse } from '#platform/on-first-use.ts'
import { type MailRow, enqueue, findMail, noteMail, sendMailTask } from '#platform/outbox.ts'
import { sql } from '#platform/sql.ts'

const nodemailer = onFirstUse<typeof Nodemailer>('nodemailer')

export const mailHeadTask = 'ledger.mail-head'
/** As ground.ts queues them. */
const MOST_TRIES = 12

type Task = (payload: Json) => Promise<void>

export function mailTasks(ground: Ground, smtpUrl: string | undefined): Record<string, Task> {
  return {
    [sendMailTask]: (payload) => send(ground, smtpUrl, (payload as { mail: string }).mail),
    [mailHeadTask]: () => mailHead(ground),
  }
}

interface SmtpFault {
  readonly responseCode?: number
  readonly code?: string
}

async function send(ground: Ground, smtpUrl: string | undefined, id: string): Promise<void> {
  const tx = ground.db.direct
  const row = await findMail(tx, id)
  if (!row || row.state === 'sent' || smtpUrl === undefined) return
  const note = (state: MailRow['state'], fault?: string): Promise<number> =>
    noteMail(tx, id, { state, at: ground.now(), tried: true, ...(fault ? { fault } : {}) })
  const to = row.address
    ? { name: '', address: row.address, language: 'en' as const }
    : await reachPerson(tx, row.person ?? '')
  if (!to?.address) return void (await note('failed', 'no-address'))
  const { transport, from } = connect(smtpUrl, ground.house.url)
  try {
    await transport.sendMail({
      from,
      to: to.address,
      ...(await wordsOf(ground, row, to)),
      messageId: `<${row.id}@${new URL(ground.house.url).hostname}>`,
      headers: { 'auto-submitted': 'auto-generated' },
      ...(row.attachment
        ? { attachments: [{ filename: row.attachment.name, content: row.attachment.text }] }
        : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    // The server's words hold addresses; its codes do not.
    const { responseCode, code } = error as SmtpFault
    const fault = String(responseCode ?? code ?? 'unknown')
    const forGood = (responseCode ?? 0) >= 500 || row.tries + 1 >= MOST_TRIES
    await note(forGood ? 'failed' : 'waiting', fault)
    if (forGood) return
    throw new Error(`the mail server answered ${fault}`)
  } finally {
    transport.close()
  }
  await note('sent')
}

function connect(smtpUrl: string, houseUrl: string) {
  const address = new URL(smtpUrl)
  const named = address.searchParams.get('from')
  address.searchParams.delete('from')
  const user = decodeURIComponent(address.username)
  const from = named ?? (user.includes('@') ? user : `custodia@${new URL(houseUrl).hostname}`)
  const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
  return { transport: nodemailer.createTransport({ url: address.href, ...patience }), from }
}

async function wordsOf(
  ground: Ground,
  row: MailRow,
  to: { readonly name: string; readonly language: 'en' | 'es' },
): Promise<{ subject: string; text: string }> {
  const service = await ground.db.direct.maybe<{ value: string }>(
    sql`select value from platform.setting where key = 'service-name'`,
  )
  const say = await ground.words(ground.db.direct, to.language, ground.now())
  const values = {
    name: to.name,
    service: service?.value ?? 'Custodia',
    count: row.count ?? 0,
    link: `${ground.house.url}${row.path ?? ''}`,
  }
  return { subject: say(`${row.key}-subject`, values), text: `${say(`${row.key}-body`, values)}\n` }
}

/** Whoever keeps the newest head outside can show that nothing before it was cut off or rewritten. */
async function mailHead(ground: Ground): Promise<void> {
  const recipients = await headRecipients(ground.db.direct)
  const head = await newestCheckpoint(ground)
  if (recipients.length === 0 || head === undefined) return
  const size = Number(head.split('\n')[1])
  await ground.db.transaction(async (tx) => {
    for (const address of recipients)
      await enqueue(ground, tx, {
        id: ground.newId(),
        at: ground.now(),
        to: { address },
        key: 'ledger.mail-head',
        values: { count: size, path: '/api/ledger/checkpoint' },
        attachment: { name: 'checkpoint.txt', text: head },
      })
  })
}
