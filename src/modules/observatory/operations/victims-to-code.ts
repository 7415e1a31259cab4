/** Victims of the cases that the reader sees, with what is said of them and what a statistic still asks. */
import { nameOfCode } from '#modules/catalogue/public.ts'
import { yes } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { ToCode, VictimsToCode } from '../contract.ts'
import { coders } from '../roles.ts'
import { coded, listVictims } from '../store/coding.ts'

export const victimsToCode = query({
  name: 'observatory.victims-to-code',
  summary: 'Victims of the cases one sees, with what is said of them and what is not yet.',
  who: coders,
  input: ToCode,
  output: VictimsToCode,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listVictims(cx, input)
    const names = new Map<string, string>()
    for (const offence of new Set(rows.map((r) => r.offence)))
      names.set(offence, await nameOfCode(cx, 'offence', offence, cx.language))
    return {
      items: rows.map((r) => ({
        victim: r.victim,
        case: r.root,
        number: r.number,
        title: r.title,
        offence: names.get(r.offence) ?? r.offence,
        year: r.year,
        sex: r.sex,
        ageBand: r.age_band,
        coded: Object.fromEntries(
          coded.map((c) => [c === 'road_role' ? 'roadRole' : c, r[c] === 'not-yet-determined' ? null : r[c]]),
        ),
        missing: r.missing,
        actions: actionsOf(cx, r, { 'observatory.code-victim': yes }),
      })),
      nextCursor,
    }
  },
})
