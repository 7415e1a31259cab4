/** Cases that may be the one of a file: a proposal, never a decision. */
import { query } from '#platform/define.ts'
import { Candidates, ProposeCases } from '../contract.ts'
import { candidatesFor } from '../linking.ts'
import { keepers } from '../../roles.ts'
import { seeFile } from '../../shelves/store/files.ts'
import { namesOnCover } from '../../shelves/store/inventory.ts'

export const proposeCases = query({
  name: 'archive.propose-cases',
  summary: 'Proposes cases that may be the one of a paper file, with a score and its reasons.',
  who: keepers,
  input: ProposeCases,
  output: Candidates,
  async run(cx, input) {
    const f = await seeFile(cx, input.file)
    cx.allow(f)
    const names = await namesOnCover(cx, f.vault)
    return {
      items: await candidatesFor(cx, {
        id: f.id,
        numbers: f.said_numbers,
        names,
        on: f.said_on,
        type: f.case_type,
      }),
    }
  },
})
