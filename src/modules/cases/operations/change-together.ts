/** Says of many cases in one signed act how soon they are wanted, or whose they are; each keeps its own entry and what held before. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows } from '#platform/rows.ts'
import { BatchDone, ChangeTogether } from '../contract/batches.ts'
import { keepers } from '../roles.ts'
import { mayBeWhose, mayChangeTo } from '../rules/batches.ts'
import { type Said, writeBatch } from '../store/batch-step.ts'
import { whoseName, wordsNow } from '../store/batches.ts'
import { seeCases } from '../store/case-file.ts'

export const changeTogether = command({
  name: 'cases.change-together',
  summary:
    'Says of many cases in one signed act how soon they are wanted, or whose they are, with its reason.',
  who: keepers,
  stepUp: true,
  reason: 'required',
  input: ChangeTogether,
  output: BatchDone,
  async run(cx, { what, to, ...input }) {
    const files = await seeCases(cx, input.cases)
    const roots = files.map((f) => f.root)
    const now = await wordsNow(cx, roots, what)
    const { good, aside } = decideRows(cx, files, { partly: input.partly, path: 'cases' }, (file) =>
      mayChangeTo(what, file, now.get(file.root)?.word ?? null, to),
    )
    const whose = what === 'investigator' ? await whoseName(cx, to) : undefined
    refuseUnless(mayBeWhose(what, whose))
    const said: Said = whose ? { person: whose.person, unit: whose.unit } : { priority: Number(to) }
    const id = input.id ?? cx.newId()
    await writeBatch(cx, good, { id, what, word: to, undoes: null, to: () => said }, now)
    return {
      id,
      cases: good.length,
      refused: aside.map(({ item, why }) => ({ case: item.id, number: item.number, why })),
    }
  },
})
