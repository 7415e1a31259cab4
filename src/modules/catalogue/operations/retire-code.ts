/** Ends a code on a day: nobody can choose it any more, and what was recorded with it still shows its name. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { mustBeTwo } from '../alone.ts'
import { Created, RetireCode } from '../contract.ts'
import { codeEntry, listRef } from '../defining.ts'
import { mayRetire } from '../rules.ts'
import { newestCode } from '../store/codes.ts'

export const retireCode = command({
  name: 'catalogue.retire-code',
  summary: 'Ends a code on a day: nobody can choose it any more.',
  who: ['administrator', 'quality-manager'],
  input: RetireCode,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await mustBeTwo(cx, [{ what: 'code', key: `${input.list}/${input.code}` }])
    await cx.lock([listRef(input.list)])
    const before = await newestCode(cx.tx, input.list, input.code)
    refuseUnless(mayRetire(before, input.on))

    const id = cx.newId()
    if (before)
      await cx.record(
        codeEntry(
          cx,
          {
            list: before.list,
            code: before.code,
            en: before.en,
            es: before.es,
            data: before.data as never,
            validFrom: before.valid_from,
            validUntil: input.on,
            unverified: before.unverified,
            source: before.source,
          },
          before,
          id,
        ),
      )
    return { id }
  },
})
