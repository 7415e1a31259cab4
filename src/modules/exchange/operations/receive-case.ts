/** Takes a case that a system of the police sends; sent again it is the same one. Who sends is who the token speaks for. */
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { takeIn } from '../arriving.ts'
import { ArrivalReceipt, ReceiveCase } from '../contract/arrivals.ts'
import { senders } from '../roles.ts'
import { agencyByShortName, agencyShortName } from '../store/arrivals.ts'

export const receiveCase = command({
  name: 'exchange.receive-case',
  summary:
    'Takes a case that a system of another agency sends; sent again under its number it is the same one.',
  who: senders,
  input: ReceiveCase,
  output: ArrivalReceipt,
  async run(cx, input) {
    cx.allow(null)
    // A folder is the house's own: its name says who laid the file there. Over the wire nobody speaks for another agency.
    if (cx.actor.kind !== 'person') {
      const source = input.source ?? 'folder'
      const agency = (await agencyByShortName(cx, source)) ?? null
      return takeIn(cx, input.case, { source, agency, came: 'folder' })
    }
    const agency = cx.actor.agency
    const source = agency ? await agencyShortName(cx, agency) : undefined
    if (!agency || !source || (input.source && input.source !== source))
      throw new Refusal('conflict', 'exchange.arrival-source-wrong', { next: 'exchange.next-own-agency' })
    return takeIn(cx, input.case, { source, agency, came: 'wire' })
  },
})
