/** The steps of taking evidence in at the counter, shared by a whole submission and a single item. */
import { addHandles, giveSight, openCaseStep, seeCase } from '#modules/cases/public.ts'
import { codeOf, nextNumber, nextNumbers } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { Refusal, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { z } from 'zod'
import { barcodeOf } from './barcode.ts'
import type { ReceiveSubmission, SubmittedItem, Submitter } from './contract.ts'
import type { NewThing, Prior } from './birth.ts'
import { checkItemCodes, followThings, thingEntries } from './making.ts'
import { checkCoSigner, ownHand, type PersonFacts } from './store/hands.ts'
import type { Holder } from './store/items.ts'

type Item = z.output<typeof SubmittedItem>
type From = z.output<typeof Submitter>

/** The case that is named, or a new one by the door of cases. */
async function caseOf(cx: Cx, input: ReceiveSubmission): Promise<{ id: string; number: string }> {
  if (input.case) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(
      unless(
        file.state === 'open',
        no('evidence.case-closed', { number: file.number }, 'evidence.next-reopen-case'),
      ),
    )
    return { id: file.id, number: file.number }
  }
  cx.allow(null)
  if (!input.newCase) throw new Refusal('invalid', 'evidence.case-or-new-case')
  return openCaseStep(cx, input.newCase)
}

export function submitterHand(from: From, people: ReadonlyMap<string, PersonFacts>): Holder {
  const known = from.person ? people.get(from.person) : undefined
  return {
    kind: 'person',
    id: known?.id ?? null,
    name: known?.name ?? from.name ?? '',
    where: from.where ?? known?.where ?? null,
  }
}

/** Times before the house must run forwards as far as each one says; what runs backwards is kept and shown as a contradiction. */
export function priorHands(prior: readonly Prior[], people: ReadonlyMap<string, PersonFacts>): Prior[] {
  return prior.map((p) => ({
    ...p,
    name: (p.person ? people.get(p.person)?.name : undefined) ?? p.name,
    where: p.where ?? (p.person ? people.get(p.person)?.where : undefined),
  }))
}

export async function receiveStep(cx: Cx, input: ReceiveSubmission) {
  const file = await caseOf(cx, input)
  const flat = input.items.flatMap((i) => [i, ...(i.contents ?? [])])
  await checkItemCodes(cx, flat)
  if (input.way) await codeOf(cx, 'delivery-way', input.way)
  const by = input.submittedBy
  const named = [
    by.person,
    ...[...(input.before ?? []), ...flat.flatMap((i) => i.before ?? [])].map((p) => p.person),
  ].filter((p): p is string => Boolean(p))
  const { me, others } = await ownHand(cx, named)
  if (input.coSigner) {
    refuseUnless(unless(input.coSigner.person === by.person, no('evidence.co-signer-not-submitter')))
    await checkCoSigner(cx, input.coSigner)
  }
  const from = submitterHand(by, others)
  const id = input.id ?? cx.newId()
  const number = await nextNumber(cx, 'submission')
  const things = await thingsOf(cx, input, { submission: id, file, from, me, people: others })
  const subject = ref('evidence.submission', id)
  await cx.record(
    {
      subject,
      root: file.id,
      facts: { number, items: things.length, by: from.id },
      rows: {
        'evidence.submission': [
          {
            id,
            root: file.id,
            number,
            state: 'received',
            unit: cx.actor.unit,
            submitted_by: from.id,
            submitted_by_name: from.name,
            submitted_by_unit: by.unit ?? (by.person ? others.get(by.person)?.unit : null) ?? null,
            submitted_by_where: from.where,
            way: input.way ?? null,
            at: cx.occurredAt,
            refusal: null,
            words: input.words ?? null,
          },
        ],
      },
    },
    ...(await thingEntries(cx, things)),
  )
  await followThings(
    cx,
    things,
    [
      {
        subject,
        kind: 'submission',
        state: 'done',
        text: 'evidence.progress-submission',
        values: { number },
      },
    ],
    [{ text: number, kind: 'submission-number', subject, root: file.id, label: number }],
  )
  await giveSight(cx, file.id, [cx.actor.unit, by.unit, by.person], 'evidence.receive-submission')
  return {
    id,
    number,
    case: file,
    items: things.map((t) => ({ id: t.id, number: t.number, barcode: barcodeOf(t.id) })),
  }
}

interface Reception {
  readonly submission: string
  readonly file: { readonly id: string; readonly number: string }
  readonly from: Holder
  readonly me: Holder
  readonly people: ReadonlyMap<string, PersonFacts>
}

/** A kit and what is in it: the kit is a container, its contents are things of their own, packed in it. */
async function thingsOf(cx: Cx, input: ReceiveSubmission, r: Reception): Promise<NewThing[]> {
  const things: NewThing[] = []
  const numbers = await nextNumbers(
    cx,
    'item',
    { parent: r.file.number },
    input.items.reduce((n, i) => n + 1 + (i.contents?.length ?? 0), 0),
  )
  const put = (item: Item, container: string | null): void => {
    const id = item.id ?? cx.newId()
    if (things.some((t) => t.id === id)) throw new Refusal('invalid', 'evidence.same-id-twice')
    const { contents, kind, id: _id, before, ...rest } = item
    things.push({
      id,
      number: numbers[things.length] ?? '',
      root: r.file.id,
      kind: contents && kind === 'item' ? 'kit' : kind,
      input: rest,
      submission: r.submission,
      container,
      before: priorHands([...(before ?? input.before ?? [])], r.people),
      from: r.from,
      first: {
        kind: 'received',
        state: 'received',
        to: r.me,
        gaveBy: r.from.id,
        tookBy: cx.actor.id,
        purpose: null,
      },
    })
    for (const inner of contents ?? []) put({ ...inner, before: inner.before ?? before }, id)
  }
  for (const item of input.items) put(item, null)
  return things
}

/** Handles for a submission that was refused at the counter: it can still be found by its number. */
export async function submissionHandle(cx: Cx, id: string, root: string, number: string): Promise<void> {
  await addHandles(cx, [
    { text: number, kind: 'submission-number', subject: ref('evidence.submission', id), root, label: number },
  ])
}
