/** Opens a case file under another module's operation (a submission that brings its case with it). */
import { refuseUnless } from '#kernel/verdict.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import type { OpenCase } from '../contract.ts'
import { checkCodes, wantedOf } from './codes.ts'
import { completed } from './completing.ts'
import { openCases, titleVerdict } from './opening.ts'

/** The caller has asked; the entry bears the caller's operation. */
export async function openCaseStep(cx: Cx, said: OpenCase): Promise<{ id: string; number: string }> {
  const checked = await checkCodes(cx, wantedOf(said))
  const { iccs } = checked
  const input = await completed(cx, said, checked)
  refuseUnless(titleVerdict(cx, { input, iccs }))
  const id = input.id ?? cx.newId()
  const number = await nextNumber(cx, 'case')
  await openCases(cx, [{ id, number, input, iccs }])
  return { id, number }
}
