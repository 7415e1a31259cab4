/** The labels of a roll that no thing bears yet, as a sheet or for a label printer. */
import { banner } from '#platform/documents/papers.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { labelsPdf } from '#platform/documents/labels.ts'
import { labelsZpl } from '#platform/documents/zpl.ts'
import { LabelSheetQuery } from '../contract.ts'
import { attending } from '../roles.ts'
import { labelsOfRoll } from '../store/written.ts'

export const labelSheet = stream({
  name: 'scenes.label-sheet',
  summary: 'The labels of a roll that no thing bears yet, as a sheet or for a label printer.',
  who: attending,
  input: LabelSheetQuery,
  async run(cx, input) {
    const rows = await labelsOfRoll(cx, input.roll)
    const [first] = rows
    if (!first) throw notFound()
    cx.allow({ may_see: true, unit: first.unit })
    const { serviceName } = await letterhead(cx, cx.language)
    const labels = rows
      .filter((r) => !r.used)
      .map((r) => ({
        code: r.code,
        alt: r.code,
        number: r.code,
        lines: [cx.say('scenes.label-line'), cx.say('scenes.label-by')],
        ...banner(cx.say, cx.ground.house.demo),
      }))
    if (input.format === 'zpl')
      return {
        name: 'labels.zpl',
        mediaType: 'application/octet-stream',
        bytes: Buffer.from(labelsZpl(labels), 'utf8'),
      }
    return {
      name: 'labels.pdf',
      mediaType: 'application/pdf',
      bytes: labelsPdf(
        {
          lang: cx.language,
          title: cx.say('scenes.labels'),
          service: serviceName,
          sheet: input.sheet,
          labels,
        },
        { at: cx.now },
      ),
    }
  },
})
