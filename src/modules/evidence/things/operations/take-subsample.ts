/** Takes a part of an opened thing as a thing of its own; no more than there is. */
import { command } from '#platform/define.ts'
import { refuseUnless, no, unless } from '#kernel/verdict.ts'
import { Created, TakeSubsample } from '../contract.ts'
import { checkItemCodes } from '../new-things.ts'
import { handlers } from '../../roles.ts'
import { openItemForWork, takeSubsampleStep } from '../steps.ts'

export const takeSubsample = command({
  name: 'evidence.take-subsample',
  summary: 'Takes a part of an opened thing as a thing of its own; no more than there is.',
  who: handlers,
  input: TakeSubsample,
  output: Created,
  async run(cx, input) {
    const item = await openItemForWork(cx, input.item, { open: true })
    refuseUnless(unless(!input.amount || Boolean(input.unit), no('evidence.amount-without-unit')))
    await checkItemCodes(cx, [
      { description: input.description, type: input.type, packaging: input.packaging },
    ])
    const amount = input.amount && input.unit ? { value: input.amount, unit: input.unit } : null
    return takeSubsampleStep(cx, {
      id: input.id,
      item,
      description: input.description,
      type: input.type,
      amount,
      how: input.how,
      packaging: input.packaging,
    })
  },
})
