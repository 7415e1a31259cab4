/** The sections of the service that answer. */
import { query } from '#platform/define.ts'
import { WhomList, WhomToAsk } from '../contract/help.ts'
import { speakers } from '../roles.ts'
import { unitsThatAnswer } from '../store/help.ts'

export const whomToAsk = query({
  name: 'portal.whom-to-ask',
  summary: 'Lists the sections of the service that answer.',
  who: speakers,
  input: WhomToAsk,
  output: WhomList,
  async run(cx) {
    cx.allow(null)
    return { items: await unitsThatAnswer(cx) }
  },
})
