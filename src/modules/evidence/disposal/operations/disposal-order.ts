/** The document of the order on which things leave, as it was filed. */
import { notFound } from '#kernel/verdict.ts'
import { stream } from '#platform/define.ts'
import { OrderFile } from '../contract.ts'
import { disposers } from '../../roles.ts'
import { orderFile } from '../store/disposals.ts'

export const disposalOrder = stream({
  name: 'evidence.disposal-order',
  summary: 'The document of the order on which things leave, as it was filed.',
  who: disposers,
  input: OrderFile,
  async run(cx, input) {
    const found = await orderFile(cx, input.order)
    if (!found) throw notFound()
    cx.allow(found)
    return { name: found.name, mediaType: found.media_type, file: found.file }
  },
})
