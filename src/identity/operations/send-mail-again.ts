/** Queues messages again that failed, or that waited while no mail server was named. */
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { queueAgain } from '#platform/outbox.ts'
import { MailSent, SendMailAgain } from '../contract/mail.ts'

export const sendMailAgain = command({
  name: 'identity.send-mail-again',
  summary: 'Queues messages again that were not sent.',
  who: ['administrator'],
  input: SendMailAgain,
  output: MailSent,
  async run(cx, input) {
    cx.allow(null)
    const queued = await queueAgain(cx, input.mail)
    if (queued === 0) throw notFound()

    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { queued } })
    return { queued }
  },
})
