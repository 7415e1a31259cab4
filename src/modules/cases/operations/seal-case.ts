/** Seals a case by order: from that moment only those named see that it exists. */
import { refuseUnless } from '#kernel/verdict.ts'
import { openSight } from '#identity/sight.ts'
import { command } from '#platform/define.ts'
import { Done, SealCase } from '../contract.ts'
import { heads } from '../roles.ts'
import { maySeal } from '../rules.ts'
import { follow, nextSeq } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { caseRef } from '../store/holds.ts'
import { sealSight } from '../store/sight.ts'

export const sealCase = command({
  name: 'cases.seal-case',
  summary: 'Seals a case by order: only those named see that it exists.',
  who: heads,
  reason: 'required',
  stepUp: true,
  input: SealCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(maySeal(file))
    const { seq } = await nextSeq(cx, 'sensitivity', file.root)
    const id = cx.newId()
    const people = [...new Set([cx.actor.id, ...(input.people ?? [])])]
    await cx.record({
      subject: caseRef(file.id),
      root: file.root,
      facts: { authority: input.authority, people },
      rows: {
        'cases.sensitivity': [{ id, seq, root: file.root, level: 'sealed', authority: input.authority }],
        'cases.access': people.map((principal) => ({
          id: cx.newId(),
          root: file.root,
          principal,
          given: true,
          until_at: null,
        })),
      },
    })
    await sealSight(cx, file.root, people)
    await openSight(
      cx,
      people.map((principal) => ({ root: file.root, principal, why: 'cases.seal-case' })),
    )
    await follow(cx, file.root)
    return { id }
  },
})
