/** The signed scene record, the newest version or one by its number. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { SceneRecordQuery } from '../contract.ts'
import { readers } from '../roles.ts'
import { recordFile } from '../store/attendances.ts'

export const sceneRecord = stream({
  name: 'scenes.scene-record',
  summary: 'The signed scene record as a PDF, the newest version or one by its number.',
  who: readers,
  reads: 'sensitive',
  input: SceneRecordQuery,
  async run(cx, input) {
    const found = await recordFile(cx, input.attendance, input.version)
    if (!found) throw notFound()
    cx.allow(found)
    return { name: found.name, mediaType: 'application/pdf', file: found.file }
  },
})
