/** The operations of work. */
import type { Module } from '#platform/cx.ts'
import { plain } from '#platform/define.ts'
import { acceptRequest } from './operations/accept-request.ts'
import { assignRequest } from './operations/assign-request.ts'
import { backlog } from './operations/backlog.ts'
import { declineRequest } from './operations/decline-request.ts'
import { myBench } from './operations/my-bench.ts'
import { queue } from './operations/queue.ts'
import { reassignRequest } from './operations/reassign-request.ts'
import { request } from './operations/request.ts'
import { requestExamination } from './operations/request-examination.ts'
import { restartClock } from './operations/restart-clock.ts'
import { setPriority } from './operations/set-priority.ts'
import { startWork } from './operations/start-work.ts'
import { stopClock } from './operations/stop-clock.ts'
import { transferExceptions } from './operations/transfer-exceptions.ts'
import { transferRequest } from './operations/transfer-request.ts'
import { turnaround } from './operations/turnaround.ts'
import { withdrawRequest } from './operations/withdraw-request.ts'
import { workload } from './operations/workload.ts'
import { onConsumed } from './reactions/on-consumed.ts'
import { derived } from './store.ts'
import { usesOfRules } from './store/uses.ts'

export const work: Module = {
  name: 'work',
  uses: usesOfRules,
  operations: [
    plain(requestExamination),
    plain(acceptRequest),
    plain(declineRequest),
    plain(withdrawRequest),
    plain(assignRequest),
    plain(reassignRequest),
    plain(setPriority),
    plain(transferRequest),
    plain(transferExceptions),
    plain(startWork),
    plain(stopClock),
    plain(restartClock),
    plain(queue),
    plain(myBench),
    plain(request),
    plain(workload),
    plain(backlog),
    plain(turnaround),
  ],
  constraints: {
    work_request_number: 'somebody-was-faster',
    work_step_order: 'somebody-was-faster',
    work_reviewed_once: 'work.already-accepted',
  },
  derived,
  reactions: [onConsumed],
}
