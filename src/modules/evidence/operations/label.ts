/** Labels ready to print: a PDF for a sheet or a roll, or ZPL for a label printer; never a personal value on them. */
import { letterhead } from '#modules/catalogue/public.ts'
import { labelsPdf } from '#platform/documents/papers.ts'
import { stream } from '#platform/define.ts'
import { LabelQuery } from '../contract.ts'
import { readers } from '../roles.ts'
import { namesFor } from '../store/chain.ts'
import { seeItems } from '../store/items.ts'
import { zplOf } from '../zpl.ts'

export const label = stream({
  name: 'evidence.label',
  summary: 'Labels ready to print: a PDF, or ZPL for a label printer; never a personal value on them.',
  who: readers,
  input: LabelQuery,
  async run(cx, input) {
    const items = await seeItems(cx, input.items)
    for (const item of items) cx.allow(item)
    const language = cx.say('evidence.language') === 'es' ? 'es' : 'en'
    const names = await namesFor(
      cx,
      items.flatMap((i) => i.hazards.map((h) => ['hazard', h] as const)),
      [],
      language,
    )
    const { serviceName } = await letterhead(cx, language)
    const labels = items.map((i) => ({
      code: i.barcode,
      number: i.number,
      alt: i.barcode,
      lines: [i.description.slice(0, 60), i.barcode, serviceName],
      ...(i.hazards.length > 0 ? { hazards: i.hazards.map((h) => names.code('hazard', h)).join(' · ') } : {}),
    }))
    if (input.format === 'zpl')
      return {
        name: 'labels.zpl',
        mediaType: 'application/octet-stream',
        bytes: Buffer.from(labels.map(zplOf).join('\n'), 'utf8'),
      }
    return {
      name: 'labels.pdf',
      mediaType: 'application/pdf',
      bytes: labelsPdf(
        { lang: language, title: cx.say('evidence.labels'), service: serviceName, sheet: 'a4-70x37', labels },
        { at: cx.now },
      ),
    }
  },
})
