/** Lists every death whose cause or manner contradicts itself or says too little, for a person to look at. */
import { query } from '#platform/define.ts'
import { Doubts, DoubtsSeen } from '../contract.ts'
import { certifiedOf, ownTerms } from '../standing-words.ts'
import { readers } from '../../roles.ts'
import { doubtsOf } from '../rules.ts'
import { statedCauses } from '../store/certifications.ts'

const MOST = 500
export const doubts = query({
  name: 'death.doubts',
  summary:
    'Lists every death whose cause or manner contradicts itself or says too little, for a person to look at.',
  who: readers,
  input: Doubts,
  output: DoubtsSeen,
  async run(cx) {
    cx.allow(null)
    const terms = await ownTerms(cx)
    const items = (await statedCauses(cx)).flatMap((s) =>
      doubtsOf(certifiedOf(s), terms)
        .filter((d) => !s.answered.includes(d.key))
        .map((d) => ({
          death: s.root,
          number: s.number,
          key: d.key,
          text: cx.say(d.code, d.values),
          manner: s.manner,
          cause: s.lines.map((l) => l.text).join(' ← '),
        })),
    )
    return { items: items.slice(0, MOST) }
  },
})
