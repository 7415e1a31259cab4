/** How far each office outside has come to use the portal: who came, what was announced before it was brought. */
import { presenceByOffice } from '#identity/presence.ts'
import { addDays, dayOfInstant, instantAt } from '#kernel/calendar.ts'
import { query } from '#platform/define.ts'
import { Adoption, AdoptionSeen } from '../contract/adoption.ts'
import { leads } from '../roles.ts'
import { countsByOffice } from '../store/adoption.ts'

export const adoption = query({
  name: 'portal.adoption',
  summary: 'Shows how far each office outside has come to use the portal, in counts.',
  who: leads,
  input: Adoption,
  output: AdoptionSeen,
  async run(cx, input) {
    cx.allow(null)
    const since = instantAt(addDays(dayOfInstant(cx.now), -input.days), '00:00')
    const counts = new Map((await countsByOffice(cx, since)).map((c) => [c.unit, c]))
    return {
      since,
      items: (await presenceByOffice(cx, since)).map((o) => ({
        unit: o.unit,
        name: o.name,
        agency: o.agency,
        people: o.people,
        came: o.came,
        lastSeen: o.last_seen,
        deliveries: counts.get(o.unit)?.deliveries ?? 0,
        announced: counts.get(o.unit)?.announced ?? 0,
        questions: counts.get(o.unit)?.questions ?? 0,
      })),
    }
  },
})
