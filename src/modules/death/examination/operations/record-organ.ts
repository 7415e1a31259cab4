/** Writes down an organ as weighed and described, and whether it is kept. */
import { codeOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { RecordOrgan } from '../contract.ts'
import { write, writing } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { organsOf } from '../store/examinations.ts'

export const recordOrgan = command({
  name: 'death.record-organ',
  summary: 'Writes down an organ as weighed and described, and whether it is kept.',
  who: pathologists,
  input: RecordOrgan,
  output: Done,
  async run(cx, input) {
    const e = await writing(cx, input.examination)
    await codeOf(cx, 'organ', input.organ)
    const before = (await organsOf(cx, e.id)).find((o) => o.organ === input.organ)
    const row = {
      id: cx.newId(),
      root: e.root,
      examination: e.id,
      organ: input.organ,
      seq: (before?.seq ?? 0) + 1,
      weight_g: input.weightG ?? null,
      absent: input.weightG ? null : (input.absent ?? null),
      words: input.words ?? null,
      retained: input.retained,
      returned: false,
    }
    return { id: await write(cx, e, 'death.organ', row, { organ: input.organ, retained: input.retained }) }
  },
})
