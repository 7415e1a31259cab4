/** Opens a case file under another module's operation (a submission that brings its case with it). */
import { refuseUnless } from '#kernel/verdict.ts'
import { nextNumber, numberingOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { OpenCase } from '../contract.ts'
import { checkCodes, wantedOf } from './codes.ts'
import { completed } from './completing.ts'
import { openCases, titleVerdict } from './opening.ts'

/** A case that may be opened and is not yet: from `draw` to the commit all others who draw a number of the series wait. */
export interface NewCase {
  readonly id: string
  draw(): Promise<string>
  open(number: string): Promise<void>
}

/** The caller has asked; the entry bears the caller's operation. */
export async function checkedCase(
  cx: Cx,
  said: OpenCase,
  how: { readonly seenAlready?: boolean } = {},
): Promise<NewCase> {
  const numbering = numberingOf(cx, 'case')
  const [checked] = await Promise.all([checkCodes(cx, wantedOf(said)), numbering])
  const { iccs } = checked
  const outside = checked.outside.has(said.type)
  const input = await completed(cx, said, checked)
  refuseUnless(titleVerdict(cx, { input, iccs }))
  const id = input.id ?? cx.newId()
  return {
    id,
    draw: () => (outside ? nextNumber(cx, 'outside-case', {}) : nextNumber(cx, 'case', {}, numbering)),
    open: (number) => openCases(cx, [{ id, number, input, iccs, ...how }]),
  }
}

export async function openCaseStep(cx: Cx, said: OpenCase): Promise<{ id: string; number: string }> {
  const { id, draw, open } = await checkedCase(cx, said)
  const number = await draw()
  await open(number)
  return { id, number }
}
