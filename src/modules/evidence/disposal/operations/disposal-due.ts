/** What the rules allow to leave today, or what stands in the way of it, each a sentence. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { query } from '#platform/define.ts'
import { DisposalDue, DueList } from '../contract.ts'
import { judgeThings } from '../blocks.ts'
import { intendedOf } from '../intended.ts'
import { linesOf } from '../../things/lines.ts'
import { disposers } from '../../roles.ts'
import { candidates } from '../store/disposals.ts'

export const disposalDue = query({
  name: 'evidence.disposal-due',
  summary:
    'Shows what the rules of retention allow to leave today, or what stands in the way, each a sentence.',
  who: disposers,
  input: DisposalDue,
  output: DueList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await candidates(cx, input)
    const judged = (await judgeThings(cx, rows)).filter(
      (j) => input.show === 'all' || (j.blocks.length === 0) === (input.show === 'due'),
    )
    const lines = await linesOf(
      cx,
      judged.map((j) => j.item),
    )
    const intended = await intendedOf(
      cx,
      judged.map((j) => j.item.id),
    )
    const lang = cx.say('evidence.language') === 'es' ? 'es' : 'en'
    const names = new Map<string, string>()
    for (const code of new Set(judged.flatMap((j) => (j.court.outcome ? [j.court.outcome] : []))))
      names.set(code, await nameOfCode(cx, 'court-outcome', code, lang))
    return {
      nextCursor,
      items: judged.flatMap((j, i) => {
        const item = lines[i]
        if (!item) return []
        const { root: id, number, title, state, outcome, on_day } = j.court
        return [
          {
            item,
            case: { id, number, title, state },
            intended: intended.get(j.item.id) ?? null,
            rule: j.ruled?.rule.name ?? null,
            actions: [...(j.ruled?.rule.actions ?? [])],
            dueOn: j.ruled?.dueOn ?? null,
            blocks: [...j.blocks],
            outcome: outcome === null ? null : (names.get(outcome) ?? outcome),
            outcomeOn: on_day,
          },
        ]
      }),
    }
  },
})
