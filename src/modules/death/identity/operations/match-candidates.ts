/** Ranks those who are missed by how well they fit a body, each with its reasons. */
import { actionsOf } from '#platform/actions.ts'
import { no, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { Candidates, CandidatesSeen } from '../contract.ts'
import { compared } from '../comparison.ts'
import { agesOf } from '../../call/lines.ts'
import { namesOf } from '../../call/store/names.ts'
import { readers } from '../../roles.ts'
import { seeDeath } from '../../call/store/deaths.ts'
import { type FeatureRow, matchesOf } from '../store/identities.ts'

const seen = (f: FeatureRow) => ({
  id: f.id,
  kind: f.kind,
  site: f.site,
  words: f.words,
  value: f.value,
  spread: f.spread,
})
const MOST_SHOWN = 25

export const matchCandidates = query({
  name: 'death.match-candidates',
  summary: 'Ranks those who are missed by how well they fit a body, each with its reasons.',
  who: readers,
  input: Candidates,
  output: CandidatesSeen,
  reads: 'sensitive',
  async run(cx, input) {
    const death = await seeDeath(cx, input.death)
    cx.allow(death)
    const { own, ranked } = await compared(cx, death)
    const matches = await matchesOf(cx, death.root)
    const names = await namesOf(
      cx,
      ranked.map((c) => ['sex', c.missing.sex] as const),
    )
    return {
      features: own.map(seen),
      items: ranked.slice(0, MOST_SHOWN).map((c) => {
        const state = matches.find((m) => m.missing === c.missing.id)?.state ?? ('none' as const)
        return {
          missing: c.missing.id,
          number: c.missing.number,
          name: c.missing.name,
          sex: names.of('sex', c.missing.sex)?.name ?? null,
          ages: agesOf(c.missing),
          seenOn: c.missing.seen_on,
          score: c.fit.score,
          reasons: c.fit.reasons.map((r) => ({
            text: cx.say(r.code, {
              ...r.values,
              site: r.values?.site ? cx.say(`death.site-${r.values.site}`) : '',
            }),
            points: r.points,
          })),
          state,
          features: c.features.map(seen),
          actions: actionsOf(cx, death, {
            'death.propose-match': unless(state !== 'proposed', no('death.match-already-proposed')),
            'death.confirm-match': unless(state !== 'confirmed', no('death.match-already-confirmed')),
            'death.exclude-match': unless(state !== 'excluded', no('death.match-already-excluded')),
          }),
        }
      }),
    }
  },
})
