/** A third person says what stands on the page where two read it differently. */
import { keepAllPersonal } from '#ledger/vault.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AdjudicateIndex, Adjudicated } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { keyedWell, mayAdjudicate } from '../rules.ts'
import { fileRef, fileStep, filesNow, seeFile } from '../../shelves/store/files.ts'
import { keyersOf, valuesOf } from '../store/keyed.ts'
import { fieldsOf } from '../words.ts'

export const adjudicateIndex = command({
  name: 'archive.adjudicate-index',
  summary: 'Decides, as a third person, what stands on the page where two people read it differently.',
  who: keepers,
  input: AdjudicateIndex,
  output: Adjudicated,
  async run(cx, input) {
    const f = await seeFile(cx, input.file, { lock: true })
    cx.allow({ ...f, sensitive: false })
    refuseUnless(mayAdjudicate({ ...f, keyed: await keyersOf(cx, f.id, f.generation) }, cx.actor.id))
    const open = (await valuesOf(cx, f.id, f.generation)).filter((v) => v.how === 'differs')
    const fields = (await fieldsOf(cx, open)).filter((x) => input.fields.some((k) => k.field === x.code))
    refuseUnless(keyedWell(fields, input.fields))
    const decided = input.fields.map((said) => ({ said, was: open.find((v) => v.field === said.field) }))
    refuseUnless(
      unless(
        decided.every((d) => d.was),
        no('archive.nothing-differs', { number: f.number }),
      ),
    )
    const kept = await keepAllPersonal(
      cx,
      decided.map(({ said: { why: _why, ...value } }) => ({ root: f.root, value: { ...value } })),
    )
    const left = open.length - decided.length
    const step = fileStep(cx, f, 'decided', { stage: left === 0 ? 'indexed' : 'keyed' })
    await cx.record({
      subject: fileRef(f.id),
      root: f.root,
      facts: { number: f.number, fields: decided.map((d) => d.said.field).join(' ') },
      rows: {
        'archive.index_value': decided.map(({ said, was }, i) => ({
          id: cx.newId(),
          root: f.root,
          file: f.id,
          generation: f.generation,
          field: said.field,
          seq: (was?.seq ?? 0) + 1,
          how: 'decided',
          vault: kept[i]?.vault ?? '',
          commitment: kept[i]?.commitment ?? '',
          first: was?.first ?? null,
          second: was?.second ?? null,
          why: said.why ?? null,
          by_name: cx.actor.name,
        })),
        'archive.file_step': [step],
      },
    })
    await filesNow(cx, [step])
    return { file: f.id, left }
  },
})
