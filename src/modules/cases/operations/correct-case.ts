/** Corrects title, summary or type of a case; the earlier words stay. */
import { command } from '#platform/define.ts'
import { CorrectCase, Done } from '../contract.ts'
import { writers } from '../roles.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { checkCodes } from '../store/codes.ts'
import { seeCase } from '../store/case-file.ts'
import { addHandles, dropHandles } from '../store/handles.ts'
import { caseRef } from '../store/holds.ts'

export const correctCase = command({
  name: 'cases.correct-case',
  summary: 'Corrects the title, the summary or the type of a case.',
  who: writers,
  reason: 'required',
  input: CorrectCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    await checkCodes(cx, [['case-type', input.type]])
    const { seq, corrects } = await nextSeq(cx, 'title', file.root)
    const id = cx.newId()
    const title = input.title ?? file.title
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { corrected: Object.keys(input).filter((k) => k !== 'case') },
      rows: {
        'cases.title': [
          {
            id,
            seq,
            root: file.root,
            corrects,
            title,
            summary: input.summary === undefined ? file.summary : input.summary,
            type: input.type ?? file.type,
          },
        ],
      },
    })
    await dropHandles(cx, caseRef(file.id), 'title')
    await addHandles(cx, [
      { text: title, kind: 'title', subject: caseRef(file.id), root: file.root, label: file.number },
    ])
    await follow(cx, file.root)
    return { id }
  },
})
