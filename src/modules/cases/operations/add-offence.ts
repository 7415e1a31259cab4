/** Adds an alleged offence by the laboratory's code list; a sexual offence hides its complainants from that moment. */
import { command } from '#platform/define.ts'
import { AddOffence, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { follow } from '../store/changes.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'

export const addOffence = command({
  name: 'cases.add-offence',
  summary: 'Adds an alleged offence to a case.',
  who: writers,
  input: AddOffence,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    const { iccs } = await checkCodes(cx, [['offence', input.code]])
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { offence: input.code },
      rows: {
        'cases.offence': [
          {
            id,
            root: file.root,
            code: input.code,
            iccs: iccs.get(input.code) ?? null,
            counts: input.counts ?? null,
          },
        ],
      },
    })
    await follow(cx, file.root)
    return { id }
  },
})
