/** It was carried out, before a witness who signs with the PIN: a certificate names every file. */
import { codeOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { PaperMade, RecordDestruction } from '../contract.ts'
import { carryOut } from '../leaving.ts'
import { keepers } from '../../roles.ts'
import { seeDisposal } from '../store/leaving.ts'

export const recordDestruction = command({
  name: 'archive.record-destruction',
  summary: 'Says that files were destroyed as authorised, before a witness; a signed certificate names them.',
  who: keepers,
  stepUp: true,
  input: RecordDestruction,
  output: PaperMade,
  async run(cx, input) {
    cx.allow(await seeDisposal(cx, input.disposal))
    const { code } = await codeOf(cx, 'disposal-method', input.method)
    return carryOut(cx, {
      disposal: input.disposal,
      action: 'destroy',
      method: code,
      receivedBy: null,
      witness: input.witness,
      words: input.words ?? null,
      language: input.language ?? cx.actor.language,
    })
  },
})
