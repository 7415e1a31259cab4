/** The laboratory's own labels: which lines a label has, filled with what is known of the thing; a line that would stand empty is left out. */
import type { Cx } from '#platform/cx.ts'
import type { OwnLabel } from '#platform/documents/labels.ts'
import type { z } from 'zod'
import type { LabelBody } from './contract.ts'
import { dayOf } from './rules.ts'
import { definitionInForce } from './store/definitions.ts'

type Body = z.output<typeof LabelBody>
export interface LabelOf {
  readonly own: OwnLabel
  /** The first line is the number, in large type. */
  readonly number: string
  readonly lines: readonly string[]
}
const symbols = { datamatrix: 'data-matrix', qr: 'qr', code128: 'code-128' } as const

export function filledLabel(body: Body, values: Readonly<Record<string, string>>): LabelOf {
  const named = (line: string): boolean => [...line.matchAll(/\{(\w+)\}/g)].some((m) => values[m[1] ?? ''])
  const said = body.lines.flatMap((line) => {
    const text = line.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').trim()
    return text === '' || (/\{\w+\}/.test(line) && !named(line)) ? [] : [text]
  })
  const [number = values.number ?? values.code ?? '', ...lines] = said
  return {
    own: { widthMm: body.widthMm, heightMm: body.heightMm, symbol: symbols[body.symbol] },
    number,
    lines,
  }
}

/** A label as it holds today; undefined where the laboratory has none under this key. */
export async function labelOf(
  cx: Cx,
  key: 'item' | 'location',
): Promise<((values: Readonly<Record<string, string>>) => LabelOf) | undefined> {
  const found = await definitionInForce(cx.tx, 'label', key, dayOf(cx.now))
  return found && ((values) => filledLabel(found.body as unknown as Body, values))
}
