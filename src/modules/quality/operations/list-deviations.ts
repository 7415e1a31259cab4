/** Departures from a rule: those that wait for their second approval, that stand, that are over. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { no, unless } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { DeviationList, ListDeviations } from '../contract.ts'
import { readers } from '../readers.ts'
import { mayApproveDeviation, mayEndDeviation, officeOf, stateOfDeviation } from '../rules.ts'
import { countDeviations, cursorAt, pageOfDeviations } from '../store/departures.ts'

export const listDeviations = query({
  name: 'quality.list-deviations',
  summary: 'Lists deviations with who approved them, until when they stand and how often they were used.',
  who: readers,
  input: ListDeviations,
  output: DeviationList,
  async run(cx, input) {
    cx.allow(null)
    const today = dayOfInstant(cx.now)
    const roles = cx.actor.grants.map((g) => g.role)
    const rows = await pageOfDeviations(cx, input)
    return {
      items: rows.map((d) => {
        const office = officeOf(roles, d)
        return {
          id: d.id,
          text: d.text,
          why: d.why,
          until: d.until_on,
          state: stateOfDeviation(d, today),
          things: d.things_named,
          subjects: d.subjects.length,
          director: d.director_name,
          qualityManager: d.quality_manager_name,
          at: d.recorded_at,
          endedBy: d.ended_by,
          endedWhy: d.ended_why,
          uses: d.uses,
          actions: actionsOf(
            cx,
            { may_see: true },
            {
              'quality.grant-deviation': office
                ? mayApproveDeviation(d, { person: cx.actor.id, office }, today)
                : no('quality.deviation-two-people', undefined, 'quality.next-other-office'),
              'quality.end-deviation': unless(
                mayEndDeviation(d).ok && d.until_on >= today,
                no('quality.deviation-ended'),
              ),
            },
          ),
        }
      }),
      nextCursor: rows.length === input.limit ? cursorAt(rows.at(-1)) : null,
      total: await countDeviations(cx, input),
    }
  },
})
