/** Whom a loss concerns, and that it is there again: the last hand, the office of the store, the investigator, whoever reported it. */
import { notify, peopleOfUnit } from '#identity/notices.ts'
import { caseCard } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'
import { peopleOf } from '../things/store/hands.ts'
import { itemRef } from '../things/store/items.ts'
import type { Loss } from './store/losses.ts'

/** Answers who was told, by name or office. */
export async function tellOfLosses(cx: Cx, losses: readonly Loss[], kind: string): Promise<string[]> {
  const told = new Set<string>()
  const people = new Set<string>()
  const leads = new Map<string, string | null>()
  for (const root of new Set(losses.map((l) => l.root)))
    leads.set(root, (await caseCard(cx, root)).investigator?.person ?? null)
  for (const loss of losses) {
    const about = {
      subject: itemRef(loss.thing),
      root: loss.root,
      path: `/evidence/items/${loss.thing}`,
      number: loss.number,
    }
    const whom = [loss.holder, leads.get(loss.root), loss.reported_by].filter((p): p is string => Boolean(p))
    const office = loss.unit ? await peopleOfUnit(cx, loss.unit) : []
    await notify(cx, [...whom, ...office], kind, about)
    for (const p of whom) if (p !== cx.actor.id) people.add(p)
    if (loss.unit_name) told.add(loss.unit_name)
  }
  for (const person of (await peopleOf(cx, [...people])).values()) told.add(person.name)
  return [...told]
}
