/** A release as it would be shown or is shown, with what was hidden and how that was proved. */
import { query } from '#platform/define.ts'
import { OfRelease, ReleaseSeen } from '../contract.ts'
import { releaseSeen } from '../releasing.ts'
import { releasers } from '../roles.ts'
import { releaseById } from '../store/releases.ts'

export const getRelease = query({
  name: 'observatory.get-release',
  summary: 'A release as it is shown, with what was hidden and how that was proved.',
  who: releasers,
  input: OfRelease,
  output: ReleaseSeen,
  async run(cx, input) {
    cx.allow(null)
    return releaseSeen(cx, await releaseById(cx, input.release))
  },
})
