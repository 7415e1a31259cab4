/** What was not received, not brought back, not accepted or not answered in its time: each hour both sides are told, once. */
import { systemActor } from '#identity/authority.ts'
import { notify, notifyUnit, toldOf } from '#identity/notices.ts'
import type { Ground } from '#platform/cx.ts'
import { listLate } from './store/late.ts'

export const askAfterTask = 'evidence.ask-after'
const KIND = 'evidence.notice-late'

/** Answers how many were asked after. */
export async function askAfter(ground: Ground): Promise<number> {
  return ground.db.transaction(async (tx) => {
    const cx = { tx, now: ground.now(), newId: () => ground.newId(), ground, actor: systemActor }
    const all = await listLate(cx)
    const told = await toldOf(
      cx,
      KIND,
      all.map((l) => l.subject),
    )
    const late = all.filter((l) => !told.has(l.subject))
    for (const { people, unit, ...about } of late) {
      await notify(cx, people, KIND, about)
      if (unit) await notifyUnit(cx, unit, KIND, about)
    }
    return late.length
  })
}
