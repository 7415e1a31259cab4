/** Kits that are followed, as far as the reader's office had or has them: where each is, what comes next, what is overdue. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { FindKits, KitTrackList } from '../contract/kits.ts'
import { stagesOf } from '../kit-steps.ts'
import { followsKits } from '../roles.ts'
import { mayReach, nextAfter } from '../rules/kits.ts'
import { agencyKindOf, countKits, listKits } from '../store/kits.ts'

export const kits = query({
  name: 'portal.kits',
  summary: 'Lists sexual assault kits on their way: stage by stage, what comes next, what is overdue.',
  who: followsKits,
  input: FindKits,
  output: KitTrackList,
  async run(cx, input) {
    cx.allow(null)
    const stages = await stagesOf(cx)
    const agency = (await agencyKindOf(cx, cx.actor.agency)) ?? 'service'
    const today = dayOfInstant(cx.now)
    const ends = stages.list.filter((s) => s.end).map((s) => s.code)
    const { rows, nextCursor } = await listKits(cx, { ...input, ends, today })
    const counted = new Map((await countKits(cx, today)).map((c) => [c.stage, c]))
    return {
      items: rows.map((k) => {
        const next = nextAfter(stages.list, k.stage)
        return {
          id: k.id,
          serial: k.serial,
          stage: stages.name(k.stage),
          dueOn: k.due_on,
          overdue: k.due_on !== null && k.due_on < today,
          ended: next === undefined,
          next: next ? stages.name(next.code) : null,
          with: k.unit_name,
          to: k.to_name,
          steps: k.steps.map((s) => ({ ...s, stage: stages.name(s.stage) })),
          actions: actionsOf(cx, k, {
            'portal.scan-kit': mayReach(stages.list, k.stage, next, { agency, to: true }),
          }),
        }
      }),
      nextCursor,
      stages: stages.list.map((s) => ({
        stage: stages.name(s.code),
        kits: counted.get(s.code)?.kits ?? 0,
        overdue: counted.get(s.code)?.overdue ?? 0,
      })),
    }
  },
})
