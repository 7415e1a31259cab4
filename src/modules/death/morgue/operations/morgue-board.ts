/** The morgue on one board: units with their temperature, who lies where, since when, what is next, what must move. */
import { codesOf } from '#modules/catalogue/public.ts'
import { actionsOf } from '#platform/actions.ts'
import { yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { MorgueBoard, MorgueBoardSeen } from '../contract.ts'
import { bodySeen, firstFailing, openMorgue, planFor, unitsSeen } from '../morgue.ts'
import { readers } from '../../roles.ts'
import { hiddenAmong, lastCount } from '../store/bodies.ts'

export const morgueBoard = query({
  name: 'death.morgue-board',
  summary: 'Shows the morgue: units with their temperature, who lies where, since when, what must move.',
  who: readers,
  input: MorgueBoard,
  output: MorgueBoardSeen,
  reads: 'sensitive',
  async run(cx, input) {
    cx.allow(null)
    const morgues = await codesOf(cx, 'morgue')
    const chosen = morgues.find((m) => m.code === input.morgue) ?? morgues[0]
    const m = await openMorgue(cx, chosen?.code ?? '', chosen?.data)
    const failing = firstFailing(m)
    const plan = failing ? planFor(cx, m, failing) : null
    const inside = new Set(m.places.map((p) => p.id))
    const here = m.bodies.filter((b) => b.place && inside.has(b.place))
    const seen = here.map((b) => bodySeen(cx, b, m.rules))
    const last = chosen ? await lastCount(cx, chosen.code) : undefined
    const hidden = last
      ? await hiddenAmong(cx, [...last.missing, ...last.surplus, ...last.misplaced])
      : new Set()
    const told = (numbers: readonly string[]): string[] => numbers.filter((one) => !hidden.has(one))
    const named = (c: (typeof morgues)[number]) => ({ code: c.code, name: c[cx.language] })
    return {
      morgue: chosen ? named(chosen) : null,
      morgues: morgues.map(named),
      units: unitsSeen(cx, m, plan),
      elsewhere: m.bodies
        .filter((b) => !b.place || !inside.has(b.place))
        .map((b) => ({ ...bodySeen(cx, b, m.rules), where: b.holder_name })),
      here: here.length,
      unnamed: seen.filter((b) => b.identity !== 'confirmed').length,
      over: seen.filter((b) => b.over).length,
      limitDays: m.rules.limitDays,
      lastCount: last
        ? {
            at: last.at,
            by: last.by_name,
            expected: last.expected,
            found: last.found,
            missing: told(last.missing),
            surplus: told(last.surplus),
            misplaced: told(last.misplaced),
          }
        : null,
      plan,
      actions: actionsOf(
        cx,
        { may_see: true },
        { 'death.count-bodies': yes, 'death.record-temperature': yes, 'death.move-body': yes },
      ),
    }
  },
})
