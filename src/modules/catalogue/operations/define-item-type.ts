/** Defines a kind of item: its words, the form it is described by, whether it holds others, what is dangerous about it. */
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Created, DefineItemType } from '../contract.ts'
import { codeEntry, formMustExist, listRef, mustExist } from '../defining.ts'
import { findList, newestCode } from '../store/codes.ts'

export const defineItemType = command({
  name: 'catalogue.define-item-type',
  summary: 'Defines a kind of item and the form it is described by.',
  who: ['administrator', 'quality-manager'],
  input: DefineItemType,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await mustBeTwo(cx, [{ what: 'code', key: `item-type/${input.code}` }])
    await cx.lock([listRef('item-type')])
    mustExist(await findList(cx.tx, 'item-type'), 'item-type')
    if (input.form) await formMustExist(cx, input.form)

    const id = input.id ?? cx.newId()
    const data = {
      ...(input.form ? { form: input.form } : {}),
      container: input.container,
      hazards: input.hazards,
    }
    await cx.record(
      codeEntry(
        cx,
        {
          list: 'item-type',
          code: input.code,
          en: input.en,
          es: input.es,
          data: data as never,
          unverified: input.unverified,
          source: input.source,
        },
        await newestCode(cx.tx, 'item-type', input.code),
        id,
      ),
    )
    return { id }
  },
})
