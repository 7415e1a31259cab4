/** Lists a paper file as its cover says: seconds each, with a keyboard and a scanner. */
import { keepPersonal } from '#ledger/vault.ts'
import { addHandles, normaliseNumber } from '#modules/cases/public.ts'
import { codeOf, nextNumber } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { archiveCode } from '../../shelves/barcodes.ts'
import { FileRegistered, RegisterFile } from '../contract.ts'
import { candidatesFor, handlesOf } from '../linking.ts'
import { keepers } from '../../roles.ts'
import { tierOf } from '../rules.ts'
import { seeBox } from '../../shelves/store/boxes.ts'
import { fileRef, fileStep, insertFileNow } from '../../shelves/store/files.ts'
import { openFileSight } from '../../shelves/store/sight.ts'
import { tiersOf } from '../words.ts'

export const registerFile = command({
  name: 'archive.register-file',
  summary: 'Lists a paper file as its cover says, in its box, with a barcode of its own.',
  who: keepers,
  input: RegisterFile,
  output: FileRegistered,
  async run(cx, input) {
    const id = input.id ?? cx.newId()
    const box = await seeBox(cx, { id: input.box })
    cx.allow(box)
    await cx.lock([fileRef(id)])
    if (input.type) await codeOf(cx, 'case-type', input.type)
    const tier = input.tier
      ? (await codeOf(cx, 'archive-tier', input.tier)).code
      : (tierOf(await tiersOf(cx), input.type ?? null) ?? '')
    await codeOf(cx, 'archive-tier', tier)
    const number = await nextNumber(cx, 'paper-file', { unit: box.unit ?? undefined })
    const file = { id, number, barcode: archiveCode('AF', id), unit: box.unit }
    const kept = input.names.length > 0 ? await keepPersonal(cx, id, { names: input.names }) : null
    const step = fileStep(
      cx,
      {
        ...file,
        root: id,
        seq: 0,
        box: box.id,
        state: 'in-box',
        stage: 'listed',
        generation: 1,
        tier,
        linked: null,
        holder: null,
        holder_name: null,
        due_on: null,
        screened: false,
        sensitive_for: [],
      },
      'registered',
      {},
    )
    await cx.record({
      subject: fileRef(id),
      root: id,
      facts: { number, box: box.number, tier },
      rows: {
        'archive.file': [
          {
            ...file,
            root: id,
            said_numbers: input.numbers,
            plain_numbers: input.numbers.map(normaliseNumber).filter((n) => n !== ''),
            said_on: input.on ?? null,
            case_type: input.type ?? null,
            title: input.title ?? null,
            vault: kept?.vault ?? null,
            commitment: kept?.commitment ?? null,
            words: input.words ?? null,
          },
        ],
        'archive.file_step': [step],
      },
    })
    await insertFileNow(cx, file, step)
    await openFileSight(cx, id, box.unit)
    await addHandles(cx, handlesOf({ ...file, root: id, said_numbers: input.numbers }, input.names))
    const candidates = await candidatesFor(cx, {
      id,
      numbers: input.numbers,
      names: input.names,
      on: input.on ?? null,
      type: input.type ?? null,
    })
    return { id, number, barcode: file.barcode, tier, proposed: candidates.length }
  },
})
