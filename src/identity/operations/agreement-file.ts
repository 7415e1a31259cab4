/** The signed paper of an agreement. */
import { z } from 'zod'
import { Id } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { staff } from '../roles.ts'
import { findAgreement } from '../store/agreements.ts'

export const agreementFile = stream({
  name: 'identity.agreement-file',
  summary: 'Gives the signed paper of an agreement.',
  who: [...staff, 'administrator'],
  input: z.strictObject({ agreement: Id }),
  async run(cx, input) {
    cx.allow(null)
    const found = await findAgreement(cx, input.agreement)
    if (!found?.file) throw notFound()
    return { name: found.fileName ?? 'agreement', mediaType: 'application/octet-stream', file: found.file }
  },
})
