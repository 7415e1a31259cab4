/** One person, several offices: says from which of them this session works. Rights stay as they are; what is received, goes to that office. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AtOffice, WorkAt } from '../contract/places.ts'
import { officesOf } from '../store/offices.ts'
import { setSessionUnit } from '../store/sessions.ts'

export const workAt = command({
  name: 'identity.work-at',
  summary: 'Says from which of your offices this session works.',
  who: 'signed-in',
  input: WorkAt,
  output: AtOffice,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('identity.person', cx.actor.id)
    await cx.lock([subject])
    refuseUnless(unless(cx.actor.csrf !== null, no('identity.no-session')))
    const office = (await officesOf(cx)).find((o) => o.id === input.unit)
    refuseUnless(
      unless(
        office !== undefined,
        no('identity.not-your-office', {}, 'identity.next-ask-your-administrator'),
      ),
    )
    await setSessionUnit(cx, cx.actor.via, input.unit)
    await cx.record({ subject, facts: { unit: input.unit } })
    return { unit: input.unit }
  },
})
