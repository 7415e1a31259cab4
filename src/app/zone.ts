/** Tells this process, and each page it sends, the time zone of the laboratory's definition as it stands. */
import { serviceZone, setServiceZone } from '#kernel/calendar.ts'
import { laboratoryZone } from '#modules/catalogue/public.ts'
import type { Ground } from '#platform/cx.ts'

export async function takeZone(ground: Pick<Ground, 'db' | 'now'>): Promise<string> {
  setServiceZone(await laboratoryZone({ tx: ground.db.direct, now: ground.now() }))
  return serviceZone()
}
