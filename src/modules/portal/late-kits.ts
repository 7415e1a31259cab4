/** Kits that are past the day of their stage: who scanned them last and the office that they wait for are told, once for each stage. */
import { systemActor } from '#identity/authority.ts'
import { notify, notifyUnit, toldOf } from '#identity/notices.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import type { Ground } from '#platform/cx.ts'
import { lateKits } from './store/kits.ts'

export const askAfterKitsTask = 'portal.ask-after-kits'
const KIND = 'portal.notice-kit-late'

/** Answers how many were asked after. */
export async function askAfterKits(ground: Ground): Promise<number> {
  return ground.db.transaction(async (tx) => {
    const cx = { tx, now: ground.now(), newId: () => ground.newId(), ground, actor: systemActor }
    const late = await lateKits(cx, dayOfInstant(cx.now))
    const told = await toldOf(
      cx,
      KIND,
      late.map((k) => ref('portal.kit_stage', k.id)),
    )
    const fresh = late.filter((k) => !told.has(ref('portal.kit_stage', k.id)))
    for (const kit of fresh) {
      const about = {
        subject: ref('portal.kit_stage', kit.id),
        root: kit.root,
        path: '/portal/kits',
        number: kit.number,
      }
      await notify(cx, [kit.by], KIND, about)
      if (kit.unit) await notifyUnit(cx, kit.unit, KIND, about)
    }
    return fresh.length
  })
}
