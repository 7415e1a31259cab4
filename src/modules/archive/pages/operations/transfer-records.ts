/** Files are given to the Archives as authorised, before a witness: a certificate names every file. */
import { command } from '#platform/define.ts'
import { PaperMade, TransferRecords } from '../contract.ts'
import { carryOut } from '../leaving.ts'
import { keepers } from '../../roles.ts'

export const transferRecords = command({
  name: 'archive.transfer-records',
  summary:
    'Says that files were given to the Archives as authorised, before a witness; a signed certificate names them.',
  who: keepers,
  stepUp: true,
  input: TransferRecords,
  output: PaperMade,
  run: (cx, input) =>
    carryOut(cx, {
      disposal: input.disposal,
      action: 'transfer',
      method: null,
      receivedBy: input.receivedBy,
      witness: input.witness,
      words: input.words ?? null,
      language: input.language ?? cx.actor.language,
    }),
})
