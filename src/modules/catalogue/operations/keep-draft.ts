/** Keeps what somebody has typed over a rule, so that they go on at another desk; nothing of it holds or is seen by others. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { DraftKept, KeepDraft } from '../contract.ts'
import { MOST_DRAFTS, keepOne } from '../store/drafts.ts'

export const keepDraft = command({
  name: 'catalogue.keep-draft',
  summary: 'Keeps a rule that you are writing, for you alone, on every device, until you propose it.',
  who: ['administrator', 'quality-manager', 'section-head', 'director'],
  input: KeepDraft,
  output: DraftKept,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    const there = await keepOne(cx, input)
    refuseUnless(
      unless(
        there <= MOST_DRAFTS,
        no('catalogue.too-many-drafts', { most: MOST_DRAFTS }, 'catalogue.next-drop-draft'),
      ),
    )
    await cx.record({ subject, facts: { section: input.section, key: input.key } })
    return { keptAt: cx.now }
  },
})
