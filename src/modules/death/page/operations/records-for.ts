/** Says who may have which papers of a death today, by the laboratory's rule for each asker, and why not yet. */
import { query } from '#platform/define.ts'
import { OfDeath } from '../../call/contract.ts'
import { seeDeath } from '../../call/store/deaths.ts'
import { readers } from '../../roles.ts'
import { RecordsSeen } from '../contract.ts'
import { recordsFor as rulesFor } from '../records.ts'

export const recordsFor = query({
  name: 'death.records-for',
  summary:
    'Says who may have which papers of a death today, by the laboratory’s rule for each asker, and why not yet.',
  who: readers,
  input: OfDeath,
  output: RecordsSeen,
  async run(cx, input) {
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    return {
      items: (await rulesFor(cx, death)).map(({ code, name, parts, verdict }) => ({
        code,
        name,
        parts: [...parts],
        ok: verdict.ok,
        why: verdict.ok ? null : cx.say(verdict.code, verdict.values ?? {}),
        next: verdict.ok || !verdict.next ? null : cx.say(verdict.next),
      })),
    }
  },
})
