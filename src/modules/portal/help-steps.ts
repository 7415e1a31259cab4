/** What help and complaints share: how one is begun, and how a line of it is shown. */
import { notifyRoles, notifyUnit } from '#identity/notices.ts'
import { openNewSight, oversight } from '#identity/sight.ts'
import { keepPersonal } from '#ledger/vault.ts'
import { ref } from '#kernel/shapes.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import type { HelpSeen } from './contract/help.ts'
import { mayAnswerHelp, mayCloseHelp } from './rules.ts'
import { saidBy, sideOf } from './seeing.ts'
import type { HelpRow } from './store/help.ts'

/** A thread of its own root: who began it and the section that is asked see it, a complaint only quality beside. */
export async function beginHelp(
  cx: Cx,
  kind: 'help' | 'complaint',
  said: { id?: string | undefined; unit: string | null; about: string | null; text: string },
): Promise<{ id: string }> {
  const id = said.id ?? cx.newId()
  const kept = await keepPersonal(cx, id, { text: said.text })
  await cx.record({
    subject: ref('portal.help', id),
    root: id,
    facts: { unit: said.unit },
    rows: {
      'portal.help': [
        {
          id,
          root: id,
          kind,
          unit: said.unit,
          about: said.about,
          ...kept,
          by_name: cx.actor.name,
          at: cx.occurredAt,
        },
      ],
    },
  })
  const why = kind === 'help' ? 'portal.ask-for-help' : 'portal.complain'
  const principals = [cx.actor.id, oversight, ...(said.unit ? [said.unit] : [])]
  await openNewSight(
    cx,
    'portal.id-in-use',
    principals.map((principal) => ({ root: id, principal, why })),
  )
  const about = { subject: ref('portal.help', id), root: id, path: '/portal/help' }
  if (said.unit) await notifyUnit(cx, said.unit, 'portal.notice-help', about)
  else await notifyRoles(cx, ['quality-manager', 'director'], 'portal.notice-complaint', about)
  return { id }
}

export function helpSeen(cx: Cx, h: HelpRow): HelpSeen {
  const line = saidBy(cx)
  const side = sideOf(cx)
  const last = h.said.at(-1)
  return {
    ...line(h),
    kind: h.kind,
    unit: h.to_unit && h.unit_name ? { id: h.to_unit, name: h.unit_name } : null,
    about:
      h.about_seen && h.about_number
        ? { id: h.about_seen, number: h.about_number, title: h.about_title ?? '' }
        : null,
    outcome: h.outcome,
    closedAt: h.closed_at,
    waits: h.outcome === null && (!last || last.recorded_by === h.recorded_by),
    said: h.said.map(line),
    actions: actionsOf(cx, h, {
      'portal.answer-help': mayAnswerHelp(h, side, cx.actor.id),
      'portal.close-help': mayCloseHelp(h, cx.actor.id, h.kind === 'help' ? 'answered' : 'upheld'),
    }),
  }
}
