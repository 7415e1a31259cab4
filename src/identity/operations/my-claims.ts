/** What was done without a network and what became of it: one's own, or of those one looks after. */
import { query } from '#platform/define.ts'
import { ClaimList, MyClaims } from '../contract/claims.ts'
import { listClaims } from '../store/claims.ts'

export const myClaims = query({
  name: 'identity.my-claims',
  summary: 'What was done without a network and what became of it.',
  who: 'signed-in',
  input: MyClaims,
  output: ClaimList,
  async run(cx, input) {
    cx.allow(null)
    const looksAfter = cx.actor.grants.filter((g) =>
      ['section-head', 'director', 'administrator'].includes(g.role),
    )
    const units = !input.others
      ? null
      : looksAfter.some((g) => g.units === 'everywhere')
        ? ('everywhere' as const)
        : looksAfter.flatMap((g) => (g.units === 'everywhere' ? [] : g.units))
    const rows = await listClaims(cx.tx, { ...input, person: cx.actor.id, units })
    return {
      items: rows.map((r) => ({
        id: r.id,
        key: r.key,
        device: r.device,
        person: { id: r.person, name: r.person_name },
        sequence: r.sequence,
        operation: r.operation,
        title: cx.say(`op.${r.operation}`),
        at: r.at,
        deviceAt: r.device_at,
        skewMinutes: Math.round(Number(r.skew_ms) / 60_000),
        recordedAt: r.recorded_at,
        state: r.state,
        code: r.code,
        sentence: r.sentence,
        flags: r.flags ?? [],
        words: r.words,
        carriedBy: r.carried_by,
      })),
    }
  },
})
