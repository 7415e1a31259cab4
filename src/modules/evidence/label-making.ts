/** Labels drawn for paper or for a label printer, by the one way that the house has for each. */
import { letterhead } from '#modules/catalogue/public.ts'
import { labelsPdf, type Label, type LabelSheet } from '#platform/documents/papers.ts'
import { labelsZpl } from '#platform/documents/zpl.ts'
import type { Cx, Download } from '#platform/cx.ts'

interface Paper {
  readonly format: 'pdf' | 'zpl'
  readonly sheet: LabelSheet
  readonly skip: number
}
export interface Tag {
  readonly code: string
  readonly number: string
  readonly lines: readonly string[]
  readonly hazards?: string
}

export async function drawLabels(cx: Cx, name: string, tags: readonly Tag[], on: Paper): Promise<Download> {
  const lang = cx.say('evidence.language') === 'es' ? 'es' : 'en'
  const { serviceName } = await letterhead(cx, lang)
  const labels: Label[] = tags.map((t) => ({
    ...t,
    alt: t.code,
    ...(cx.ground.house.demo ? { demo: cx.say('evidence.form-demo') } : {}),
  }))
  if (on.format === 'zpl')
    return {
      name: `${name}.zpl`,
      mediaType: 'application/octet-stream',
      bytes: Buffer.from(labelsZpl(labels), 'utf8'),
    }
  return {
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    bytes: labelsPdf(
      {
        lang,
        title: cx.say('evidence.labels'),
        service: serviceName,
        sheet: on.sheet,
        skip: on.skip,
        labels,
      },
      { at: cx.now },
    ),
  }
}
