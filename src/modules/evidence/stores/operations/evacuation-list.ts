/** What must be carried out of a store, place by place in the order of walking: how many containers, which dangers, what first. */
import { query } from '#platform/define.ts'
import { EvacuationList, EvacuationQuery } from '../contract.ts'
import { evacuationOf } from '../evacuation.ts'
import { holders } from '../../roles.ts'

export const evacuationList = query({
  name: 'evidence.evacuation-list',
  summary:
    'What must be carried out of a store, in the order of walking: containers, dangers, what goes first.',
  who: holders,
  input: EvacuationQuery,
  output: EvacuationList,
  async run(cx, input) {
    cx.allow(null)
    return evacuationOf(cx, input.place, cx.say('evidence.language') === 'es' ? 'es' : 'en', cx.say)
  },
})
