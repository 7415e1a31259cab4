/** A request for a scan moves one step on by what is done with its file; nobody need say it twice. */
import type { Cx } from '#platform/cx.ts'
import type { RequestState } from './contract/requests.ts'
import { advances, endedAfter } from './rules.ts'
import { type RequestRow, requestNow, requestRef, stepsOfRequests } from './store/requests.ts'

export async function advanceRequest(
  cx: Cx,
  r: RequestRow,
  to: RequestState,
  more: { file?: string | null; words?: string | null },
): Promise<void> {
  if (to !== 'not-found' && to !== 'withdrawn' && !advances(r.state, to)) return
  await cx.lock([requestRef(r.id)])
  const copied = (await stepsOfRequests(cx, [r.id])).some((s) => s.kind === 'copied')
  const file = more.file === undefined ? r.file : more.file
  await cx.record({
    subject: requestRef(r.id),
    root: r.root,
    facts: { number: r.number, state: to },
    rows: {
      'archive.request_step': [
        {
          id: cx.newId(),
          root: r.root,
          request: r.id,
          seq: r.seq + 1,
          kind: to,
          file,
          words: more.words ?? null,
          by_name: cx.actor.name,
          at: cx.occurredAt,
        },
      ],
    },
  })
  await requestNow(cx, r, { state: to, ended: endedAfter(to, copied), file })
}
