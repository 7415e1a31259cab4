/** Where agencies keep their recordings: what holds, what waits for a second person, what ended. */
import { dataAgreements } from '#identity/store/agreements.ts'
import { query } from '#platform/define.ts'
import { PlatformList, Platforms } from '../contract/platforms.ts'
import { platformSeen } from '../platform-steps.ts'
import { partnerKeepers, recorders } from '../roles.ts'
import { listPlatforms } from '../store/platforms.ts'

export const platforms = query({
  name: 'exchange.platforms',
  summary: 'Where agencies keep their recordings, under which agreement, and the form of an address there.',
  who: [...recorders, ...partnerKeepers.filter((r) => !recorders.includes(r))],
  input: Platforms,
  output: PlatformList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listPlatforms(cx, input)
    const agreementOf = await dataAgreements(
      cx,
      rows.map((r) => r.agreement),
    )
    return { items: rows.map((r) => platformSeen(cx, r, agreementOf)), nextCursor }
  },
})
