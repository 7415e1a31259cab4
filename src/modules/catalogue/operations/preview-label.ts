/** A label as it would be printed, before anybody proposes it: drawn for the screen and as it goes to a label printer. */
import { Refusal } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { labelsSvg } from '#platform/documents/labels.ts'
import { labelsZpl } from '#platform/documents/zpl.ts'
import { faultsOf } from '#platform/faults.ts'
import { LabelBody, LabelDrawn, PreviewLabel } from '../contract.ts'
import { filledLabel } from '../labels.ts'

export const previewLabel = query({
  name: 'catalogue.preview-label',
  summary: 'Draws a label with made-up values, for the screen and for a label printer.',
  who: ['administrator', 'quality-manager', 'section-head', 'director', 'evidence-officer'],
  input: PreviewLabel,
  output: LabelDrawn,
  async run(cx, input) {
    cx.allow(null)
    const read = LabelBody.safeParse(jsonOf(input.label), { reportInput: true })
    if (!read.success) throw new Refusal('invalid', 'input-does-not-fit', { fields: faultsOf(read.error) })
    const label = filledLabel(read.data, {
      number: '2026-00417-3',
      case: 'C-2026-00417',
      description: cx.say('catalogue.s-label-thing'),
      seal: 'A 1049 882',
      code: 'VAULT-09-C',
      name: cx.say('catalogue.s-label-place'),
      path: 'VAULT › 09 › C',
      hazards: cx.say('catalogue.s-label-hazard'),
    })
    const one = {
      code: input.key === 'location' ? 'VAULT-09-C' : 'CX-01HX7Q2MPK',
      alt: label.number,
      number: label.number,
      lines: label.lines,
    }
    const paper = { lang: cx.language, title: label.number, service: '', sheet: label.own, labels: [one] }
    const { widthMm, heightMm } = label.own
    return { widthMm, heightMm, svg: labelsSvg(paper, { at: cx.now }), zpl: labelsZpl([one], label.own) }
  },
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
