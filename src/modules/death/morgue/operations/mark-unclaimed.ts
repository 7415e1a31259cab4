/** States that nobody has claimed a body, once its time is over, with the notices that were given. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { bodyHere } from '../body-step.ts'
import { Done } from '../../call/contract.ts'
import { MarkUnclaimed } from '../contract.ts'
import { daysHere } from '../../call/days.ts'
import { morgueRules } from '../morgue.ts'
import { papersPeople } from '../../roles.ts'
import { mayMarkUnclaimed } from '../rules.ts'
import { deathRef } from '../../call/store/deaths.ts'
import { refreshDeaths } from '../../call/store/standing.ts'

export const markUnclaimed = command({
  name: 'death.mark-unclaimed',
  summary: 'States that nobody has claimed a body, once its time is over, with the notices that were given.',
  who: papersPeople,
  input: MarkUnclaimed,
  output: Done,
  async run(cx, input) {
    const { death, thing } = await bodyHere(cx, input.death)
    const { limitDays } = await morgueRules(cx, thing.holder?.id ?? null)
    refuseUnless(
      mayMarkUnclaimed({
        days: daysHere(cx, death.body_at),
        limit: limitDays,
        unclaimed: death.unclaimed,
      }),
    )
    const id = cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { unclaimed: true },
      rows: {
        'death.unclaimed': [
          { id, root: death.root, notices: input.notices, authority: input.authority ?? null },
        ],
      },
    })
    await refreshDeaths(cx, [death.root])
    return { id }
  },
})
