/** The file that somebody took, to that person and to nobody else. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { TakenFile } from '../contract/feed.ts'
import { releasers } from '../roles.ts'
import { shareById } from '../store/feeds.ts'

export const takenFile = stream({
  name: 'observatory.taken-file',
  summary: 'The file that one took, as it stands on the register.',
  who: releasers,
  input: TakenFile,
  async run(cx, input) {
    cx.allow(null)
    const share = await shareById(cx, input.share)
    if (share.recorded_by !== cx.actor.id) throw notFound()
    return {
      name: share.form,
      mediaType: 'application/octet-stream',
      bytes: await cx.ground.files.read(share.file),
    }
  },
})
