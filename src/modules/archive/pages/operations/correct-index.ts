/** A value of the index is put right, with why; what stood there before stays. */
import { keepPersonal } from '#ledger/vault.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Adjudicated, CorrectIndex } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { keyedWell, mayCorrectIndex } from '../rules.ts'
import { fileRef, seeFile } from '../../shelves/store/files.ts'
import { valuesOf } from '../store/keyed.ts'
import { fieldsOf } from '../words.ts'

export const correctIndex = command({
  name: 'archive.correct-index',
  summary: 'Puts a value of the index right, and says why; what stood there before stays.',
  who: keepers,
  input: CorrectIndex,
  output: Adjudicated,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow({ ...f, sensitive: false })
    refuseUnless(mayCorrectIndex(f))
    const fields = (await fieldsOf(cx)).filter((x) => x.code === input.value.field)
    refuseUnless(keyedWell(fields, [input.value]))
    const was = (await valuesOf(cx, f.id, f.generation)).find((v) => v.field === input.value.field)
    refuseUnless(unless(was !== undefined, no('archive.not-indexed', { number: f.number })))
    const kept = await keepPersonal(cx, f.root, { ...input.value })
    await cx.record({
      subject: fileRef(f.id),
      root: f.root,
      facts: { number: f.number, field: input.value.field },
      rows: {
        'archive.index_value': [
          {
            id: cx.newId(),
            root: f.root,
            file: f.id,
            generation: f.generation,
            field: input.value.field,
            seq: (was?.seq ?? 0) + 1,
            how: 'corrected',
            ...kept,
            first: was?.first ?? null,
            second: was?.second ?? null,
            why: input.why,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { file: f.id, left: 0 }
  },
})
