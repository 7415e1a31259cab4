/** The bytes of the photograph that somebody took of what they left in a temporary place. */
import { stream } from '#platform/define.ts'
import { photographLeft as photographOf } from '../../things/store/left.ts'
import { holders } from '../../roles.ts'
import { PhotographLeft } from '../contract.ts'

export const photographLeft = stream({
  name: 'evidence.photograph-left',
  summary: 'The bytes of the photograph that somebody took of what they left in a temporary place.',
  who: holders,
  input: PhotographLeft,
  async run(cx, input) {
    const row = await photographOf(cx, input.left)
    cx.allow(row)
    return { name: `${input.left}.jpg`, mediaType: row.photograph_type, file: row.photograph }
  },
})
