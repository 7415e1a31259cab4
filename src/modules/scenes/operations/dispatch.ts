/** Sends people to a scene; whoever is sent sees the case. Somebody else may be sent as long as nobody has begun there. */
import { giveSight } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Dispatch, Done } from '../contract.ts'
import { senders } from '../roles.ts'
import { mayDispatch } from '../rules.ts'
import { knownPeople } from '../store/people.ts'
import { seeCallOut, stepCall } from '../store/call-outs.ts'

export const dispatch = command({
  name: 'scenes.dispatch',
  summary: 'Sends people to a scene; whoever is sent sees the case.',
  who: senders,
  input: Dispatch,
  output: Done,
  async run(cx, input) {
    const call = await seeCallOut(cx, input.callOut, { lock: true })
    cx.allow(call)
    refuseUnless(mayDispatch(call))
    const people = [...new Set(input.people)]
    refuseUnless(
      unless(
        (await knownPeople(cx, people)) === people.length,
        no('scenes.no-such-person', {}, 'scenes.next-choose-person'),
      ),
    )
    const step = await stepCall(cx, call, {
      kind: 'dispatched',
      people,
      vehicle: input.vehicle ?? null,
      words: input.words ?? null,
    })
    await cx.record({
      subject: ref('scenes.call-out', call.id),
      root: call.root,
      facts: { people },
      rows: { 'scenes.call_out_step': [step] },
    })
    await giveSight(cx, call.root, people, 'scenes.dispatch')
    return { id: call.id }
  },
})
