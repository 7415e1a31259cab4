/** A checked profile enters an index of the law, by another person than who recorded it, on a ground with its paper; its clock begins. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract.ts'
import { EnterIndex } from '../contract/profiles.ts'
import { indexNamed, lawOf } from '../indexes-of-law.ts'
import { keepUntil, mayEnter, mayUse } from '../rules/profiles.ts'
import { getProfile, indexedOf, paperOf } from '../store/profiles.ts'

export const enterIndex = command({
  name: 'results.enter-index',
  summary: 'Enters a checked profile in an index of the law, on a ground with its paper.',
  who: ['dna-custodian'],
  input: EnterIndex,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    const subject = ref('results.profile', input.profile)
    await cx.lock([subject])
    const p = await getProfile(cx, input.profile)
    cx.allow(p)
    const index = await indexNamed(cx, input.index)
    refuseUnless(mayUse(await lawOf(cx, p.side)))
    const paper = input.document ? await paperOf(cx, p.root, input.document) : undefined
    refuseUnless(
      mayEnter(
        {
          state: p.state,
          side: p.side,
          holds: p.holds,
          minor: p.minor,
          recordedBy: p.recorded_by,
          takenUnder: p.taken_under,
          already: (await indexedOf(cx, p.id)).map((i) => i.index_code),
        },
        index,
        { ground: input.ground, document: paper !== undefined },
        cx.actor.id,
      ),
    )
    refuseUnless(
      unless(input.from <= cx.now.slice(0, 10), no('results.ground-ahead', {}, 'results.next-day-of-ground')),
    )
    const until = keepUntil(index, input.from, p.minor)
    const id = cx.newId()
    await cx.record({
      subject,
      root: p.root,
      facts: { number: p.number, index: index.code, ground: input.ground, keepUntil: until },
      rows: {
        'results.indexed': [
          {
            id,
            root: p.root,
            profile: p.id,
            side: p.side,
            index_code: index.code,
            rule: index.id,
            ground: input.ground,
            document: paper?.id ?? null,
            words: input.words ?? null,
            counted_from: input.from,
            keep_until: until,
          },
        ],
      },
    })
    return { id }
  },
})
