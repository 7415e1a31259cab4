/** Somebody looked through a file and says what in it only few should see, or that there is nothing: only then others see its pages. */
import { codeOf } from '#modules/catalogue/public.ts'
import { addHandles, dropHandles, seeCase } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { MarkSensitive, Marked } from '../contract.ts'
import { handlesOf } from '../linking.ts'
import { advanceRequest } from '../requesting.ts'
import { keepers } from '../../roles.ts'
import { fileRef, seeFile, takeFileStep } from '../../shelves/store/files.ts'
import { namesOnCover } from '../../shelves/store/inventory.ts'
import { openRequestsOf } from '../store/requests.ts'

export const markSensitive = command({
  name: 'archive.mark-sensitive',
  summary: 'Says what in a file only few should see, or that somebody looked and found nothing to guard.',
  who: keepers,
  input: MarkSensitive,
  output: Marked,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow({ ...f, sensitive: false })
    for (const code of input.why) await codeOf(cx, 'archive-sensitivity', code)
    const sensitive = [...new Set(input.why)].sort()
    await takeFileStep(
      cx,
      f,
      'screened',
      { screened: true, sensitive },
      { words: input.words ?? null, facts: { sensitive: sensitive.join(' ') } },
    )
    // The names of a guarded file are not found by whoever may not read it; of one that is guarded no longer they are found again.
    if (sensitive.length > 0) await dropHandles(cx, fileRef(f.id), 'cover-name')
    else if (f.sensitive_for.length > 0 && !(f.linked && (await seeCase(cx, f.linked)).guarded))
      await addHandles(
        cx,
        handlesOf(f, await namesOnCover(cx, f.vault)).filter((h) => h.kind === 'cover-name'),
      )
    for (const request of await openRequestsOf(cx, f.id, ['scanned']))
      await advanceRequest(cx, request, 'screened', {})
    return { file: f.id, sensitive }
  },
})
