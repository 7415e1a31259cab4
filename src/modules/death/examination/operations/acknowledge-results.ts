/** The pathologist reads what a section or a laboratory outside answered, and says whether it reflects the time of the event. */
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { answersAbout } from '../answers.ts'
import { AcknowledgeResults } from '../contract.ts'
import { Done } from '../../call/contract.ts'
import { pathologists } from '../../roles.ts'
import { mustBeAccepted } from '../../call/rules.ts'
import { deathRef, seeDeath } from '../../call/store/deaths.ts'

export const acknowledgeResults = command({
  name: 'death.acknowledge-results',
  summary: 'The pathologist reads what was answered, and says whether it reflects the time of the event.',
  who: pathologists,
  input: AcknowledgeResults,
  output: Done,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death, { lock: true })
    cx.allow(death)
    refuseUnless(mustBeAccepted(death))
    const wanted = input.request ?? input.message
    const answer = (await answersAbout(cx, death)).find((a) => a.id === wanted)
    if (!answer) throw notFound()
    const { seen } = input
    refuseUnless(
      unless(
        !seen || answer.results.every((r) => seen.includes(r.id)),
        no('death.results-since', { number: answer.number ?? '' }, 'death.next-read-again'),
      ),
    )
    const id = cx.newId()
    await cx.record({
      subject: deathRef(death.id),
      root: death.root,
      facts: { read: answer.number, from: answer.source, results: answer.count, reflects: input.reflects },
      rows: {
        'death.lab_reading': [
          {
            id,
            root: death.root,
            request: input.request ?? null,
            arrival: input.message ?? null,
            conclusions: answer.results.map((r) => r.id),
            reflects: input.reflects,
            words: input.words ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
