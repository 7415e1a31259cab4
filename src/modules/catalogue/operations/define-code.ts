/** Adds a code to a list, or gives it new words or dates; what was recorded under the old words stays as it was. */
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Created, DefineCode } from '../contract.ts'
import { codeEntry, listRef, mustExist } from '../defining.ts'
import { findList, newestCode } from '../store/codes.ts'

export const defineCode = command({
  name: 'catalogue.define-code',
  summary: 'Adds a code to a list, or gives it new words or dates.',
  who: ['administrator', 'quality-manager'],
  input: DefineCode,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await mustBeTwo(cx, [{ what: 'code', key: `${input.list}/${input.code}` }])
    await cx.lock([listRef(input.list)])
    mustExist(await findList(cx.tx, input.list), input.list)

    const id = input.id ?? cx.newId()
    await cx.record(codeEntry(cx, input, await newestCode(cx.tx, input.list, input.code), id))
    return { id }
  },
})
