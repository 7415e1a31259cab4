/** Writes down what was found out beside the body, section by section; a later word replaces, and both stay. */
import { isDeepStrictEqual } from 'node:util'
import { checkForm, codeOf, formsFor } from '#modules/catalogue/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordInquiry } from '../contract.ts'
import { investigators } from '../../roles.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'
import { inquiriesOf } from '../store/inquiries.ts'

export const recordInquiry = command({
  name: 'death.record-inquiry',
  summary: 'Writes down what was found out about a death: history, ambulance, circumstances by kind.',
  who: investigators,
  input: RecordInquiry,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    for (const topic of input.topics) await codeOf(cx, 'narrative-topic', topic)
    const form = (await formsFor(cx, 'death-inquiry')).find((f) => f.key === input.section)
    const before = (await inquiriesOf(cx, death.root)).find((q) => q.section === input.section)
    // The page sends along what stands: of a form that the laboratory ended since, the answers may stay and not change.
    const stands = Boolean(before?.answers) && isDeepStrictEqual(input.answers, before?.answers)
    refuseUnless(
      allOf(
        // Answers to questions that nobody asks would be lost, and a blank would cover what was written.
        unless(
          form !== undefined || !input.answers || stands,
          no('death.section-has-no-questions', { section: input.section }, 'death.next-in-words'),
        ),
        unless(
          Boolean(input.words) || Boolean(input.answers),
          form ? no('death.inquiry-blank') : no('death.section-without-words', { section: input.section }),
        ),
      ),
    )
    // Words alone take no answer back: those that stand go out as data.
    const answered =
      form && input.answers
        ? await checkForm(cx, form, input.answers)
        : before && { form: before.form, answers: before.answers }
    const id = cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { section: input.section, again: before !== undefined, topics: input.topics },
      rows: {
        'death.inquiry': [
          {
            id,
            root: death.root,
            section: input.section,
            seq: (before?.seq ?? 0) + 1,
            form: answered?.form ?? null,
            answers: (answered?.answers ?? null) as Json,
            words: input.words ?? null,
            topics: [...input.topics],
          },
        ],
      },
    })
    return { id }
  },
})
