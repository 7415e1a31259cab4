/** The outbox: messages by mail, newest first, what became of each, and whether anything goes out at all. */
import { query } from '#platform/define.ts'
import { countMail, pageOfMail } from '#platform/outbox.ts'
import { ListMail, MailList } from '../contract/mail.ts'
import { headRecipients, namesOf } from '../store/mail.ts'

export const listMail = query({
  name: 'identity.list-mail',
  summary: 'Lists messages by mail and what became of them.',
  who: ['administrator'],
  input: ListMail,
  output: MailList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfMail(cx.tx, { limit: input.limit, state: input.state, before: input.cursor })
    const names = await namesOf(
      cx.tx,
      rows.flatMap((r) => (r.person ? [r.person] : [])),
    )
    const counts = await countMail(cx.tx)
    return {
      items: rows.map((r) => ({
        id: r.id,
        subject: cx.say(`${r.key}-subject`, { count: r.count ?? 0 }),
        to: r.address ?? names.get(r.person ?? '') ?? '',
        state: r.state,
        tries: r.tries,
        fault: r.fault,
        madeAt: r.made_at,
        changedAt: r.changed_at,
      })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
      goesOut: cx.ground.house.mail ?? false,
      waiting: counts.waiting ?? 0,
      failed: counts.failed ?? 0,
      headRecipients: await headRecipients(cx.tx),
    }
  },
})
