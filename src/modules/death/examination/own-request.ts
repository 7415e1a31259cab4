/** What a death asks for by itself: in the laboratory’s own words for discipline and question (list `death-request`). */
import { codeOf } from '#modules/catalogue/public.ts'
import { askSection } from '#modules/work/public.ts'
import { invariant } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import type { DeathRow } from '../call/store/deaths.ts'

export async function asksFor(cx: Cx, what: string): Promise<{ discipline: string; question: string }> {
  const said = (await codeOf(cx, 'death-request', what)).data as Record<string, unknown> | null
  return { discipline: String(said?.['discipline'] ?? ''), question: String(said?.['question'] ?? '') }
}

/** Asks the office of the death itself. */
export async function askOwnOffice(
  cx: Cx,
  death: DeathRow,
  what: 'examination' | 'certificate',
  more: { words?: string | null; dueOn?: string | null } = {},
): Promise<string> {
  invariant(death.case_root, 'an accepted death has no case')
  const asked = await askSection(cx, {
    case: death.case_root,
    items: death.body ? [death.body] : [],
    unit: death.office ?? cx.actor.unit ?? '',
    ...(await asksFor(cx, what)),
    questionText: more.words ?? null,
    priority: 'routine',
    dueOn: more.dueOn ?? null,
  })
  return asked.id
}
