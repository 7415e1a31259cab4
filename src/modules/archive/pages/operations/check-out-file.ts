/** An original leaves its box in somebody's hands, until a day. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { CheckOutFile, Stepped } from '../contract.ts'
import { advanceRequest } from '../requesting.ts'
import { holders } from '../../roles.ts'
import { dueLater, mayCheckOut, mayServe } from '../rules.ts'
import { seeFile, takeFileStep } from '../../shelves/store/files.ts'
import { personNamed } from '../../shelves/store/people.ts'
import { seeRequest } from '../store/requests.ts'

export const checkOutFile = command({
  name: 'archive.check-out-file',
  summary: 'Gives a paper file out of its box to somebody, until a day.',
  who: holders,
  input: CheckOutFile,
  output: Stepped,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    refuseUnless(mayCheckOut(f))
    refuseUnless(dueLater(input.due, cx.now.slice(0, 10)))
    const holder = await personNamed(cx, input.person ?? cx.actor.id)
    const request = input.request ? await seeRequest(cx, input.request, { lock: true }) : null
    if (request) refuseUnless(mayServe(request, f.id))
    await takeFileStep(
      cx,
      f,
      'checked-out',
      { state: 'out', holder, due: input.due },
      {
        words: input.words ?? null,
        facts: { due: input.due, request: request?.number ?? null },
      },
    )
    if (request) await advanceRequest(cx, request, 'located', { file: f.id })
    return { file: f.id, state: 'out' as const, box: f.box_number }
  },
})
