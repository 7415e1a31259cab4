/** Names who is sent the newest signed head of the ledger each day: people outside who keep what the house could not take back. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { z } from 'zod'
import { SetHeadRecipients } from '../contract/mail.ts'
import { setHeadRecipientsTo } from '../store/mail.ts'

export const setHeadRecipients = command({
  name: 'identity.set-head-recipients',
  summary: 'Names who is sent the newest signed head of the ledger each day.',
  who: ['administrator', 'director', 'quality-manager'],
  reason: 'required',
  input: SetHeadRecipients,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    await setHeadRecipientsTo(cx.tx, [...new Set(input.addresses.map((a) => a.toLowerCase()))])

    // Addresses are personal: the entry says how many, the setting says which.
    await cx.record({
      subject: ref('identity.person', cx.actor.id),
      facts: { addresses: input.addresses.length },
    })
    return {}
  },
})
