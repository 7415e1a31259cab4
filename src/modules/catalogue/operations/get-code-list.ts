/** A list of codes as it holds on a day. */
import { notFound } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { CodeList, GetCodeList } from '../contract.ts'
import { dayOf } from '../rules.ts'
import { codeSeen } from '../seen.ts'
import { findList, listCodes } from '../store/codes.ts'

export const getCodeList = query({
  name: 'catalogue.get-code-list',
  summary: 'Shows a list of codes as it holds on a day.',
  who: 'signed-in',
  input: GetCodeList,
  output: CodeList,
  async run(cx, input) {
    cx.allow(null)
    const list = await findList(cx.tx, input.list)
    if (!list) throw notFound()
    const rows = await listCodes(cx.tx, input.list, input.on ?? dayOf(cx.now), { retired: input.retired })
    return {
      list: list.list,
      name: list[cx.language],
      en: list.en,
      es: list.es,
      items: rows.map((row) => codeSeen(cx, row)),
    }
  },
})
