/** An original is back in a box: from somebody's hands, or found again. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReturnFile, Stepped } from '../contract.ts'
import { advanceRequest } from '../requesting.ts'
import { holders } from '../../roles.ts'
import { mayReturn } from '../rules.ts'
import { seeBox } from '../../shelves/store/boxes.ts'
import { seeFile, takeFileStep } from '../../shelves/store/files.ts'
import { openRequestsOf } from '../store/requests.ts'

export const returnFile = command({
  name: 'archive.return-file',
  summary: 'Puts a paper file back into a box, from somebody or found again.',
  who: holders,
  input: ReturnFile,
  output: Stepped,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow(f)
    refuseUnless(mayReturn(f))
    const box = input.box ? await seeBox(cx, { code: input.box }) : { id: f.box, number: f.box_number }
    await takeFileStep(
      cx,
      f,
      f.state === 'missing' ? 'found' : 'returned',
      { state: 'in-box', box: box.id, holder: null, due: null },
      { words: input.words ?? null, facts: { box: box.number } },
    )
    for (const request of await openRequestsOf(cx, f.id, ['copied']))
      await advanceRequest(cx, request, 'returned', {})
    return { file: f.id, state: 'in-box' as const, box: box.number }
  },
})
