/** Keeps what somebody said at the scene, in words or as a recording; name and words stand in the vault. */
import { keepPersonal } from '#ledger/vault.ts'
import { partiesOf, seeCase } from '#modules/cases/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { uploadedFile } from '#platform/uploads.ts'
import { Done, RecordStatement } from '../contract.ts'
import { attending } from '../roles.ts'
import { ofScene, openToWrite, write } from '../writing.ts'

export const recordStatement = command({
  name: 'scenes.record-statement',
  summary: 'Keeps what somebody said at the scene, in words or as a recording.',
  who: attending,
  input: RecordStatement,
  output: Done,
  async run(cx, input) {
    const a = await openToWrite(cx, input.attendance)
    if (input.party) {
      const { sexual } = await seeCase(cx, a.root)
      const known = (await partiesOf(cx, a.root, sexual)).some((p) => p.id === input.party)
      refuseUnless(unless(known, no('scenes.no-such-party', {}, 'scenes.next-add-party')))
    }
    const file = input.file ? await uploadedFile(cx, input.file) : null
    const kept = await keepPersonal(cx, a.root, {
      name: input.name ?? null,
      words: input.words ?? null,
    })
    return write(cx, a, 'scenes.statement', {
      id: input.id ?? cx.newId(),
      ...ofScene(cx, a),
      party: input.party ?? null,
      ...kept,
      language: input.language ?? null,
      file: file?.sha256 ?? null,
      name: file?.name ?? null,
      media_type: file?.media_type ?? null,
      size: file ? String(file.size) : null,
    })
  },
})
