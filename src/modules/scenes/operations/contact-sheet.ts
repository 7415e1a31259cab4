/** Photographs of a scene on paper, twenty a page: number, words, hour; as many as two hundred a file. */
import { letterhead } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { stream } from '#platform/define.ts'
import { paperPdf, houseFrame } from '#platform/documents/papers.ts'
import { ContactSheet } from '../contract.ts'
import type { PhotographSeen } from '../contract.ts'
import { photographSeen } from '../pictures-seen.ts'
import { contactPicture } from '../picturing.ts'
import { when } from '../record-sections.ts'
import { readers } from '../roles.ts'
import { seeAttendance } from '../store/attendances.ts'
import { countPhotographs, listPhotographs } from '../store/pictures.ts'
import { correctionsOf } from '../store/written.ts'

export const contactSheet = stream({
  name: 'scenes.contact-sheet',
  summary: 'Photographs of a scene on paper, twenty a page.',
  who: readers,
  reads: 'sensitive',
  input: ContactSheet,
  async run(cx, input) {
    const a = await seeAttendance(cx, input.attendance)
    cx.allow(a)
    const rows = await listPhotographs(
      cx,
      { attendance: a.id },
      { limit: input.many, cursor: `${a.number}|${input.from - 1}` },
    )
    const corrections = await correctionsOf(cx, a.id)
    const pictures: Record<string, Uint8Array> = {}
    for (const row of rows) {
      const made = await contactPicture(cx, row.small)
      if (made) pictures[`photo-${row.seq}`] = made
    }
    const cells = rows.map((row) => cellOf(cx, photographSeen(cx, row, [], corrections), pictures))
    const last = rows.at(-1)?.seq ?? input.from
    const head = await letterhead(cx, cx.language)
    const of = await countPhotographs(cx, { attendance: a.id })
    return {
      name: `${a.number}-${input.from}-${last}.pdf`,
      mediaType: 'application/pdf',
      bytes: paperPdf(
        {
          lang: cx.language,
          title: cx.say('op.scenes.contact-sheet'),
          number: a.number,
          subtitle: a.place,
          ...houseFrame(cx.say, head, cx.ground.house.demo),
          sections: [
            { blocks: [{ kind: 'contact-sheet', across: 4, cells }] },
            {
              blocks: [
                { kind: 'notes', lines: [cx.say('scenes.contact-foot', { from: input.from, to: last, of })] },
              ],
            },
          ],
        },
        { at: cx.now, pictures },
      ),
    }
  },
})

function cellOf(cx: Cx, p: PhotographSeen, pictures: Readonly<Record<string, Uint8Array>>) {
  const name = `photo-${p.seq}`
  const words = p.caption ?? cx.say(`scenes.shows-${p.shows}`)
  return {
    ...(name in pictures ? { name } : {}),
    alt: cx.say('scenes.photo-alt', { seq: p.seq, caption: words }),
    lines: [
      `${p.seq}. ${words}`,
      [p.name, p.takenAt ? when(p.takenAt, cx.language) : null].filter(Boolean).join(' · '),
      ...(name in pictures ? [] : [cx.say('scenes.contact-not-shown')]),
      ...(p.source ? [cx.say('scenes.photo-copy', { steps: p.steps ?? '' })] : []),
    ],
  }
}
