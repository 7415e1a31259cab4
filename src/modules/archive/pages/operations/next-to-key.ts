/** The next file for this person to key: its pages, the fields, and nothing of what another person keyed. */
import { query } from '#platform/define.ts'
import { NextToKey, ToKey } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { fileToKey } from '../seen-keying.ts'
import { keyersOf, leftToKey, nextToKey as findNext } from '../store/keyed.ts'
import { fieldsOf } from '../words.ts'

export const nextToKey = query({
  name: 'archive.next-to-key',
  summary: 'Shows the next file to key with its pages, and nothing of what another person keyed.',
  who: keepers,
  input: NextToKey,
  output: ToKey,
  async run(cx, input) {
    cx.allow(null)
    const f = await findNext(cx, input)
    return {
      file: f ? await fileToKey(cx, f) : null,
      round: f ? (await keyersOf(cx, f.id, f.generation)).length + 1 : null,
      fields: await fieldsOf(cx),
      left: await leftToKey(cx),
    }
  },
})
