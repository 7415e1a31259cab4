/** A thing is lost: it has no holder from then on, and its case waits for it; whoever decides it, a person does. */
import { noteProgress } from '#modules/cases/public.ts'
import type { Cx } from '#platform/cx.ts'
import { move } from './moving.ts'
import { itemRef, type ItemRow } from './store/items.ts'

/** `going`: locked, allowed and with what is packed in them. */
export async function lose(cx: Cx, going: readonly ItemRow[], words: string): Promise<void> {
  await move(cx, going, { kind: 'missing', state: 'missing', to: null, words }, () => ({
    action: 'evidence.report-missing',
  }))
  for (const item of going)
    await noteProgress(cx, item.root, {
      subject: itemRef(item.id),
      kind: 'item',
      state: 'open',
      text: 'evidence.progress-missing',
      values: { number: item.number },
    })
}
