/** Moves a request to another laboratory of the service, which takes it on or declines it; its exhibits travel by themselves, or stay. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { giveSight } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { RequestDone, TransferRequest } from '../contract.ts'
import { mayTransfer } from '../rules.ts'
import { getRequest } from '../store.ts'
import { askerOf } from '../store/asked.ts'
import { takeStep } from '../steps.ts'

export const transferRequest = command({
  name: 'work.transfer-request',
  summary:
    'Moves a request to another laboratory of the service, which takes it on or declines it; its exhibits travel by themselves, or stay.',
  who: ['section-head', 'director'],
  input: TransferRequest,
  output: RequestDone,
  reason: 'required',
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await getRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(mayTransfer(request, input.toUnit))
    const done = await takeStep(cx, request, {
      kind: 'transferred',
      state: 'asked',
      unit: input.toUnit,
      assignee: null,
      reviewer: null,
      method_version: null,
      waiting: false,
      words: cx.reason,
    })
    await giveSight(cx, request.root, [input.toUnit], 'work.transfer-request')
    const about = { subject: ref('work.request', request.id), root: request.root, number: request.number }
    await notifyUnit(cx, input.toUnit, 'work.notice-transferred', {
      ...about,
      path: `/work/requests/${request.id}`,
    })
    await notify(cx, [await askerOf(cx.tx, request.id)], 'work.notice-transferred', {
      ...about,
      path: `/portal/cases/${request.root}`,
    })
    return done
  },
})
