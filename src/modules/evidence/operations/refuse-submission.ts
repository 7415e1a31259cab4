/** Refuses what somebody brought, with a reason from the list; nothing comes into custody. */
import { giveSight, seeCase } from '#modules/cases/public.ts'
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Created, RefuseSubmission } from '../contract.ts'
import { submissionHandle, submitterHand } from '../receiving.ts'
import { counter } from '../roles.ts'
import { peopleOf } from '../store/hands.ts'

export const refuseSubmission = command({
  name: 'evidence.refuse-submission',
  summary: 'Refuses what somebody brought, with a reason from the list; nothing comes into custody.',
  who: counter,
  input: RefuseSubmission,
  output: Created,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    await codeOf(cx, 'refusal-reason', input.why)
    const by = input.submittedBy
    const people = await peopleOf(cx, by.person ? [by.person] : [])
    const from = submitterHand(by, people)
    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'submission')
    await cx.record({
      subject: ref('evidence.submission', id),
      root: file.id,
      facts: { number, why: input.why },
      rows: {
        'evidence.submission': [
          {
            id,
            root: file.id,
            number,
            state: 'refused',
            unit: cx.actor.unit,
            submitted_by: from.id,
            submitted_by_name: from.name,
            submitted_by_unit: by.unit ?? null,
            submitted_by_where: from.where,
            way: null,
            at: cx.occurredAt,
            refusal: input.why,
            words: input.words ?? null,
          },
        ],
      },
    })
    await submissionHandle(cx, id, file.id, number)
    await giveSight(cx, file.id, [cx.actor.unit, by.unit, by.person], 'evidence.refuse-submission')
    return { id, number }
  },
})
