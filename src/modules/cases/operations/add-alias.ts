/** Adds another office's number to a case, so that it is found by it (one case, many numbers). */
import { command } from '#platform/define.ts'
import { AddAlias, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { addHandles } from '../store/handles.ts'
import { caseRef } from '../store/holds.ts'

export const addAlias = command({
  name: 'cases.add-alias',
  summary: 'Adds another office’s number to a case, so that it is found by it.',
  who: writers,
  input: AddAlias,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    await checkCodes(cx, [['number-kind', input.kind]])
    const id = cx.newId()
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { kind: input.kind, text: input.text },
      rows: { 'cases.alias': [{ id, root: file.root, kind: input.kind, text: input.text }] },
    })
    await addHandles(cx, [
      { text: input.text, kind: input.kind, subject: caseRef(file.id), root: file.root, label: file.number },
    ])
    return { id }
  },
})
