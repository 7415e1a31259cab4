/** Records what the service and an agency have signed with each other, with the paper itself where there is one. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { Created } from '../contract.ts'
import { SignAgreement } from '../contract/duties.ts'

export const signAgreement = command({
  name: 'identity.sign-agreement',
  summary: 'Records what the service and an agency have signed with each other.',
  who: ['director', 'administrator'],
  input: SignAgreement,
  output: Created,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(
      unless(!input.validUntil || input.validUntil >= input.validFrom, no('identity.agreement-ends-first')),
    )
    const file = input.file ? await uploadedFile(cx, input.file) : undefined

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('identity.agency', input.agency),
      facts: { agreement: id, kind: input.kind, file: file?.sha256 ?? null },
      rows: {
        'identity.agreement': [
          {
            id,
            agency: input.agency,
            kind: input.kind,
            title: input.title,
            signed_on: input.signedOn,
            valid_from: input.validFrom,
            valid_until: input.validUntil ?? null,
            for_service: input.forService,
            for_agency: input.forAgency,
            file: file?.sha256 ?? null,
            file_name: file?.name ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
