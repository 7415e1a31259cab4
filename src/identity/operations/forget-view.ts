/** Forgets a view of a list that the person kept. */
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ForgetView, ViewName } from '../contract/views.ts'
import { forgetOne } from '../store/views.ts'

export const forgetView = command({
  name: 'identity.forget-view',
  summary: 'Forgets a view of a list that the person kept.',
  who: 'signed-in',
  input: ForgetView,
  output: ViewName,
  async run(cx, input) {
    cx.allow(null)
    if ((await forgetOne(cx, input.list, input.name)) === 0) throw notFound()
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { list: input.list } })
    return { name: input.name }
  },
})
