/** Codes that are scanned beside things, so that a whole move is four scans: who, what, where, why. */
import { codesOf } from '#modules/catalogue/public.ts'
import { stream } from '#platform/define.ts'
import type { Cx } from '#platform/cx.ts'
import { barcodeOf, purposeCode } from '../../things/barcode.ts'
import { CodeSheetQuery } from '../../things/contract.ts'
import { drawLabels, type Tag } from '../../things/labels.ts'
import { keepers } from '../../roles.ts'
import { peopleOfUnits } from '../../things/store/hands.ts'
import { placesBeneath } from '../../things/store/places.ts'

const MOST = 400

export const codeSheet = stream({
  name: 'evidence.code-sheet',
  summary: 'Labels of places, badges of people, or codes of purposes, to be scanned beside things.',
  who: keepers,
  input: CodeSheetQuery,
  async run(cx, input) {
    cx.allow(null)
    const tags =
      input.of === 'places'
        ? await placeTags(cx, input.place)
        : input.of === 'people'
          ? await peopleTags(cx, input.unit)
          : await purposeTags(cx)
    return drawLabels(cx, `codes-${input.of}`, tags.slice(0, MOST), input)
  },
})

async function placeTags(cx: Cx, place: string | undefined): Promise<Tag[]> {
  return (await placesBeneath(cx, place)).map((p) => ({
    code: p.code,
    number: p.code,
    lines: [p.name, ...(p.witness ? [cx.say('evidence.st-ask-witness')] : [])],
    kind: 'location' as const,
    values: { code: p.code, number: p.code, name: p.name },
  }))
}
async function peopleTags(cx: Cx, unit: string | undefined): Promise<Tag[]> {
  return (await peopleOfUnits(cx, unit)).map((p) => ({
    code: barcodeOf(p.id, 'CU'),
    number: barcodeOf(p.id, 'CU'),
    lines: [p.name, p.where ?? ''],
  }))
}
async function purposeTags(cx: Cx): Promise<Tag[]> {
  const spanish = cx.say('evidence.language') === 'es'
  return (await codesOf(cx, 'purpose-of-transfer')).map((c) => ({
    code: purposeCode(c.code),
    number: c.code,
    lines: [spanish ? c.es : c.en],
  }))
}
