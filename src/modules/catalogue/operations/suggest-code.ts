/** Somebody misses a word in a list: it waits for whoever keeps the lists, and nobody else is held up. */
import { caseworkers } from '#identity/roles.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, SuggestCode } from '../contract.ts'
import { listRef, mustExist } from '../defining.ts'
import { maySuggest } from '../rules/suggestion.ts'
import { dayOf } from '../rules.ts'
import { findList, listCodes } from '../store/codes.ts'
import { namesWaiting } from '../store/suggestions.ts'

export const suggestCode = command({
  name: 'catalogue.suggest-code',
  summary: 'Suggests a word that is missing in a list; whoever keeps the lists takes it or says which it is.',
  who: [...caseworkers, 'administrator'],
  input: SuggestCode,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([listRef(input.list)])
    mustExist(await findList(cx.tx, input.list), input.list)
    refuseUnless(
      maySuggest(
        input.name,
        await listCodes(cx.tx, input.list, dayOf(cx.now)),
        await namesWaiting(cx.tx, input.list),
      ),
    )
    const id = input.id ?? cx.newId()
    const { list, name, why } = input
    await cx.record({
      subject: ref('catalogue.suggestion', id),
      facts: { list },
      rows: { 'catalogue.suggestion': [{ id, list, name, why: why ?? null }] },
    })
    return { id }
  },
})
