/** Asks a section a question about items of a case: the step beneath the request, and beneath what a death or a scene asks. */
import {
  type NewHold,
  addHandles,
  giveSight,
  holdRows,
  noteProgress,
  seeCase,
} from '#modules/cases/public.ts'
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import { seeItems } from '#modules/evidence/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mayPromise } from './rules.ts'
import { insertRequestNow } from './store.ts'
import { todayOf } from './view.ts'

export interface Asking {
  readonly id?: string | undefined
  readonly case: string
  readonly items: readonly string[]
  readonly unit: string
  readonly discipline: string
  readonly question: string
  readonly questionText?: string | null | undefined
  readonly priority: 'routine' | 'urgent' | 'court'
  readonly dueOn?: string | null | undefined
  readonly template?: string | undefined
}

/** `askedFor`: an act that has asked the right on a root of its own (a death) and so need not hold it on the case. */
export async function askSection(
  cx: Cx,
  input: Asking,
  asks: 'on-the-case' | 'for-a-root' = 'for-a-root',
): Promise<{ id: string; number: string; state: 'asked' }> {
  await cx.lock([ref('cases.case', input.case)])
  const file = await seeCase(cx, input.case)
  if (asks === 'on-the-case') cx.allow({ may_see: file.may_see, root: file.id })
  refuseUnless(unless(file.state === 'open', no('work.case-closed', {}, 'work.next-reopen')))
  refuseUnless(mayPromise(input.dueOn ?? undefined, todayOf(cx)))
  const items = await seeItems(cx, [...new Set(input.items)])
  if (asks === 'on-the-case') for (const item of items) cx.allow({ may_see: item.may_see, root: item.root })
  refuseUnless(
    unless(
      items.every((i) => i.root === file.id),
      no('work.item-of-another-case'),
    ),
  )
  await wordsHold(cx, input)

  const id = input.id ?? cx.newId()
  const number = await nextNumber(cx, 'request')
  const subject = ref('work.request', id)
  await cx.record({
    subject,
    root: file.id,
    facts: factsOf(input, number, items.length),
    rows: {
      'work.request': [
        {
          id,
          root: file.id,
          number,
          unit: input.unit,
          asked_by_unit: cx.actor.unit,
          discipline: input.discipline,
          question: input.question,
          question_text: input.questionText ?? null,
          priority: input.priority,
          due_on: input.dueOn ?? null,
        },
      ],
      'work.request_item': items.map((item) => ({ id: cx.newId(), request: id, item: item.id })),
      ...holdRows(cx, ...items.map((item) => heldFor({ id, root: file.id, number }, item.id))),
    },
  })
  await insertRequestNow(cx, {
    id,
    root: file.id,
    number,
    unit: input.unit,
    discipline: input.discipline,
    question: input.question,
    priority: input.priority,
    due_on: input.dueOn ?? null,
  })
  await giveSight(cx, file.id, [input.unit], 'work.request-examination')
  await addHandles(cx, [{ text: number, kind: 'request-number', subject, root: file.id, label: number }])
  await noteProgress(cx, file.id, {
    subject,
    kind: 'request',
    state: 'open',
    text: 'work.progress-open',
    values: { number },
  })
  return { id, number, state: 'asked' as const }
}

const factsOf = ({ unit, question, template }: Asking, number: string, items: number) => ({
  number,
  unit,
  question,
  items,
  ...(template ? { template } : {}),
})

/** A template that waits for its day, or has ended, fills in nothing any more. */
async function wordsHold(cx: Cx, { question, template }: Asking): Promise<void> {
  await codeOf(cx, 'question', question)
  if (template) await codeOf(cx, 'request-template', template)
}

/** An item is held for the examination until it is answered. */
const heldFor = (request: { id: string; root: string; number: string }, item: string): NewHold => ({
  subject: ref('evidence.item', item),
  root: request.root,
  kind: 'work',
  why: 'work.hold-open-request',
  values: { number: request.number, request: request.id },
})
