/** What a link in a mail opens: the certificate that was given to this reader, for seven days from then; afterwards it is found by its number. */
import { caseworkers } from '#identity/roles.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { Received, ReceivedSeen } from '../contract.ts'
import { paperNumber } from '../rules.ts'
import { mustBeReleased } from '../releasing.ts'
import { getDelivery, isMine } from '../store/recipients.ts'
import { getVersion } from '../store/versions.ts'

const LINK_DAYS = 7

export const received = query({
  name: 'reports.received',
  summary: 'Opens the certificate that a link in a mail names, for its recipient, for seven days.',
  who: caseworkers,
  reads: 'sensitive',
  input: Received,
  output: ReceivedSeen,
  async run(cx, input) {
    const delivery = await getDelivery(cx, input.delivery)
    const v = await getVersion(cx, delivery.version)
    cx.allow({ may_see: v.may_see, root: v.root })
    if (!isMine(cx, delivery)) throw notFound()
    await mustBeReleased(cx, v)
    const until = new Date(Date.parse(delivery.at) + LINK_DAYS * 86_400_000).toISOString()
    if (cx.now >= until)
      throw new Refusal('conflict', 'reports.link-ended', {
        values: { number: paperNumber(v) },
        next: 'reports.next-search-number',
      })
    return { report: v.id, number: paperNumber(v), until }
  },
})
