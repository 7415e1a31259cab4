/** The custody form of a thing on paper: every hand, each gap in words, lines left for hands that have no machine. */
import { stream } from '#platform/define.ts'
import { CustodyForm } from '../../things/contract.ts'
import { custodyPaper } from '../custody-paper.ts'
import { readers } from '../../roles.ts'

export const custodyForm = stream({
  name: 'evidence.custody-form',
  summary: 'The custody form of a thing on paper: every hand, each gap in words.',
  who: readers,
  input: CustodyForm,
  async run(cx, input) {
    const paper = await custodyPaper(cx, input.item, input.language ?? cx.language)
    return { ...paper, mediaType: 'application/pdf' }
  },
})
