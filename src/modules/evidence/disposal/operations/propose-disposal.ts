/** Proposes that things of one case leave for good, as a rule allows; the officer of the case is asked first. */
import { notify, notifyUnit } from '#identity/notices.ts'
import { addDays, dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import type { z } from 'zod'
import { allOf, invariant, no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { decideRows } from '../../things/batch.ts'
import { DisposalDone, ProposeDisposal } from '../contract.ts'
import { judgeThings, type Judged } from '../blocks.ts'
import { asIntended } from '../intended.ts'
import { orderRow } from '../order.ts'
import { keepers } from '../../roles.ts'
import { noBody } from '../../things/rules.ts'
import { mayPropose, type Rule } from '../rules.ts'
import { countOf, courtOf, disposalRef } from '../store/disposals.ts'
import { itemRef, type ItemRow, seeItems, seeWithContents } from '../../things/store/items.ts'

/** Days in which the officer is asked to answer; silence is never a yes. */
const ANSWER_DAYS = 30

export const proposeDisposal = command({
  name: 'evidence.propose-disposal',
  summary:
    'Proposes that things of one case leave for good, as a rule allows; the officer of the case is asked first.',
  who: keepers,
  input: ProposeDisposal,
  output: DisposalDone,
  async run(cx, input) {
    const { root, items, judged, rule } = await proposable(cx, input)
    refuseUnless(await asIntended(cx, items, input))
    const court = (await courtOf(cx, [root])).get(root)
    const id = input.id ?? cx.newId()
    const number = `${court?.number ?? ''}-D${(await countOf(cx, { root })) + 1}`
    const today = dayOfInstant(cx.now)
    await cx.record(
      {
        subject: disposalRef(id),
        root,
        facts: { number, action: input.action, rule: rule.code, things: items.length },
        rows: {
          'evidence.disposal': [
            {
              id,
              root,
              number,
              action: input.action,
              rule: rule.code,
              rule_id: rule.id,
              words: input.words ?? null,
              answer_by: input.answerBy ?? addDays(today, ANSWER_DAYS),
              things: items.length,
              by_name: cx.actor.name,
            },
          ],
          ...(input.order
            ? { 'evidence.disposal_order': [await orderRow(cx, { disposal: id, root, ...input.order })] }
            : {}),
        },
      },
      ...items.map((item) => ({
        subject: itemRef(item.id),
        root,
        facts: { disposal: number, action: input.action },
        rows: {
          'evidence.disposal_thing': [
            {
              id: cx.newId(),
              disposal: id,
              thing: item.id,
              root,
              due_on: judged.get(item.id)?.ruled?.dueOn ?? today,
            },
          ],
        },
      })),
    )
    const about = { subject: disposalRef(id), root, path: `/evidence/disposal/${id}`, number }
    if (court?.investigator) await notify(cx, [court.investigator], 'evidence.notice-disposal-asked', about)
    else if (court?.investigator_unit)
      await notifyUnit(cx, court.investigator_unit, 'evidence.notice-disposal-asked', about)
    return { id, number, state: 'asked' as const }
  },
})

interface Proposable {
  readonly root: string
  readonly items: ItemRow[]
  readonly judged: ReadonlyMap<string, Judged>
  readonly rule: Rule
}
/** Of one case, under one rule, nothing in the way, and nothing packed inside that is not proposed itself. */
async function proposable(
  cx: Cx,
  input: Pick<z.output<typeof ProposeDisposal>, 'things' | 'action'>,
): Promise<Proposable> {
  const wanted = [...new Set(input.things)]
  const asked = await seeItems(cx, wanted)
  for (const item of asked) cx.allow(item)
  const roots = [...new Set(asked.map((i) => i.root))]
  refuseUnless(unless(roots.length === 1, no('evidence.disposal-one-case', {}, 'evidence.next-one-case')))
  const root = roots[0] ?? ''
  // Its head too, so that two proposals never take one number.
  await cx.lock([ref('cases.case', root)])
  const all = await seeWithContents(cx, wanted)
  const items = all.slice(0, wanted.length)
  const judged = new Map((await judgeThings(cx, items)).map((j) => [j.item.id, j]))
  decideRows(cx, items, false, (item) => {
    const j = judged.get(item.id)
    return allOf(noBody(item), mayPropose(input.action, j?.ruled ?? null, item.number, j?.blocks ?? []))
  })
  const inside = all.slice(items.length).map((i) => i.number)
  refuseUnless(
    unless(
      inside.length === 0,
      no('evidence.disposal-contents', { numbers: inside.join(', ') }, 'evidence.next-unpack'),
    ),
  )
  const rules = new Map(
    [...judged.values()].flatMap((j) => (j.ruled ? [[j.ruled.rule.id, j.ruled.rule]] : [])),
  )
  const [rule] = rules.values()
  refuseUnless(
    unless(rules.size === 1, no('evidence.disposal-one-rule', { n: rules.size }, 'evidence.next-one-rule')),
  )
  invariant(rule, 'a proposal without a rule')
  return { root, items, judged, rule }
}
