/** Gives out what was granted to somebody without an account: once, as paper over the counter. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { OfRecords, RecordSeen } from '../contract/records.ts'
import { handlesRecords } from '../roles.ts'
import { mayReleaseRecords } from '../rules/records.ts'
import { mayGoNow, recordRef, recordSeen, releaseStep, standing } from '../records-steps.ts'
import { recordById } from '../store/records.ts'

export const releaseRecords = command({
  name: 'portal.release-records',
  summary: 'Gives out once what was granted, as paper over the counter, to who showed who they are.',
  who: handlesRecords,
  input: OfRecords,
  output: RecordSeen,
  stepUp: true,
  async run(cx, input) {
    await cx.lock([recordRef(input.request)])
    const r = await recordById(cx, input.request)
    cx.allow(r)
    refuseUnless(mayReleaseRecords(standing(r)))
    refuseUnless(await mayGoNow(cx, r))
    await releaseStep(cx, r)
    return recordSeen(cx, await recordById(cx, r.id))
  },
})
