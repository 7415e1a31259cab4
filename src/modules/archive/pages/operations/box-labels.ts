/** Labels with barcodes: of a box and everything in it, or of one file. */
import { banner } from '#platform/documents/papers.ts'
import { letterhead } from '#modules/catalogue/public.ts'
import { notFound } from '#kernel/verdict.ts'
import { labelsPdf } from '#platform/documents/labels.ts'
import { stream } from '#platform/define.ts'
import { LabelsOf } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { seeBox } from '../../shelves/store/boxes.ts'
import { seeFile } from '../../shelves/store/files.ts'
import { listFiles } from '../../shelves/store/inventory.ts'

const MOST = 500
export const boxLabels = stream({
  name: 'archive.box-labels',
  summary: 'Labels with barcodes as a PDF: of a box and all files in it, or of one file.',
  who: keepers,
  input: LabelsOf,
  async run(cx, input) {
    const { serviceName } = await letterhead(cx, cx.language)
    const demo = banner(cx.say, cx.ground.house.demo)
    const label = (code: string, number: string, lines: readonly string[]) => ({
      code,
      alt: number,
      number,
      lines,
      ...demo,
    })
    const one = input.file ? await seeFile(cx, input.file) : null
    const box = input.box ? await seeBox(cx, { id: input.box }) : null
    if (!one && !box) throw notFound()
    cx.allow(one ?? box)
    const files = one ? [one] : await listFiles(cx, { box: box?.id }, { limit: MOST })
    const labels = [
      ...(box ? [label(box.barcode, box.number, [box.title, ...(box.years ? [box.years] : [])])] : []),
      ...files
        .toReversed()
        .map((f) =>
          label(f.barcode, f.number, [
            f.said_numbers.join(' · '),
            [f.box_number, f.tier.toUpperCase()].join(' · '),
          ]),
        ),
    ]
    return {
      name: `${(one ?? box)?.number ?? 'labels'}.pdf`,
      mediaType: 'application/pdf',
      bytes: labelsPdf(
        {
          lang: cx.language,
          title: cx.say('op.archive.box-labels'),
          service: serviceName,
          sheet: input.sheet,
          labels,
        },
        { at: cx.now },
      ),
    }
  },
})
