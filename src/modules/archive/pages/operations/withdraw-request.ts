/** Nobody needs the scan any more: whoever asked says so, or the archive for them; the clock stops. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RequestWithdrawn, WithdrawRequest } from '../contract.ts'
import { advanceRequest } from '../requesting.ts'
import { readers } from '../../roles.ts'
import { mayWithdrawRequest } from '../rules.ts'
import { seeRequest } from '../store/requests.ts'

export const withdrawRequest = command({
  name: 'archive.withdraw-request',
  summary: 'Takes a request for a scan back, and says why nobody needs it any more.',
  who: readers,
  input: WithdrawRequest,
  output: RequestWithdrawn,
  async run(cx, input) {
    const r = await seeRequest(cx, input.request, { lock: true })
    // Whoever asked, and who would have to answer; nobody else ends what another waits for.
    const own = r.person === cx.actor.id || cx.actor.grants.some((g) => g.role === 'archivist')
    cx.allow({ ...r, may_see: r.may_see && own })
    refuseUnless(mayWithdrawRequest(r))
    await advanceRequest(cx, r, 'withdrawn', { words: input.words })
    return { id: r.id, number: r.number }
  },
})
