/** Changes one word on many exhibits in one signed act, with its reason; each keeps its own entry and what stood there before. */
import { command } from '#platform/define.ts'
import { counter } from '../../roles.ts'
import { decideRows } from '../batch.ts'
import { nameOfWord, writeBatch } from '../batches.ts'
import { BatchDone, ChangeTogether } from '../contract.ts'
import { mayChangeTo } from '../rules.ts'
import { wordsNow } from '../store/batches.ts'
import { seeItems } from '../store/items.ts'

export const changeTogether = command({
  name: 'evidence.change-together',
  summary:
    'Changes one word on many exhibits in one signed act, with its reason; each keeps what stood there before.',
  who: counter,
  stepUp: true,
  reason: 'required',
  input: ChangeTogether,
  output: BatchDone,
  async run(cx, input) {
    const all = await seeItems(cx, input.things, { lock: true })
    const ids = all.map((i) => i.id)
    const now = await wordsNow(cx, ids, input.what, input.code)
    const { good, refused } = decideRows(cx, all, input.partly, (item) =>
      mayChangeTo(item, now.get(item.id)?.now ?? null, input.code),
    )
    await nameOfWord(cx, input.what, input.code)
    const id = input.id ?? cx.newId()
    const to = new Map(good.map((i) => [i.id, input.code]))
    await writeBatch(cx, good, { id, what: input.what, code: input.code, undoes: null, to }, now)
    return { id, things: good.length, refused }
  },
})
