/** The next pair of what came and what was there that look like one matter: a proposal, never a decision. */
import { query } from '#platform/define.ts'
import { nextAlikeCase, nextAlikePaper } from '../comparing.ts'
import { AlikeSeen, NextAlike } from '../contract/alike.ts'
import { comparers } from '../roles.ts'

export const nextAlike = query({
  name: 'exchange.next-alike',
  summary: 'Proposes the next case that came, or paper file, which looks like a case that was there.',
  who: comparers,
  reads: 'sensitive',
  input: NextAlike,
  output: AlikeSeen,
  async run(cx, input) {
    cx.allow(null)
    return input.kind === 'files' ? nextAlikePaper(cx, input) : nextAlikeCase(cx, input)
  },
})
