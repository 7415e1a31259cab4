/** Writes down what was found, section by section of the protocol; a later word corrects, and both stay. */
import { checkForm, formsFor } from '#modules/catalogue/public.ts'
import type { Json } from '#kernel/canonical.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordFinding } from '../contract.ts'
import { write, writing } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { findingsOf } from '../store/examinations.ts'

export const recordFinding = command({
  name: 'death.record-finding',
  summary:
    'Writes down what was found, section by section of the protocol; a later word corrects, and both stay.',
  who: pathologists,
  input: RecordFinding,
  output: Done,
  async run(cx, input) {
    const e = await writing(cx, input.examination)
    const form = (await formsFor(cx, 'examination-protocol', { of: e.kind })).find(
      (f) => f.key === input.section,
    )
    refuseUnless(
      unless(
        form !== undefined || Boolean(input.words),
        no('death.section-without-words', { section: input.section }),
      ),
    )
    const answered = form ? await checkForm(cx, form, input.answers) : null
    const before = (await findingsOf(cx, e.id)).find((f) => f.section === input.section)
    const row = {
      id: cx.newId(),
      root: e.root,
      examination: e.id,
      section: input.section,
      seq: (before?.seq ?? 0) + 1,
      form: answered?.form ?? null,
      answers: (answered?.answers ?? null) as Json,
      words: input.words ?? null,
      corrects: null,
    }
    return {
      id: await write(cx, e, 'death.finding', row, { section: input.section, again: before !== undefined }),
    }
  },
})
