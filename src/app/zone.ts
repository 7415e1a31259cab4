/** Tells this process, and each page it sends, the time zone and the language of the laboratory's definition as it stands. */
import { serviceZone, setServiceZone } from '#kernel/calendar.ts'
import { laboratoryZone } from '#modules/catalogue/public.ts'
import { settingOf } from '#identity/store.ts'
import type { Laboratory } from '#modules/catalogue/contract.ts'
import type { Ground } from '#platform/cx.ts'

export async function takeZone(ground: Pick<Ground, 'db' | 'now'>): Promise<string> {
  setServiceZone(await laboratoryZone({ tx: ground.db.direct, now: ground.now() }))
  return serviceZone()
}

/** For whoever comes without a choice of their own; nothing before the set-up. */
export async function languageOf(ground: Pick<Ground, 'db'>): Promise<string> {
  return (await settingOf<string>(ground.db.direct, 'language')) ?? ''
}

/** Before a laboratory is applied: what it says holds from its own day, not from that of Greenwich. */
export function goToZoneOf(laboratory: Laboratory): void {
  const numbering = laboratory.definitions.find((d) => d.kind === 'numbering' && d.key === 'case')
  const zone = (numbering?.body as { zone?: unknown } | undefined)?.zone
  if (typeof zone === 'string') setServiceZone(zone)
}
