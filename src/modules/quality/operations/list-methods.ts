/** The methods, with the version in force and how many people may do each. */
import { query } from '#platform/define.ts'
import { ListMethods, MethodList } from '../contract.ts'
import { readers } from '../readers.ts'
import { pageOfMethods } from '../store/standing.ts'

export const listMethods = query({
  name: 'quality.list-methods',
  summary: 'Lists the methods with the version in force.',
  who: readers,
  input: ListMethods,
  output: MethodList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await pageOfMethods(cx, input)
    return { items: rows, nextCursor: rows.length === input.limit ? (rows.at(-1)?.code ?? null) : null }
  },
})
