/**
 * Takes sight of something against the rule, for eight hours, because somebody's safety or the evidence cannot wait. It stands in the
 * ledger on the matter itself, each look in it is logged, and somebody else reviews it. A declared conflict of interest is never broken.
 */
import { instantOf, ref } from '#kernel/shapes.ts'
import { Refusal, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BreakGlass, GlassBroken } from '../contract/duties.ts'
import { staff } from '../roles.ts'
import { GLASS_MS, mayBreakGlass } from '../rules.ts'
import { openSight, seesRoot } from '../sight.ts'
import { glassToday } from '../store/glass.ts'
import { standsWall } from '../store/walls.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const breakGlass = command({
  name: 'identity.break-glass',
  summary: 'Takes sight of something against the rule for eight hours; it is logged and reviewed.',
  who: staff,
  input: BreakGlass,
  output: GlassBroken,
  reason: 'required',
  stepUp: true,
  async run(cx, input) {
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    cx.allow(null)
    const said = input.of.toLowerCase()
    const root = UUID.test(said) ? said : await cx.ground.roots.find(cx.tx, input.of)
    const name = root && (await cx.ground.roots.names(cx.tx, [root])).get(root)
    if (!root || name === undefined)
      throw new Refusal('not-found', 'identity.no-such-matter', { next: 'identity.next-check-number' })
    refuseUnless(
      mayBreakGlass({
        walled: await standsWall(cx.tx, cx.actor.id, root),
        sees: await seesRoot(cx, root),
        today: await glassToday(cx, cx.actor.id),
        reason: cx.reason,
      }),
    )

    const id = cx.newId()
    const until = instantOf(Date.parse(cx.now) + GLASS_MS)
    await cx.record({
      subject,
      root,
      facts: { glass: id, until },
      rows: { 'identity.glass': [{ id, person: cx.actor.id, root, until_at: until }] },
    })
    await openSight(cx, [{ root, principal: cx.actor.id, why: 'identity.break-glass', until }])
    return { id, root, name, until }
  },
})
