/** Notes a paper about a body: a burial order, an authorisation to release, asked for, given or refused. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordPaper } from '../contract.ts'
import { papersPeople } from '../../roles.ts'
import { mustBeAccepted } from '../../call/rules.ts'
import { cremationPaper, keepPaper } from '../papers.ts'
import { seeDeath } from '../../call/store/deaths.ts'

export const recordPaper = command({
  name: 'death.record-paper',
  summary:
    'Notes a paper about a body: a burial order, an authorisation to release, asked for, given or refused.',
  who: papersPeople,
  input: RecordPaper,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mustBeAccepted(death))
    refuseUnless(
      unless(
        input.state !== 'approved' || Boolean(input.number ?? input.by),
        no('death.paper-without-number', {}, 'death.next-number-of-paper'),
      ),
    )
    // Whether somebody may be cremated is decided by a pathologist, with the cause and manner before them.
    refuseUnless(
      unless(
        input.kind !== cremationPaper || input.state !== 'approved',
        no('death.cremation-by-pathologist', {}, 'death.next-clear-cremation'),
      ),
    )
    return { id: await keepPaper(cx, death, input) }
  },
})
