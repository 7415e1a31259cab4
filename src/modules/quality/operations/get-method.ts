/** A method with all its versions and who may do it. */
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { GetMethod, MethodSeen } from '../contract.ts'
import { readers } from '../readers.ts'
import { authorisationsOf, methodRow, versionsOf } from '../store/standing.ts'

export const getMethod = query({
  name: 'quality.get-method',
  summary: 'Shows a method with its versions and who may do it.',
  who: readers,
  input: GetMethod,
  output: MethodSeen,
  async run(cx, input) {
    cx.allow(null)
    const method = await methodRow(cx, input.method ?? input.code ?? '')
    return {
      id: method.id,
      code: method.code,
      title: cx.language === 'es' ? method.title_es : method.title_en,
      discipline: method.discipline,
      versions: await versionsOf(cx, method.id),
      people: await authorisationsOf(cx, { method: method.code }),
      actions: actionsOf(
        cx,
        { may_see: true },
        { 'quality.issue-method-version': yes, 'quality.authorise-person': yes },
      ),
    }
  },
})
