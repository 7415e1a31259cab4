/** Names a list of codes, or names it anew. */
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Created, DefineList } from '../contract.ts'
import { listRef } from '../defining.ts'
import { findList } from '../store/codes.ts'

export const defineList = command({
  name: 'catalogue.define-list',
  summary: 'Names a list of codes, or names it anew.',
  who: ['administrator', 'quality-manager'],
  input: DefineList,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await mustBeTwo(cx, [{ what: 'list', key: input.list }])
    await cx.lock([listRef(input.list)])
    const before = await findList(cx.tx, input.list)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: listRef(input.list),
      facts: { list: input.list },
      rows: {
        'catalogue.code_list': [
          {
            id,
            list: input.list,
            seq: (before?.seq ?? 0) + 1,
            en: input.en,
            es: input.es,
            note: input.note ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
