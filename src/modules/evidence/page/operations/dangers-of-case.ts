/** What is dangerous about the exhibits of a case, counted over all of them: a list that comes in parts would keep silent about the last. */
import { seeCase } from '#modules/cases/public.ts'
import { query } from '#platform/define.ts'
import { readers } from '../../roles.ts'
import { DangerList, DangersOfCase } from '../contract.ts'
import { namesFor } from '../../things/store/chain.ts'
import { dangersOfCase as found } from '../store/dangers.ts'

export const dangersOfCase = query({
  name: 'evidence.dangers-of-case',
  summary: 'Shows what is dangerous about the exhibits of a case, and how many of them.',
  who: readers,
  input: DangersOfCase,
  output: DangerList,
  async run(cx, input) {
    const file = await seeCase(cx, input.case)
    cx.allow(file)
    const rows = await found(cx, file.id)
    const names = await namesFor(
      cx,
      rows.map((r) => ['hazard', r.hazard] as const),
      [],
      cx.say('evidence.language') === 'es' ? 'es' : 'en',
    )
    return { items: rows.map((r) => ({ ...r, name: names.code('hazard', r.hazard) })) }
  },
})
