/** Before an order is carried out: where the name of a party still stands in the case, and what would stand there instead. */
import { query } from '#platform/define.ts'
import { WhereNamed, WhereNamedSeen } from '../contract.ts'
import { newestParty } from '../store/changes.ts'
import { seeCase } from '../store/case-file.ts'
import { namesOfParty, papersNaming, rootsOf, rowsNaming } from '../store/expunging.ts'
import { valuesThatName } from '../store/readings.ts'

export const whereNamed = query({
  name: 'cases.where-named',
  summary:
    'Tells where the name of a party stands in the words of a case, before an order to destroy it is carried out.',
  who: ['director', 'quality-manager'],
  reads: 'sensitive',
  input: WhereNamed,
  output: WhereNamedSeen,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const { party } = await newestParty(cx, file.root, input.party)
    const names = await namesOfParty(cx, file.root, party)
    const rows = await rowsNaming(cx, await rootsOf(cx, file.root), names)
    const papers = await papersNaming(cx, file.root, names)
    return {
      places: rows.flatMap((r) => r.sayings),
      papers: papers.map(({ id, name, says }) => ({ id, name, says })),
      values: (await valuesThatName(cx, file.root, party)).length,
    }
  },
})
