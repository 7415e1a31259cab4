/** Lets go of a draft: it was proposed, or nobody wants it any more. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { DraftDropped, OfDraft } from '../contract.ts'
import { dropOne } from '../store/drafts.ts'

export const dropDraft = command({
  name: 'catalogue.drop-draft',
  summary: 'Drops a draft of yours: it was proposed, or is not wanted any more.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: OfDraft,
  output: DraftDropped,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    const dropped = await dropOne(cx, input.section, input.key)
    await cx.record({ subject, facts: { section: input.section, key: input.key, dropped } })
    return { dropped }
  },
})
