/** Whose case a call or an attendance belongs to: one that is there and open, or one that comes with it. */
import { checkedCase, seeCase, type NewCase } from '#modules/cases/public.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { OpenCase } from '#modules/cases/contract.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'

export async function fileOf(
  cx: Cx,
  input: { case?: string | undefined; newCase?: z.output<typeof OpenCase> | undefined },
): Promise<NewCase> {
  if (input.case) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(
      unless(
        file.state === 'open',
        no('scenes.case-closed', { number: file.number }, 'scenes.next-reopen-case'),
      ),
    )
    return { id: file.id, draw: async () => file.number, open: async () => {} }
  }
  cx.allow(null)
  if (!input.newCase) throw new Refusal('invalid', 'scenes.case-or-new-case')
  return checkedCase(cx, input.newCase)
}
