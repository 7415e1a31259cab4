/** Asks a section about specimens of a body (toxicology, histology, firearms), and says whether the cause waits for it. */
import { askSection } from '#modules/work/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { OrderMade, OrderToxicology } from '../contract.ts'
import { pathologists } from '../../roles.ts'
import { seeDeath } from '../../call/store/deaths.ts'
import { examinationRef, seeExamination, specimensOf } from '../store/examinations.ts'

export const orderToxicology = command({
  name: 'death.order-toxicology',
  summary: 'Asks a section about specimens of a body (toxicology, histology, firearms).',
  who: pathologists,
  input: OrderToxicology,
  output: OrderMade,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    const own = new Set((await specimensOf(cx, e.root)).map((s) => s.thing))
    refuseUnless(
      unless(
        input.things.every((t) => own.has(t)),
        no('death.specimen-of-another'),
      ),
    )
    const death = await seeDeath(cx, e.root)
    const id = input.id ?? cx.newId()
    const asked = await askSection(cx, {
      case: death.case_root ?? '',
      items: input.things,
      unit: input.unit,
      discipline: input.discipline,
      question: input.question,
      questionText: input.words ?? null,
      priority: input.priority,
      dueOn: input.dueOn ?? null,
    })
    await cx.record({
      subject: examinationRef(e.id),
      root: e.root,
      facts: { order: asked.number, discipline: input.discipline, holdsCause: input.holdsCause },
      rows: {
        'death.lab_order': [
          {
            id,
            root: e.root,
            examination: e.id,
            request: asked.id,
            discipline: input.discipline,
            things: [...input.things],
            holds_cause: input.holdsCause,
          },
        ],
      },
    })
    return { id, number: asked.number, request: asked.id }
  },
})
