/** Labels drawn for paper or for a label printer, by the one way that the house has for each. */
import { banner } from '#platform/documents/papers.ts'
import { labelOf, letterhead } from '#modules/catalogue/public.ts'
import { labelsPdf, type Label, type LabelSheet } from '#platform/documents/labels.ts'
import { labelsZpl } from '#platform/documents/zpl.ts'
import type { Cx, Download } from '#platform/cx.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'

interface Paper {
  readonly format: 'pdf' | 'zpl'
  /** `own`: of the size, the symbol and the lines that the laboratory's label names. */
  readonly sheet: Exclude<LabelSheet, object> | 'own'
  readonly skip: number
}
export interface Tag {
  readonly code: string
  readonly number: string
  readonly lines: readonly string[]
  readonly hazards?: string
  /** What the laboratory's own label may name. */
  readonly values?: Readonly<Record<string, string>>
  readonly kind?: 'item' | 'location'
}

export async function drawLabels(cx: Cx, name: string, tags: readonly Tag[], on: Paper): Promise<Download> {
  const lang = cx.say('evidence.language') === 'es' ? 'es' : 'en'
  const { serviceName } = await letterhead(cx, lang)
  const own = on.sheet === 'own' ? await labelOf(cx, tags[0]?.kind ?? 'item') : undefined
  refuseUnless(
    unless(
      on.sheet !== 'own' || own !== undefined,
      no('evidence.no-own-label', {}, 'evidence.next-other-sheet'),
    ),
  )
  const size = own?.({}).own
  const labels: Label[] = tags.map(({ values, kind: _kind, ...t }) => ({
    ...t,
    ...(own && values ? said(own(values)) : {}),
    alt: t.code,
    ...banner(cx.say, cx.ground.house.demo),
  }))
  if (on.format === 'zpl')
    return {
      name: `${name}.zpl`,
      mediaType: 'application/octet-stream',
      bytes: Buffer.from(labelsZpl(labels, size), 'utf8'),
    }
  return {
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    bytes: labelsPdf(
      {
        lang,
        title: cx.say('evidence.labels'),
        service: serviceName,
        sheet: size ?? (on.sheet === 'own' ? 'roll-50x25' : on.sheet),
        skip: size ? 0 : on.skip,
        labels,
      },
      { at: cx.now },
    ),
  }
}
const said = (label: { number: string; lines: readonly string[] }) => ({
  number: label.number,
  lines: label.lines,
})
