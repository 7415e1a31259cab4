/** The wall of photographs of a scene or a case: in order, with what is missing between them and what is there twice; the look is logged. */
import { numberSeriesOf, type NumberedPhoto } from '#formats/photo/camera-numbers.ts'
import { cameraNumberOf } from '#formats/photo/camera-numbers.ts'
import { query } from '#platform/define.ts'
import { PhotographList, Photographs } from '../contract.ts'
import { photographSeen } from '../pictures-seen.ts'
import { readers } from '../roles.ts'
import { duplicatesOf } from '../rules.ts'
import { seeAttendance } from '../store/attendances.ts'
import { annotationsOf, countPhotographs, listPhotographs, namesOf } from '../store/pictures.ts'
import { correctionsOf } from '../store/written.ts'

export const photographs = query({
  name: 'scenes.photographs',
  summary:
    'The photographs of a scene or a case in order, with what is missing between them and what is there twice.',
  who: readers,
  reads: 'sensitive',
  input: Photographs,
  output: PhotographList,
  async run(cx, input) {
    const a = input.attendance ? await seeAttendance(cx, input.attendance) : null
    cx.allow(a)
    const rows = await listPhotographs(cx, input, input)
    const total = await countPhotographs(cx, input)
    const pointed = await annotationsOf(
      cx,
      rows.map((r) => r.id),
    )
    const corrections = a ? await correctionsOf(cx, a.id) : []
    const last = rows.at(-1)
    const first = input.cursor === undefined
    const all = first ? await namesOf(cx, input) : []
    const numbered: NumberedPhoto[] = all
      .filter((p) => p.source === null)
      .map((p) => ({
        id: p.name,
        camera: [p.camera, p.folder].filter(Boolean).join(' · '),
        cameraNumber: cameraNumberOf(p.name),
      }))
    return {
      items: rows.map((r) => photographSeen(cx, r, pointed, corrections)),
      nextCursor: rows.length === input.limit && last ? `${last.attendance_number}|${last.seq}` : null,
      total,
      gaps: numberSeriesOf(numbered).flatMap((s) =>
        s.gaps.map((g) => ({
          before: g.after,
          after: g.before,
          missing: g.missing,
          text: cx.say('scenes.camera-gap', {
            n: g.missing,
            from: `${s.prefix}${String(g.from).padStart(4, '0')}`,
            to: `${s.prefix}${String(g.to).padStart(4, '0')}`,
          }),
        })),
      ),
      duplicates: duplicatesOf(all),
    }
  },
})
