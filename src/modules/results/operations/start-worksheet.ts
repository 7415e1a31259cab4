/** Begins the worksheet of a request by the version of the method that it was assigned with. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { addHandles } from '#modules/cases/public.ts'
import { relyOn } from '#modules/quality/public.ts'
import { seeRequest } from '#modules/work/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, StartWorksheet } from '../contract.ts'
import { mayBegin } from '../rules.ts'
import { sheetsOfRequest, standNow } from '../store.ts'

export const startWorksheet = command({
  name: 'results.start-worksheet',
  summary: 'Begins the worksheet of a request by the version of its method.',
  who: ['analyst', 'section-head', 'pathologist'],
  input: StartWorksheet,
  output: Done,
  async run(cx, input) {
    await cx.lock([ref('work.request', input.request)])
    const request = await seeRequest(cx, input.request)
    cx.allow(request)
    refuseUnless(unless(request.assignee === cx.actor.id, no('results.not-your-request')))
    refuseUnless(
      unless(request.state === 'started', no('results.request-not-started', {}, 'results.next-start-work')),
    )
    refuseUnless(mayBegin(await sheetsOfRequest(cx, request.id), cx.actor.id))
    const method = request.method_version as string
    const id = input.id ?? cx.newId()
    const subject = ref('results.worksheet', id)
    refuseUnless(
      await relyOn(cx, subject, request.root, [
        { kind: 'method-version', id: method },
        { kind: 'person', id: cx.actor.id, for: `${method}:analyst` },
      ]),
    )

    const number = await nextNumber(cx, 'worksheet')
    const sheet = {
      id,
      root: request.root,
      number,
      request: request.id,
      analyst: cx.actor.id,
      method_version: method,
      unit: request.unit,
    }
    await cx.record({
      subject,
      root: request.root,
      facts: { number, request: request.id, method },
      rows: { 'results.worksheet': [sheet] },
    })
    await standNow(cx, sheet, 'open')
    await addHandles(cx, [
      { text: number, kind: 'worksheet-number', subject, root: request.root, label: number },
    ])
    return { id, number }
  },
})
