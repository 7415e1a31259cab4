/** What one person keys from a file; the second keying ends it, where both say the same, or hands it to a third. */
import { keepPersonal } from '#ledger/vault.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { IndexKeyed, KeyIndex } from '../contract.ts'
import { comparedValues } from '../comparing.ts'
import { keepers } from '../../roles.ts'
import { keyedWell, mayKey } from '../rules.ts'
import { fileRef, fileStep, filesNow, seeFile } from '../../shelves/store/files.ts'
import { keyersOf, passesOf } from '../store/keyed.ts'
import { fieldsOf } from '../words.ts'

export const keyIndex = command({
  name: 'archive.key-index',
  summary: 'Keys the index of a file from its pages, without seeing what another person keyed.',
  who: keepers,
  input: KeyIndex,
  output: IndexKeyed,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow({ ...f, sensitive: false })
    const keyed = await keyersOf(cx, f.id, f.generation)
    refuseUnless(mayKey({ ...f, keyed }, cx.actor.id, input.generation))
    const fields = await fieldsOf(cx)
    refuseUnless(keyedWell(fields, input.fields))
    const kept = await keepPersonal(cx, f.root, { fields: input.fields })
    const id = input.id ?? cx.newId()
    const round = keyed.length + 1
    const pass = {
      id,
      root: f.root,
      file: f.id,
      generation: f.generation,
      round,
      ...kept,
      by_name: cx.actor.name,
    }
    if (round === 1) {
      await cx.record({
        subject: fileRef(f.id),
        root: f.root,
        facts: { number: f.number, round },
        rows: { 'archive.key_pass': [pass] },
      })
      return { round, differs: [] }
    }
    const [first] = await passesOf(cx, f.id, f.generation)
    const { rows, differs } = await comparedValues(cx, f, fields, {
      first: { id: first?.id ?? '', fields: first?.fields ?? [] },
      second: { id, fields: input.fields },
    })
    const step = fileStep(cx, f, 'keyed', { stage: differs.length > 0 ? 'keyed' : 'indexed' })
    await cx.record({
      subject: fileRef(f.id),
      root: f.root,
      facts: { number: f.number, round, differs: differs.length },
      rows: { 'archive.key_pass': [pass], 'archive.index_value': rows, 'archive.file_step': [step] },
    })
    await filesNow(cx, [step])
    return { round, differs }
  },
})
